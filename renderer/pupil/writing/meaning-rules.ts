import type { Dictionary } from './dictionary-rules.ts'
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

/** The readings that a run of pieces may stand for. */
function readingsOf(run: readonly Piece[], dictionary: Dictionary): readonly string[] {
  if (run.every(({ whole }) => whole)) return [run.map(({ syllable }) => syllable).join("'")]
  const initials = run.map(({ syllable }) => syllable.charAt(0)).join('')
  return dictionary.readingsOf(initials).filter((reading) => fits(reading.split("'"), run))
}

/** What a run of pieces may mean, the likeliest first. */
export function meaningsOf(run: readonly Piece[], { dictionary, memory }: Knowledge): readonly Found[] {
  const letters = run.at(-1)?.to ?? 0
  const guessed = guess * run.filter(({ whole }) => !whole).length
  return readingsOf(run, dictionary)
    .flatMap((reading) =>
      [...dictionary.wordsOf(reading), ...memory.wordsOf(reading)].map(({ word, cost }) => ({
        text: word,
        letters,
        reading: reading.split("'"),
        cost: cost + guessed - memory.bonus(reading, word),
      })),
    )
    .toSorted((a, b) => a.cost - b.cost)
}
