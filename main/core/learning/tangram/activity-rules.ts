import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import { fresh } from '../fresh-rules.ts'
import { ladder, type LadderState } from '../ladder-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'
import { shuffled, type Random } from '../random-rules.ts'
import { figureNames, namedFigure, type FigureName } from './figure-rules.ts'
import { grow } from './grow-rules.ts'
import { xOf, yOf, type Point } from './lattice-rules.ts'
import { cornersOf, isFlippable, isWholeSet, shapes, type Placement } from './piece-rules.ts'
import { coversSame, loopsOf, overlaps, regionOf } from './region-rules.ts'

/** No grade of the standard: figures laid out of others stand in it for the grades 1 and 2 (图形的拼组), the rest goes on from there. */
export const levels = [
  { id: 'three-left', grade: 1 },
  { id: 'lines', grade: 1 },
  { id: 'started', grade: 2 },
  { id: 'shadow', grade: 3 },
  { id: 'solid', grade: 5 },
] as const

export type TangramLevel = (typeof levels)[number]['id']

/** How a piece lies before it is touched. */
export interface Start {
  readonly turn: number
  readonly flip: boolean
}

/** A figure to be laid with the seven pieces. The answer is where all of them lie; any way that covers the figure is right. */
export interface TangramExercise extends Exercise {
  /** What it looks like; null for a figure that chance made. */
  readonly figure: FigureName | null
  /** One way to lay it, the pieces in the order of their numbers. */
  readonly solution: readonly Placement[]
  /** Pieces that lie there already, by number. */
  readonly fixed: readonly number[]
  readonly start: readonly Start[]
}

/** One piece may be shown where it belongs, palely: the one that the component finds a free place for. */
export interface TangramHint {
  readonly ghost: true
}

// A figure takes minutes: three of them are a good reason for harder ones.
const { begin, readState, levelOf, advance } = ladder(levels, { up: 3, down: 2 })

/** Whether the lines between the pieces are drawn. */
export const hasLines = (level: string): boolean => level === 'three-left' || level === 'lines'

/** The seven pieces of the tangram (七巧板, L5), on a figure that shows less and less. */
export const tangram: ActivityRules<LadderState, TangramExercise, TangramHint> = {
  id: 'tangram',
  subject: 'logic',
  grades: { from: 1, to: 6 },
  levels,
  length: 1,
  tries: null,
  book: null,
  begin,
  readState,
  levelOf,
  advance,

  readExercise(kept) {
    if (!isRecord(kept) || typeof kept['key'] !== 'string' || !isLevel(kept['level'])) return null
    const { key, level, figure, solution, fixed, start } = kept
    if (key.length === 0 || key.length > 80 || !(figure === null || isFigure(figure))) return null
    if (!isWholeSet(solution) || solution.some((one) => clashes(one, solution))) return null
    if (!Array.isArray(fixed) || !fixed.every((piece): piece is number => isWhole(piece, 0, 5))) return null
    if (!Array.isArray(start) || start.length !== shapes.length || !start.every(isStart)) return null
    return { key, level, figure, solution, fixed, start }
  },

  next({ level }, random, asking) {
    const at = isLevel(level) ? level : levels[0].id
    return fresh(() => exerciseOf(at, random), asking, TRIES)
  },

  again: () => null,

  check({ solution }, answer) {
    if (!isWholeSet(answer)) return { check: 'nothing' }
    return { check: coversSame(solution, answer) ? 'right' : 'partly' }
  },

  solve: ({ solution }) => solution,

  hint: () => ({ ghost: true }),

  print({ level, solution, fixed }) {
    const lines = hasLines(level) ? solution : solution.filter(({ piece }) => fixed.includes(piece))
    return {
      ask: [{ kind: 'word', word: 'paper' }, drawing(solution, lines)],
      answer: [drawing(solution, solution)],
    }
  },

  stamps(_, __, { exercise, how }) {
    if (how === 'shown' || exercise.level === 'three-left') return []
    if (hasLines(exercise.level)) return [{ stamp: 'seven', facts: {} }]
    if (how !== 'alone' || exercise.fixed.length > 0) return []
    return [{ stamp: exercise.level === 'solid' ? 'solid' : 'shadow', facts: {} }]
  },
}

/** A figure takes half a millisecond to grow, and another one comes nearly always. */
const TRIES = 20
const isLevel = (id: unknown): id is TangramLevel => levels.some((level) => level.id === id)
const isFigure = (name: unknown): name is FigureName => figureNames.some((one) => one === name)
const isStart = (value: unknown): value is Start =>
  isRecord(value) &&
  isWhole(value['turn'], 0, 7) &&
  typeof value['flip'] === 'boolean' &&
  Object.keys(value).length === 2
const clashes = (one: Placement, all: readonly Placement[]): boolean =>
  all.some((other) => other.piece > one.piece && overlaps(one, other))

/** Of figures without a name: how many there are among all, and corners at most. The fewer corners, the less they tell, and the longer chance looks for one. */
const own: Readonly<Record<TangramLevel, { readonly share: number; readonly corners: number }>> = {
  'three-left': { share: 0.4, corners: 13 },
  lines: { share: 0.4, corners: 13 },
  started: { share: 0.4, corners: 13 },
  shadow: { share: 0.4, corners: 12 },
  solid: { share: 0.25, corners: 9 },
}

function figureOf(
  level: TangramLevel,
  random: Random,
): { readonly key: string; readonly name: FigureName | null; readonly placements: readonly Placement[] } {
  const { share, corners } = own[level]
  const grown = random() < share ? grow(random, corners) : null
  if (grown) return { key: `own ${markOf(grown)}`, name: null, placements: grown }
  return namedFigure(random, level === 'solid' ? 'solid' : 'any')
}

function exerciseOf(level: TangramLevel, random: Random): TangramExercise {
  const { key, name, placements } = figureOf(level, random)
  const order = shuffled(
    shapes.map((_, piece) => piece).filter((piece) => !isFlippable(piece)),
    random,
  )
  const fixed = order.slice(0, level === 'three-left' ? 4 : level === 'started' ? 3 : 0)
  const start = placements.map(({ turn, flip, piece }) =>
    level === 'three-left'
      ? { turn, flip }
      : {
          turn: Math.floor(random() * 8),
          flip: level !== 'lines' && isFlippable(piece) ? random() < 0.5 : flip,
        },
  )
  return {
    key,
    level,
    figure: name,
    solution: placements,
    fixed: fixed.toSorted((one, other) => one - other),
    start,
  }
}

/** The same for the same figure wherever it was grown: its counts, seen from its lowest one (FNV-1a). */
function markOf(placements: readonly Placement[]): string {
  const counts = [...regionOf(placements)].toSorted(([one], [other]) => one - other)
  const [first = 0] = counts[0] ?? []
  let mark = 2166136261
  for (const [key, times] of counts) mark = Math.imul(mark ^ ((key - first) * 8 + times + 4), 16777619)
  return (mark >>> 0).toString(36)
}

/** Points of a unit on paper. */
const UNIT = 34

function drawing(figure: readonly Placement[], lines: readonly Placement[]): PrintPart {
  const points = figure.flatMap(cornersOf)
  const [left, top] = [Math.min(...points.map(xOf)), Math.max(...points.map(yOf))]
  const [right, bottom] = [Math.max(...points.map(xOf)), Math.min(...points.map(yOf))]
  const place = (point: Point): string =>
    `${round((xOf(point) - left) * UNIT + 3)} ${round((top - yOf(point)) * UNIT + 3)}`
  const closed = (loop: readonly Point[]): string => `M${loop.map(place).join('L')}Z`
  return {
    kind: 'drawing',
    width: round((right - left) * UNIT + 6),
    height: round((top - bottom) * UNIT + 6),
    paths: [
      ...lines.map((piece) => ({ d: closed(cornersOf(piece)), stroke: 1 })),
      { d: loopsOf(figure).map(closed).join(''), stroke: 3 },
    ],
  }
}

const round = (length: number): number => Math.round(length * 10) / 10
