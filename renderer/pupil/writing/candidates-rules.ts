import type { Dictionary } from './dictionary-rules.ts'
import { cutLetters } from './lattice-rules.ts'
import type { Candidate, Knowledge } from './meaning-rules.ts'
import { sentence } from './sentence-rules.ts'

/** So many candidates are enough for a child who turns pages: more than any syllable has characters. */
const most = 240
/** A letter more that a word takes makes up for so many nats: a long rare word and a short common one meet on the first page. */
const letterWorth = 2
/** Words that tell of the next are at most so long. */
const longestBefore = 4

/** The word that a text ends with, as far as it tells of the next; `^` at a beginning. */
function wordBefore(text: string, dictionary: Dictionary): string {
  for (let length = Math.min(longestBefore, text.length); length > 0; length--) {
    const word = text.slice(-length)
    if (dictionary.gainsAfter(word)) return word
  }
  return /\p{Script=Han}$/u.test(text) ? '' : '^'
}

/**
 * What may be meant by the letters: the likeliest whole first, then words from their beginning, likely and long ones first, down
 * to every character of the first syllable. Empty where no cut of the letters can be read.
 * @param letters small letters, `v` for ü, apostrophes between syllables where a child sets them
 * @param before the text before the place of writing
 */
export function candidatesOf(letters: string, known: Knowledge, before = ''): readonly Candidate[] {
  const lattice = letters === '' ? undefined : cutLetters(letters, known.dictionary)
  if (!lattice) return []
  const last = wordBefore(before, known.dictionary)
  const gains = known.dictionary.gainsAfter(last)
  const { whole, words } = sentence(lattice, known, last)
  const likely = words
    .map((word) => ({ word, worth: word.cost - (gains?.get(word.text) ?? 0) - letterWorth * word.letters }))
    .toSorted((a, b) => a.worth - b.worth)
    .map(({ word }) => word)
  const seen = new Set<string>()
  return [...(whole ? [whole] : []), ...likely]
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .slice(0, most)
    .map(({ text, letters: taken, reading }) => ({ text, letters: taken, reading }))
}
