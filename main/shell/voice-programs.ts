import type { Language } from '#contract/setup.ts'
import { spawn } from 'node:child_process'

/** A voice by the name that its program gives it. */
export interface EspeakVoice {
  readonly program: string
  readonly voice: string
}

/**
 * Mandarin is spoken from pinyin with tone digits. espeak-ng 1.51 (Debian 12) has a voice of that name beside a `cmn` that
 * spells Chinese as English; 1.50 (Debian 11) and 1.52 (Debian 13) know pinyin in `cmn` and answer to the name as well.
 */
export const candidates: Readonly<Record<Language, readonly EspeakVoice[]>> = {
  'zh-CN': [
    { program: 'espeak-ng', voice: 'cmn-latn-pinyin' },
    { program: 'espeak-ng', voice: 'cmn' },
    { program: 'espeak', voice: 'zh' },
  ],
  en: [
    { program: 'espeak-ng', voice: 'en-us' },
    { program: 'espeak-ng', voice: 'en' },
    { program: 'espeak', voice: 'en' },
  ],
}

const PATIENCE = 5000
const LONGEST_WAV = 8 * 2 ** 20
/** Slow enough for a first-grader to follow. */
const WORDS_PER_MINUTE = '140'
/** For a child who asked for it slower. */
const SLOW_WORDS_PER_MINUTE = '95'
const UTF8 = ['-b', '1'] as const

/** The first voice of the language that says a word of it as it should; a voice that is there may still speak nonsense. */
export async function findVoice(
  language: Language,
  among: readonly EspeakVoice[] = candidates[language],
): Promise<EspeakVoice | undefined> {
  for (const voice of among) if (await speaks(language, voice)) return voice
  return undefined
}

async function speaks(language: Language, { program, voice }: EspeakVoice): Promise<boolean> {
  if (language === 'en') return /\w/.test(await phonemes({ program, voice }, 'hello'))
  // three rising tones, and no change to another language, which `(en)` would say
  const bank = await phonemes({ program, voice }, 'yin2 hang2 de5 hang2 zhang3 nv3 er2.')
  return !bank.includes('(') && (bank.match(/35/g) ?? []).length >= 3
}

/** What a voice would say, in the program's own letters; empty where it says nothing. */
export async function phonemes({ program, voice }: EspeakVoice, text: string): Promise<string> {
  const said = await run(program, ['-v', voice, '-q', '-x', ...UTF8, '--stdin'], text)
  return said ? said.toString('utf8') : ''
}

/** A WAV of a text; `undefined` where the voice made none. */
export async function wavOf(
  { program, voice }: EspeakVoice,
  text: string,
  slow = false,
): Promise<Uint8Array | undefined> {
  const pace = slow ? SLOW_WORDS_PER_MINUTE : WORDS_PER_MINUTE
  const said = await run(program, ['-v', voice, '-s', pace, ...UTF8, '--stdin', '--stdout'], text)
  return said && said.length > 44 ? new Uint8Array(said) : undefined
}

/** The version of the program as it says it itself: a voice that was heard is known again by it. */
export async function versionOf(program: string): Promise<string> {
  const said = await run(program, ['--version'], '')
  return /\d+(?:\.\d+)+/.exec(said?.toString('utf8') ?? '')?.[0] ?? ''
}

/** The text goes in by a pipe, never as an argument: nothing in it can be taken for an option. */
function run(program: string, options: readonly string[], text: string): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, options, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
      windowsHide: true,
    })
    const pieces: Buffer[] = []
    let length = 0
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length
      if (length > LONGEST_WAV) child.kill('SIGKILL')
      else pieces.push(piece)
    })
    child.on('error', () => resolve(undefined))
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(pieces) : undefined))
    // A program that ends before it has read everything breaks the pipe; `close` says what came of it.
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
}
