import { isRecord, isWhole } from '../parsed-rules.ts'
import type { TangramExercise } from './activity-rules.ts'
import { isPoint, minus, nameOf, xOf, yOf, type Point } from './lattice-rules.ts'
import { cornersOf, isFlippable, orientedOf, shapes, type Placement } from './piece-rules.ts'
import { isInside, overlaps } from './region-rules.ts'

/** How a piece lies on the table: `at` where it has a place in the figure, else `loose` where it was let go (its middle, in units), else beside. */
export interface Lying {
  readonly turn: number
  readonly flip: boolean
  readonly at: Point | null
  readonly loose: Spot | null
}

export interface Spot {
  readonly x: number
  readonly y: number
}

/** The seven pieces, by number. */
export type Table = readonly Lying[]

/** Middle of a piece, from its first corner. */
function middleOf(piece: number, { turn, flip }: Pick<Lying, 'turn' | 'flip'>): Spot {
  const { corners } = orientedOf({ piece, turn, flip })
  const sum = (of: (point: Point) => number) => corners.reduce((all, corner) => all + of(corner), 0)
  return { x: sum(xOf) / corners.length, y: sum(yOf) / corners.length }
}

/** Corners seen from the middle, for drawing. */
export function outlineOf(piece: number, lying: Pick<Lying, 'turn' | 'flip'>): readonly Spot[] {
  const middle = middleOf(piece, lying)
  return orientedOf({ piece, ...lying }).corners.map((corner) => ({
    x: xOf(corner) - middle.x,
    y: yOf(corner) - middle.y,
  }))
}

/** Where the middle of a piece is that has a place. */
export function middleAt(piece: number, lying: Pick<Lying, 'turn' | 'flip'>, at: Point): Spot {
  const middle = middleOf(piece, lying)
  return { x: xOf(at) + middle.x, y: yOf(at) + middle.y }
}

/** Pieces that have a place in the figure. */
export const placedOn = (table: Table): readonly Placement[] =>
  table.flatMap(({ turn, flip, at }, piece) => (at ? [{ piece, turn, flip, at }] : []))

/** Before anything was touched. */
export const freshTable = ({ solution, start, fixed }: TangramExercise): Table =>
  solution.map(({ piece, turn, flip, at }) =>
    fixed.includes(piece)
      ? { turn, flip, at, loose: null }
      : { turn: start[piece]?.turn ?? 0, flip: start[piece]?.flip ?? false, at: null, loose: null },
  )

/** The table as it was kept before a crash, as far as it can be believed: what does not fit lies beside the figure again. */
export function readTable(kept: unknown, exercise: TangramExercise): Table {
  const fresh = freshTable(exercise)
  if (!Array.isArray(kept) || kept.length !== shapes.length) return fresh
  let table = fresh
  for (const [piece, value] of kept.entries()) {
    const lying = exercise.fixed.includes(piece) ? null : readLying(value, piece)
    if (!lying) continue
    const fits = lying.at === null || isFree(exercise, table, { piece, ...lying, at: lying.at })
    table = table.with(piece, fits ? lying : { ...lying, at: null })
  }
  return table
}

function readLying(value: unknown, piece: number): Lying | null {
  if (!isRecord(value) || !isWhole(value['turn'], 0, 7) || typeof value['flip'] !== 'boolean') return null
  const { turn, flip, at, loose } = value
  if (flip && !isFlippable(piece)) return null
  return { turn, flip, at: isPoint(at) ? at : null, loose: readSpot(loose) }
}

const isNear = (value: unknown): value is number => Number.isFinite(value) && Math.abs(value as number) < 50

function readSpot(value: unknown): Spot | null {
  if (!isRecord(value)) return null
  const { x, y } = value
  return isNear(x) && isNear(y) ? { x, y } : null
}

/** Whether a place is inside the figure, and no other piece lies there. */
export function isFree({ solution }: TangramExercise, table: Table, place: Placement): boolean {
  const others = placedOn(table).filter(({ piece }) => piece !== place.piece)
  return !others.some((other) => overlaps(place, other)) && isInside(place, solution)
}

/** Every free place of a piece as it lies now, corner to corner with the figure or with pieces that have theirs. */
export function placesFor(exercise: TangramExercise, table: Table, piece: number): readonly Point[] {
  const lying = table[piece]
  if (!lying) return []
  const { turn, flip } = lying
  const own = orientedOf({ piece, turn, flip }).corners
  const others = placedOn(table).filter((other) => other.piece !== piece)
  const found = new Map<number, Point>()
  for (const target of [...exercise.solution, ...others].flatMap(cornersOf))
    for (const corner of own) {
      const at = minus(target, corner)
      const name = nameOf(at)
      if (!found.has(name) && isPoint(at) && isFree(exercise, table, { piece, turn, flip, at }))
        found.set(name, at)
    }
  return [...found.values()]
}

const apart = (one: Spot, other: Spot): number => Math.hypot(one.x - other.x, one.y - other.y)

/** The free place nearest to where a piece was let go; null where none is within so many units. */
export function nearest(
  exercise: TangramExercise,
  table: Table,
  piece: number,
  to: Spot,
  within: number,
): Point | null {
  const lying = table[piece]
  if (!lying) return null
  const near = placesFor(exercise, table, piece)
    .map((at) => ({ at, far: apart(middleAt(piece, lying, at), to) }))
    .filter(({ far }) => far <= within)
    .toSorted((one, other) => one.far - other.far)
  return near[0]?.at ?? null
}

/** The next free place in a direction (x right, y up), for keys; null where there is none that way. */
export function placeTowards(
  exercise: TangramExercise,
  table: Table,
  piece: number,
  from: Spot,
  way: Spot,
): Point | null {
  const lying = table[piece]
  if (!lying) return null
  const ahead = placesFor(exercise, table, piece).flatMap((at) => {
    const to = middleAt(piece, lying, at)
    const along = (to.x - from.x) * way.x + (to.y - from.y) * way.y
    const beside = Math.abs((to.x - from.x) * way.y - (to.y - from.y) * way.x)
    return along > 0.01 ? [{ at, far: along + 2 * beside }] : []
  })
  return ahead.toSorted((one, other) => one.far - other.far)[0]?.at ?? null
}

/** What help shows: a piece palely in a free place of the known way; where none is free, pieces that lie in the way. */
export type Ghost =
  | { readonly kind: 'place'; readonly placement: Placement }
  | { readonly kind: 'away'; readonly pieces: readonly number[] }

export function ghostFor(exercise: TangramExercise, table: Table): Ghost | null {
  const { solution, fixed } = exercise
  const placed = placedOn(table)
  for (const { piece, turn, flip, at } of solution) {
    if (placed.some((other) => overlaps({ piece, turn, flip, at }, other))) continue
    // Of two alike, the one that is still beside.
    const own = shapes.findIndex((shape, other) => shape === shapes[piece] && !table[other]?.at)
    if (own >= 0) return { kind: 'place', placement: { piece: own, turn, flip, at } }
  }
  const isKnown = (one: Placement): boolean =>
    solution.some((other) => shapes[other.piece] === shapes[one.piece] && coversPiece(one, other))
  const pieces = placed.filter((one) => !fixed.includes(one.piece) && !isKnown(one)).map(({ piece }) => piece)
  return pieces.length > 0 ? { kind: 'away', pieces } : null
}

/** Whether two pieces alike cover the same place. */
function coversPiece(one: Placement, other: Placement): boolean {
  const names = new Set(cornersOf(other).map(nameOf))
  return cornersOf(one).every((corner) => names.has(nameOf(corner)))
}
