import type { Language } from '#contract/setup.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { saidWrong, VOICE_SENTENCE } from '#contract/voice-said.ts'
import type { VoiceState } from '#contract/voice.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { chineseSyllables, forEspeak, type KnownReading } from '#core/speech/chinese-syllables.ts'
import { piecesOf, type Piece } from '#core/speech/pieces-rules.ts'
import { joinWavs } from '#core/speech/wav-rules.ts'
import { findVoice, versionOf, wavOf, type EspeakVoice } from './voice-programs.ts'

/** The seat's own voice. */
export interface Voice {
  /**
   * A WAV of the text, each part by the voice of its language; `no-voice` where the language has none, or nothing in the text
   * can be said. A voice that a person said not to speak Chinese is left out. `known` are names whose reading is not left to
   * the dictionary.
   */
  say(
    text: string,
    language: Language,
    known?: readonly KnownReading[],
    slow?: boolean,
  ): Promise<Result<Uint8Array, Refusal>>
  /** The sentence that a person judges the Chinese voice by, whatever was said of it before. */
  hear(): Promise<Result<Uint8Array, Refusal>>
  /** The voice of a language by name and version, looked for anew where it was missing; null where none says a word as it should. */
  nameOf(language: Language): Promise<string | null>
}

export interface VoiceParts {
  /** What a person said of a voice on this machine. */
  readonly heard: () => VoiceState['heard']
  /** The voices to try, in order; others only in tests. */
  readonly among?: Readonly<Record<Language, readonly EspeakVoice[]>>
}

interface FoundVoice {
  readonly speaker: EspeakVoice
  readonly name: string
}

/** Labels come again and again; 64 of them are some 6 MB. */
const KEPT = 64
/** A voice may be installed while the room runs: one that was missing is looked for again after this time, ms. */
const LOOK_AGAIN = 60_000

export function createVoice({ heard, among }: VoiceParts): Voice {
  const kept = new Map<string, Uint8Array>()
  const looked = new Map<Language, { readonly found: Promise<FoundVoice | undefined>; readonly at: number }>()

  const lookFor = async (language: Language): Promise<FoundVoice | undefined> => {
    const speaker = await findVoice(language, among?.[language])
    if (!speaker) return undefined
    return { speaker, name: `${speaker.program} ${await versionOf(speaker.program)} ${speaker.voice}` }
  }

  const voiceOf = async (language: Language, patience = LOOK_AGAIN): Promise<FoundVoice | undefined> => {
    const before = looked.get(language)
    if (before && ((await before.found) || performance.now() - before.at < patience)) return before.found
    const found = lookFor(language)
    looked.set(language, { found, at: performance.now() })
    return found
  }

  /** The voice, unless a person said that what it speaks is not that language. */
  const trustedVoice = async (language: Language): Promise<EspeakVoice | undefined> => {
    const found = await voiceOf(language)
    if (!found || (language === 'zh-CN' && saidWrong(found.name, { heard: heard() }))) return undefined
    return found.speaker
  }

  return {
    say: async (text, language, known = [], slow = false) => {
      const voices = { 'zh-CN': await trustedVoice('zh-CN'), en: await trustedVoice('en') }
      if (!voices[language]) return err(refuse('no-voice'))
      const key = JSON.stringify([language, text, known, voices, slow])
      const before = kept.get(key)
      if (before) return ok(before)
      const sounds: Uint8Array[] = []
      for (const piece of piecesOf(text, language)) {
        const sound = await soundOf(piece, voices[piece.language], { known, slow })
        if (sound) sounds.push(sound)
      }
      const whole = joinWavs(sounds)
      if (!whole) return err(refuse('no-voice'))
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, whole)
      return ok(whole)
    },
    hear: async () => {
      const found = await voiceOf('zh-CN')
      const sound = found && (await wavOf(found.speaker, forEspeak(chineseSyllables(speakableSentence))))
      const whole = sound && joinWavs([sound])
      return whole ? ok(whole) : err(refuse('no-voice'))
    },
    nameOf: async (language) => (await voiceOf(language, 0))?.name ?? null,
  }
}

const speakableSentence = piecesOf(VOICE_SENTENCE, 'zh-CN')
  .map(({ text }) => text)
  .join('')

async function soundOf(
  piece: Piece,
  voice: EspeakVoice | undefined,
  { known, slow }: { readonly known: readonly KnownReading[]; readonly slow: boolean },
): Promise<Uint8Array | undefined> {
  if (!voice) return undefined
  const text = piece.language === 'en' ? piece.text : forEspeak(chineseSyllables(piece.text, known))
  return /[\p{L}\p{N}]/u.test(text) ? wavOf(voice, text, slow) : undefined
}
