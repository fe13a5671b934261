import type { SudokuExercise } from '#core/learning/sudoku/activity-rules.ts'
import { shapeOf, type Cells } from '#core/learning/sudoku/shape-rules.ts'
import { onlySolution } from '#core/learning/sudoku/solve-rules.ts'
import { nextStep, type Step } from '#core/learning/sudoku/technique-rules.ts'

/** How far a child has come. */
export interface Position {
  /** All values, the given ones too; 0 where empty. */
  readonly cells: Cells
  /** What may stand in each place, noted down by the child, as bits 1 << value. */
  readonly maybe: readonly number[]
}

type Puzzle = Pick<SudokuExercise, 'size' | 'given'>

const fromNothing = ({ given }: Puzzle): Position => ({ cells: given, maybe: given.map(() => 0) })

const wholeUpTo = (list: unknown, length: number, most: number): list is number[] =>
  Array.isArray(list) &&
  list.length === length &&
  list.every((one) => Number.isInteger(one) && one >= 0 && one <= most)

/** What was kept before a crash, as far as it can be believed; given values always stand. */
export function positionIn(kept: unknown, puzzle: Puzzle): Position {
  if (typeof kept !== 'object' || kept === null) return fromNothing(puzzle)
  const { cells, maybe } = kept as { readonly cells?: unknown; readonly maybe?: unknown }
  const { size, given } = puzzle
  if (!wholeUpTo(cells, given.length, size) || !wholeUpTo(maybe, given.length, 2 << size))
    return fromNothing(puzzle)
  return { cells: given.map((value, at) => value || (cells[at] ?? 0)), maybe }
}

/** Puts a value, or takes it away where it stands already. What was noted there goes, and the value out of the notes around. */
export function put(
  { cells, maybe }: Position,
  { size, given }: Puzzle,
  at: number,
  value: number,
): Position {
  if (given[at]) return { cells, maybe }
  const next = cells[at] === value ? 0 : value
  const peers = shapeOf(size).peers[at] ?? []
  return {
    cells: cells.with(at, next),
    maybe: maybe.map((noted, place) =>
      place === at ? 0 : next && peers.includes(place) ? noted & ~(1 << next) : noted,
    ),
  }
}

/** What was in one cell before a move: its place, its value, what was noted there. */
type Before = readonly [at: number, value: number, maybe: number]
/** A move, as what takes it back. */
export type Move = readonly Before[]

/** Moves that are kept to be taken back, the last ones: some three times the cells of the largest grid. */
export const MOST_MOVES = 250

export const moveFrom = (before: Position, after: Position): Move =>
  before.cells.flatMap((value, at): Before[] => {
    const maybe = before.maybe[at] ?? 0
    return value === after.cells[at] && maybe === after.maybe[at] ? [] : [[at, value, maybe]]
  })

export function takenBack({ cells, maybe }: Position, move: Move): Position {
  const was = new Map(move.map((before) => [before[0], before]))
  return {
    cells: cells.map((value, at) => was.get(at)?.[1] ?? value),
    maybe: maybe.map((noted, at) => was.get(at)?.[2] ?? noted),
  }
}

/** The moves that were kept before a crash, first things first; none where one of them cannot be believed. */
export function movesIn(kept: unknown, { size, given }: Puzzle): readonly Move[] {
  if (typeof kept !== 'object' || kept === null) return []
  const { moves } = kept as { readonly moves?: unknown }
  if (!Array.isArray(moves) || moves.length > MOST_MOVES) return []
  const isBefore = (one: unknown): one is Before => {
    if (!wholeUpTo(one, 3, 2 << size)) return false
    const [at = 0, value = 0] = one
    return given[at] === 0 && value <= size
  }
  const isMove = (move: unknown): move is Move =>
    Array.isArray(move) && move.length > 0 && move.length <= given.length && move.every(isBefore)
  return moves.every(isMove) ? moves : []
}

/** Notes that a value may stand there, or no more; nothing where a value stands. */
export function note({ cells, maybe }: Position, at: number, value: number): Position {
  return { cells, maybe: cells[at] ? maybe : maybe.with(at, (maybe[at] ?? 0) ^ (1 << value)) }
}

export const notedAt = ({ maybe }: Position, at: number, size: number): readonly number[] =>
  Array.from({ length: size }, (_, value) => value + 1).filter((value) => (maybe[at] ?? 0) & (1 << value))

/** What helps from here: a place whose value cannot stay, or the easiest next value; undefined when all is there. */
export type NextHelp =
  | { readonly kind: 'think'; readonly at: number; readonly look: readonly number[] }
  | ({ readonly kind: 'step' } & Omit<Step, 'kind'> & { readonly unit: Step['kind'] })

export function helpFrom({ cells }: Position, { size, given }: Puzzle): NextHelp | undefined {
  const shape = shapeOf(size)
  const solution = onlySolution(shape, given)
  const at = cells.findIndex((value, place) => value > 0 && value !== solution?.[place])
  if (at >= 0) {
    const row = shape.units[Math.floor(at / size)] ?? []
    return { kind: 'think', at, look: row }
  }
  const step = nextStep(shape, cells)
  if (!step) return undefined
  const { kind: unit, ...rest } = step
  return { kind: 'step', unit, ...rest }
}
