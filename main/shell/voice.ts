import type { Language } from '#contract/setup.ts'
import { refuse, type Refusal } from '#contract/refusal.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { chineseSyllables, forEspeak, type KnownReading } from '#core/speech/chinese-syllables.ts'
import { piecesOf, type Piece } from '#core/speech/pieces-rules.ts'
import { joinWavs } from '#core/speech/wav-rules.ts'
import { findVoice, versionOf, wavOf, type EspeakVoice } from './voice-programs.ts'

/** The seat's own voice, for hosts whose pages have none. */
export interface Voice {
  /**
   * A WAV of the text, each part by the voice of its language; `no-voice` where the language has none, or nothing in the text
   * can be said. `known` are names whose reading is not left to the dictionary.
   */
  say(text: string, language: Language, known?: readonly KnownReading[]): Promise<Result<Uint8Array, Refusal>>
  /** The voice of a language by name and version; null where none is installed that says a word as it should. */
  nameOf(language: Language): Promise<string | null>
}

/** Labels come again and again; 64 of them are some 6 MB. */
const KEPT = 64
/** A voice may be installed while the room runs: one that was missing is looked for again after this time, ms. */
const LOOK_AGAIN = 60_000

type Among = Readonly<Record<Language, readonly EspeakVoice[]>>

/** @param among the voices to try, in order; others only in tests */
export function createVoice(among?: Among): Voice {
  const kept = new Map<string, Uint8Array>()
  const looked = new Map<
    Language,
    { readonly found: Promise<EspeakVoice | undefined>; readonly at: number }
  >()

  const voiceOf = async (language: Language): Promise<EspeakVoice | undefined> => {
    const before = looked.get(language)
    if (before && ((await before.found) || performance.now() - before.at < LOOK_AGAIN)) return before.found
    const found = findVoice(language, among?.[language])
    looked.set(language, { found, at: performance.now() })
    return found
  }

  const soundOf = async (piece: Piece, known: readonly KnownReading[]): Promise<Uint8Array | undefined> => {
    const voice = await voiceOf(piece.language)
    if (!voice) return undefined
    const text = piece.language === 'en' ? piece.text : forEspeak(chineseSyllables(piece.text, known))
    return /[\p{L}\p{N}]/u.test(text) ? wavOf(voice, text) : undefined
  }

  return {
    say: async (text, language, known = []) => {
      const key = JSON.stringify([language, text, known])
      const before = kept.get(key)
      if (before) return ok(before)
      if (!(await voiceOf(language))) return err(refuse('no-voice'))
      const sounds: Uint8Array[] = []
      for (const piece of piecesOf(text, language)) {
        const sound = await soundOf(piece, known)
        if (sound) sounds.push(sound)
      }
      const whole = joinWavs(sounds)
      if (!whole) return err(refuse('no-voice'))
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '')
      kept.set(key, whole)
      return ok(whole)
    },
    nameOf: async (language) => {
      const found = await voiceOf(language)
      return found ? `${found.program} ${await versionOf(found.program)} ${found.voice}` : null
    },
  }
}
