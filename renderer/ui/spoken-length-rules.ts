import { figuresInWords } from '#core/speech/figures-rules.ts'

/** A stop is a breath: as long as a syllable after a sentence, half of one inside it. */
const LONG_STOP = /[。！？!?.…]\s*$/u
const SHORT_STOP = /[，、；：,;:]\s*$/u

/**
 * How long each part of a text takes to say, in syllables: one for a character, `10:30` its five (十点三十分), an English word one
 * for each group of its vowels. Nothing takes no time at all.
 * @param parts of `segments(text)`
 */
export function spokenLengths(parts: readonly string[], lang: string): readonly number[] {
  return parts.map((part) => {
    const words = lang === 'en' ? part : figuresInWords(part)
    const characters = words.match(/\p{Script=Han}/gu)?.length ?? 0
    const vowels = words.match(/[aeiouy]+/giu)?.length ?? 0
    const digits = words.match(/\d/gu)?.length ?? 0
    const stop = LONG_STOP.test(part) ? 1 : SHORT_STOP.test(part) ? 0.5 : 0
    return Math.max(0.5, characters + vowels + digits + stop)
  })
}
