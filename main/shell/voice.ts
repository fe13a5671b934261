import type { Language } from '#contract/setup.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { codeOf } from '#core/kernel/storage-problem.ts'
import { spawn } from 'node:child_process'

/** The seat's own voice, for hosts whose pages have none. */
export interface Voice {
  /** A WAV of the text; `no-voice` where none is installed or it does not answer. */
  say(text: string, language: Language): Promise<Result<Uint8Array, Refusal>>
}

interface Program {
  readonly name: string
  readonly voices: Readonly<Record<Language, string>>
}

// espeak-ng calls Mandarin cmn, the older espeak zh.
const programs: readonly Program[] = [
  { name: 'espeak-ng', voices: { 'zh-CN': 'cmn', en: 'en' } },
  { name: 'espeak', voices: { 'zh-CN': 'zh', en: 'en' } },
]

const PATIENCE = 5000
/** Labels come again and again; 64 of them are some 6 MB. */
const KEPT = 64
const LONGEST_WAV = 8 * 2 ** 20
const WORDS_PER_MINUTE = '140'

/** @param names the programs to try, in order; others only in tests */
export function createVoice(names: readonly Program[] = programs): Voice {
  const kept = new Map<string, Uint8Array>()
  let present = names
  return {
    say: async (text, language) => {
      const key = `${language} ${text}`
      const known = kept.get(key)
      if (known) return ok(known)
      for (const program of present) {
        const said = await run(program.name, program.voices[language], text)
        if (said === 'missing') present = present.filter((other) => other !== program)
        else if (said) {
          if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '')
          kept.set(key, said)
          return ok(said)
        }
      }
      return err(refuse('no-voice'))
    },
  }
}

/** The text goes in by a pipe, never as an argument: nothing in it can be taken for an option. */
function run(name: string, voice: string, text: string): Promise<Uint8Array | 'missing' | undefined> {
  return new Promise((resolve) => {
    const child = spawn(name, ['-v', voice, '-s', WORDS_PER_MINUTE, '--stdin', '--stdout'], {
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
    child.on('error', (error) => resolve(codeOf(error) === 'ENOENT' ? 'missing' : undefined))
    child.on('close', (code) =>
      resolve(code === 0 && length > 44 ? new Uint8Array(Buffer.concat(pieces)) : undefined),
    )
    // A program that ends before it has read everything breaks the pipe; `close` says what came of it.
    child.stdin.on('error', () => {})
    child.stdin.end(text)
  })
}
