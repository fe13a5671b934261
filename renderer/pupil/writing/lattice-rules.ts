import type { Dictionary } from './dictionary-rules.ts'

/** A piece of what was typed that stands for one character: a whole syllable, or the beginning of one. */
export interface Piece {
  readonly from: number
  readonly to: number
  /** As dictionaries write it: `lve` for `lue`, `ju` for `jv`. */
  readonly syllable: string
  readonly whole: boolean
}

/** Every piece that begins at each place of the letters; one place more than letters. */
export type Lattice = readonly (readonly Piece[])[]

const longestSyllable = 6

/** What a keyboard types, as the engine takes it: small letters and apostrophes, `v` for ü. */
export const lettersOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[’‘]/g, "'")
    .replace(/[^a-z']/g, '')

/** Children write ü where the spelling says u, and ue where it says üe. */
const spelled = (letters: string): string =>
  letters.replace(/^([jqxy])v/, '$1u').replace(/^([ln])ue$/, '$1ve')

const isInitial = (letters: string) => /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])$/.test(letters)

/** The pieces that begin at `from`. A beginning of a syllable counts at the end of what was typed, and elsewhere only where `short` allows a first consonant. */
function piecesAt(letters: string, from: number, dictionary: Dictionary, short: boolean): readonly Piece[] {
  const boundary = letters.indexOf("'", from)
  const end = Math.min(boundary < 0 ? letters.length : boundary, from + longestSyllable)
  const pieces: Piece[] = []
  for (let to = end; to > from; to--) {
    const syllable = spelled(letters.slice(from, to))
    const whole = dictionary.isSyllable(syllable)
    const last = to === letters.length && dictionary.isBeginning(syllable)
    const alone = (short || letters.charAt(to) === "'") && isInitial(syllable)
    if (!whole && !last && !alone) continue
    // An apostrophe belongs to the piece before it.
    let after = to
    while (letters.charAt(after) === "'") after++
    pieces.push({ from, to: after, syllable, whole })
  }
  return pieces
}

function reachesEnd(lattice: Lattice): boolean {
  const reached = new Set([0])
  lattice.forEach((pieces, from) => {
    if (reached.has(from)) for (const { to } of pieces) reached.add(to)
  })
  return reached.has(lattice.length - 1)
}

/** Leaves only pieces on a way from the first letter to the last, so that nothing is offered that leaves a rest that cannot be read. */
function passable(lattice: Lattice): Lattice {
  const ends = new Set([lattice.length - 1])
  const kept = lattice.map((): readonly Piece[] => [])
  for (let from = lattice.length - 1; from >= 0; from--) {
    kept[from] = (lattice[from] ?? []).filter(({ to }) => ends.has(to))
    if (kept[from]?.length) ends.add(from)
  }
  return kept
}

/** All ways to cut the letters into pieces: into whole syllables where that goes, else with first consonants alone (`nh`). */
export function cutLetters(letters: string, dictionary: Dictionary): Lattice | undefined {
  for (const short of [false, true]) {
    const lattice = Array.from({ length: letters.length + 1 }, (_, from) =>
      from < letters.length ? piecesAt(letters, from, dictionary, short) : [],
    )
    if (reachesEnd(lattice)) return passable(lattice)
  }
  return undefined
}
