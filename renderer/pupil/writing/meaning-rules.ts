import type { Dictionary, Reading } from './dictionary-rules.ts'
import type { Lattice, Piece } from './lattice-rules.ts'
import type { Memory } from './memory-rules.ts'

/** Something that may be meant by the first `letters` letters of what was typed. */
export interface Candidate {
  readonly text: string
  /** How many of the typed letters it takes. */
  readonly letters: number
  /** How it is read, a syllable for each character. */
  readonly reading: readonly string[]
}

/** A word with its place among others: the cheaper, the likelier, in nats. */
export interface Found extends Candidate {
  readonly cost: number
}

/** What words are looked up in. */
export interface Knowledge {
  readonly dictionary: Dictionary
  readonly memory: Memory
}

/** A syllable that was only begun is a guess; so many nats dearer. */
const guess = 4
/** Words are at most so long, in characters. */
const longestWord = 8
/** Where a syllable is only begun, so many readings are guessed at, and so many words of each: hundreds more would only be sorted in vain. */
const readingsGuessed = 48
const wordsGuessed = 8

/** Every run of pieces from one place on, as long as a word may be. */
export function* runs(
  lattice: Lattice,
  from: number,
  before: readonly Piece[] = [],
): Generator<readonly Piece[]> {
  for (const piece of lattice[from] ?? []) {
    const run = [...before, piece]
    yield run
    if (run.length < longestWord) yield* runs(lattice, piece.to, run)
  }
}

const fits = (reading: readonly string[], run: readonly Piece[]): boolean =>
  run.every(({ syllable, whole }, index) => {
    const own = reading[index] ?? ''
    return whole ? own === syllable : own.startsWith(syllable)
  })

/** The likeliest readings that a run of pieces may stand for, where a syllable of it is only begun. */
function guessesOf(run: readonly Piece[], dictionary: Dictionary): readonly Reading[] {
  const initials = run.map(({ syllable }) => syllable.charAt(0)).join('')
  const guesses: Reading[] = []
  for (const reading of dictionary.readingsOf(initials)) {
    if (fits(reading.syllables, run)) guesses.push(reading)
    if (guesses.length === readingsGuessed) break
  }
  return guesses
}

/** What a run of pieces may mean, the likeliest first. */
export function meaningsOf(run: readonly Piece[], { dictionary, memory }: Knowledge): readonly Found[] {
  const letters = run.at(-1)?.to ?? 0
  const begun = run.filter(({ whole }) => !whole).length
  const found: Found[] = []
  const add = ({ key, syllables: reading }: Reading, most: number) => {
    for (const { word, cost } of [...dictionary.wordsOf(key).slice(0, most), ...memory.wordsOf(key)])
      found.push({ text: word, letters, reading, cost: cost + guess * begun - memory.bonus(key, word) })
  }
  if (begun > 0) for (const reading of guessesOf(run, dictionary)) add(reading, wordsGuessed)
  else {
    const syllables = run.map(({ syllable }) => syllable)
    add({ key: syllables.join("'"), syllables }, Infinity)
  }
  return found.toSorted((a, b) => a.cost - b.cost)
}
