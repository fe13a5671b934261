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

/** A program that says its phonemes as told and writes down what it is given to speak. */
function speaker({
  phonemes,
  speak = `cat >> ${join(folder, 'said')}; printf '%046d' 0`,
}: {
  phonemes: string
  speak?: string
}) {
  const program = join(folder, 'speaker')
  const script = `#!/bin/sh\ncase " $* " in *" --version "*) echo "speaker 1.51";; *" -x "*) ${phonemes};; *) echo "$*" >> ${join(folder, 'options')}; ${speak};; esac\n`
  writeFileSync(program, script)
  chmodSync(program, 0o755)
  return program
}
const mandarin = `t=$(cat); echo "jin35 xaN35 t@33 xaN35 tsaN214"`
const nobody = { program: '/nowhere/espeak', voice: 'cmn' }
const unheard = () => null
const anotherWrong = () => ({ voice: 'espeak 1.51 cmn', right: false, at: 0 })
const said = () => readFileSync(join(folder, 'said'), 'utf8')
const among = (program: string) => ({ 'zh-CN': [nobody, { program, voice: 'zh' }], en: [] })

describe('the seat’s own voice', () => {
  it('refuses plainly where none is installed', async () => {
    const voice = createVoice({ heard: unheard, among: { 'zh-CN': [nobody], en: [nobody] } })
    expect(await voice.say('家', 'zh-CN')).toEqual({ ok: false, error: { code: 'no-voice' } })
    expect(await voice.nameOf('zh-CN')).toBeNull()
  })

  it('takes no voice that spells Chinese as English', async () => {
    const voice = createVoice({
      heard: unheard,
      among: among(speaker({ phonemes: 'cat > /dev/null; echo "(en)jI55nt"' })),
    })
    expect((await voice.say('家', 'zh-CN')).ok).toBe(false)
  })

  it('hands syllables over by the pipe, whatever the text says, and remembers what it heard', async () => {
    const voice = createVoice({ heard: unheard, among: among(speaker({ phonemes: mandarin })) })
    for (let time = 0; time < 2; time++)
      expect((await voice.say('-w /etc; $(reboot) 女儿，家', 'zh-CN')).ok).toBe(true)
    expect(said()).toBe('nv3 er2, jia1。')
    expect(readFileSync(join(folder, 'options'), 'utf8')).toBe('-v zh -s 140 -b 1 --stdin --stdout\n')
  })

  it('says a name as it is known, inside a sentence too', async () => {
    const voice = createVoice({ heard: unheard, among: among(speaker({ phonemes: mandarin })) })
    await voice.say('洗小明，你好', 'zh-CN', [{ text: '洗小明', syllables: ['xian3', 'xiao3', 'ming2'] }])
    expect(said()).toBe('xian3 xiao3 ming2, ni3 hao3。')
  })

  it('speaks no Chinese with a voice that a person said was not right, and lets it be heard again all the same', async () => {
    const program = speaker({ phonemes: mandarin })
    let right = false
    const heard = () => ({ voice: `${program} 1.51 zh`, right, at: null })
    const english = { program, voice: 'en' }
    const voice = createVoice({ heard, among: { ...among(program), en: [english] } })
    expect(await voice.nameOf('zh-CN')).toBe(heard().voice)
    expect((await voice.say('家', 'zh-CN')).ok).toBe(false)
    expect((await voice.say('Hello, 妈妈', 'en')).ok).toBe(true)
    expect((await voice.hear()).ok).toBe(true)
    expect(said()).toBe('Hello,xiao3 yu3, ni3 hao3, ma1 ma5 zai4 deng3 ni3。')
    right = true
    expect((await voice.say('家', 'zh-CN')).ok).toBe(true)
  })

  it('uses another voice than the one that was said to be wrong', async () => {
    const voice = createVoice({ heard: anotherWrong, among: among(speaker({ phonemes: mandarin })) })
    expect((await voice.say('家', 'zh-CN')).ok).toBe(true)
  })

  it('takes silence and failure for no voice', async () => {
    for (const speak of ['exit 0', 'printf "%099d" 0; exit 3']) {
      const voice = createVoice({ heard: unheard, among: among(speaker({ phonemes: mandarin, speak })) })
      expect((await voice.say('家', 'zh-CN')).ok).toBe(false)
    }
  })
})
