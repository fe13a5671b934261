import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createVoice } from './voice.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voice-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const voices = { 'zh-CN': 'cmn', en: 'en' }
const program = (script: string) => {
  const name = join(folder, 'speaker')
  writeFileSync(name, `#!/bin/sh\n${script}\n`)
  chmodSync(name, 0o755)
  return { name, voices }
}
const nobody = { name: '/nowhere/espeak', voices }

describe('the seat’s own voice', () => {
  it('refuses plainly where none is installed', async () => {
    expect(await createVoice([nobody]).say('家', 'zh-CN')).toEqual({ ok: false, error: { code: 'no-voice' } })
  })

  it('hands the text over by the pipe, whatever it says, and remembers what it heard', async () => {
    const log = join(folder, 'log')
    const speaker = program(`echo "$@" >> ${log}; printf '%044d' 0; cat`)
    const voice = createVoice([nobody, speaker])
    const text = '-w /etc/passwd; $(reboot) 家'
    for (let time = 0; time < 2; time++) {
      const said = await voice.say(text, 'zh-CN')
      expect(said.ok && Buffer.from(said.value).subarray(44).toString()).toBe(text)
    }
    expect(readFileSync(log, 'utf8')).toBe('-v cmn -s 140 --stdin --stdout\n')
  })

  it('takes silence and failure for no voice', async () => {
    expect((await createVoice([program('exit 0')]).say('a', 'en')).ok).toBe(false)
    expect((await createVoice([program('printf "%099d" 0; exit 3')]).say('a', 'en')).ok).toBe(false)
  })
})
