import type { Candidate } from './meaning-rules.ts'

/** The text that a lesson asks for, character by character, each with its reading there (`chu`; `v` for ü). */
export interface Wanted {
  readonly text: string
  readonly reading: readonly string[]
}

/**
 * Puts the lesson's own word first: the longest beginning of the wanted text that is read exactly as all the letters are, and
 * all else after it. Where the letters are not yet whole syllables of the text, nothing changes.
 */
export function ownFirst(
  letters: string,
  { text, reading }: Wanted,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const characters = Array.from(text)
  const plain = letters.replaceAll("'", '')
  for (let length = 1; length <= Math.min(characters.length, reading.length); length++) {
    const own = reading.slice(0, length)
    if (own.join('') !== plain) continue
    const word = characters.slice(0, length).join('')
    return [
      { text: word, letters: letters.length, reading: own },
      ...candidates.filter((candidate) => candidate.text !== word),
    ]
  }
  return candidates
}
