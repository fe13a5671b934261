import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALL_FORMATS, EncodedPacketSink, type EncodedPacket, FilePathSource, Input } from 'mediabunny'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startsAs } from './content-rules.ts'
import { recordTo, SECONDS, slice } from './test-recording.fixture.ts'
import { transcode } from './transcode.ts'

let folder: string
const at = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transcode-'))
})
afterEach(() => {
  for (const input of inputs.splice(0)) input.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function recorded(picture?: 'avc' | 'vp8'): Promise<string> {
  await recordTo(at('recorded'), picture)
  return at('recorded')
}
const inputs: Input[] = []
function opened(name: string): Input {
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(at(name)) })
  inputs.push(input)
  return input
}

it('makes AAC in MP4 of a voice, as long as it was', async () => {
  expect(await transcode({ source: await recorded(), target: at('made') })).toBe(true)
  expect(startsAs('audio/mp4', readFileSync(at('made')).subarray(0, 16))).toBe(true)
  const made = opened('made')
  const [sound] = await made.getAudioTracks()
  expect(sound).toMatchObject({ codec: 'aac', sampleRate: 24_000, numberOfChannels: 1 })
  expect(await made.computeDuration()).toBeCloseTo(SECONDS, 0)
  expect(await made.getVideoTracks()).toEqual([])
})

it('copies a picture of H.264 as it is', async () => {
  expect(await transcode({ source: await recorded('avc'), target: at('made') })).toBe(true)
  const made = opened('made')
  const film = (await made.getPrimaryVideoTrack())!
  expect(film).toMatchObject({ codec: 'avc', codedWidth: 320, codedHeight: 240 })
  expect((await made.getPrimaryAudioTrack())?.codec).toBe('aac')
  const frames: EncodedPacket[] = []
  for await (const frame of new EncodedPacketSink(film).packets()) frames.push(frame)
  expect(frames.map(({ data }) => [...data])).toEqual(
    Array.from({ length: SECONDS * 10 }, (_, frame) => [...slice(frame)]),
  )
})

it('leaves a picture alone that no phone plays in MP4', async () => {
  expect(await transcode({ source: await recorded('vp8'), target: at('made') })).toBe(false)
})

it('takes what a power cut left', async () => {
  const source = await recorded()
  truncateSync(source, Math.round(readFileSync(source).length / 2))
  expect(await transcode({ source, target: at('made') })).toBe(true)
  expect(await opened('made').computeDuration()).toBeGreaterThan(1)
})

it('throws for what is no recording, and for none at all', async () => {
  writeFileSync(at('odd'), 'no recording')
  await expect(transcode({ source: at('odd'), target: at('made') })).rejects.toThrow(Error)
  await expect(transcode({ source: at('none'), target: at('made') })).rejects.toMatchObject({
    code: 'ENOENT',
  })
})
