import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testGround } from '#core/db/test-ground.ts'
import { createRoomService } from '#core/room/service.ts'
import type { MachineSettings } from './settings-file.ts'
import { voiceTrialOf } from './voice-trial.ts'
import { createVoice } from './voice.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voice-trial-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function install(): void {
  const sounds =
    'case " $* " in *" --version "*) echo "1.51";; *) cat > /dev/null; echo "jin35 xaN35 t@33 xaN35";; esac'
  writeFileSync(join(folder, 'speaker'), `#!/bin/sh\n${sounds}\n`)
  chmodSync(join(folder, 'speaker'), 0o755)
}

/** A seat that would speak by the program of the folder. */
function seat() {
  const ground = testGround()
  const room = createRoomService(ground, { example: false, examplePin: null, version: '0.1.0' })
  let kept: MachineSettings = { seatId: ground.seat, lastTrusted: 0, certain: 0, days: [] }
  const settings = {
    get: () => kept,
    keep: (change: Partial<MachineSettings>) => {
      kept = { ...kept, ...change }
    },
  }
  const among = { 'zh-CN': [{ program: join(folder, 'speaker'), voice: 'zh' }], en: [] }
  const voice = createVoice({ heard: () => kept.voiceHeard ?? null, among })
  const trial = voiceTrialOf({ room, ground }, { voice, settings })
  return { trial, ground, said: () => kept.voiceHeard, notices: () => room.notices().map(({ code }) => code) }
}

describe('a person’s judgement of the voice', () => {
  it('is kept with the machine’s settings and its time, and staff are told of a wrong one', async () => {
    install()
    const { trial, ground, said, notices } = seat()
    const { name, heard } = await trial.state()
    expect([name, heard]).toEqual([`${join(folder, 'speaker')} 1.51 zh`, null])
    trial.judge({ voice: name ?? '', right: false })
    const { at, trusted } = ground.clock.now()
    expect(said()).toEqual({ voice: name, right: false, at: trusted ? at : null })
    expect((await trial.state()).heard).toEqual(said())
    expect(notices()).toEqual(['no-voice'])
    trial.judge({ voice: name ?? '', right: true })
    expect(notices()).toEqual([])
  })

  it('of another voice leaves the notice only until one is installed that nobody found wrong', async () => {
    const { trial, notices } = seat()
    trial.judge({ voice: 'of the window', right: false })
    expect((await trial.state()).name).toBeNull()
    expect(notices()).toEqual(['no-voice'])
    install()
    expect((await trial.state()).name).toContain('speaker')
    expect(notices()).toEqual([])
  })
})
