import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { toneFile } from './client/tone.ts'
import { hearsTone, readWave, shareOf } from './pitch.ts'

describe('a recording', () => {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-pitch-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const recorded = (bytes: Buffer) => {
    const file = join(folder, 'tone.wav')
    writeFileSync(file, bytes)
    return readWave(file)
  }

  it('holds the tone that was played, and no other', () => {
    const tone = recorded(toneFile(440, 1))
    expect(shareOf(tone, 440)).toBeCloseTo(1, 2)
    expect(shareOf(tone, 450)).toBeLessThan(0.01)
    expect(hearsTone(tone, 440)).toBe(true)
    expect(hearsTone(tone, 880)).toBe(false)
  })

  it('holds none while it is short, silent, or noise', () => {
    expect(hearsTone(recorded(toneFile(440, 0)), 440)).toBe(false)
    const quiet = toneFile(440, 1)
    quiet.fill(0, 44)
    expect(hearsTone(recorded(quiet), 440)).toBe(false)
    const noise = toneFile(440, 1)
    let seed = 1
    for (let at = 44; at < noise.length; at += 2)
      noise.writeInt16LE(((seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % 18_000) - 9000, at)
    expect(hearsTone(recorded(noise), 440)).toBe(false)
  })
})
