import { isRecord, isWhole } from '../parsed-rules.ts'
import {
  isPoint,
  minus,
  mirrored,
  nameOf,
  origin,
  plus,
  turned,
  xOf,
  yOf,
  type Point,
} from './lattice-rules.ts'

export type Shape = 'large' | 'medium' | 'small' | 'square' | 'slant'

/** The seven pieces, by their number. `slant` is the parallelogram: the only one that can lie on its back. */
export const shapes: readonly Shape[] = ['large', 'large', 'medium', 'small', 'small', 'square', 'slant']

/** Where a piece lies: turned by so many eighths about its first corner, which stands at a point. */
export interface Placement {
  readonly piece: number
  /** 0 to 7, anticlockwise. */
  readonly turn: number
  /** The slant on its back; false for all others. */
  readonly flip: boolean
  readonly at: Point
}

/** A piece in one of its directions, its first corner at the origin. */
export interface Oriented {
  /** Anticlockwise. */
  readonly corners: readonly Point[]
  /** What each corner adds to the name (`nameOf`) of the first one. */
  readonly names: readonly number[]
  /** Direction of the side that begins at each corner, in eighths, 0 to 3: to and fro are one. */
  readonly sides: readonly number[]
  /** From where to where it reaches across each of the four directions. */
  readonly spans: readonly (readonly [number, number])[]
}

const root2: Point = [0, 1, 0, -1]
const lying: Readonly<Record<Shape, readonly Point[]>> = {
  large: [origin, [2, 0, 0, 0], [0, 0, 2, 0]],
  medium: [origin, root2, turned(root2, 2)],
  small: [origin, [1, 0, 0, 0], [0, 0, 1, 0]],
  square: [origin, [1, 0, 0, 0], [1, 0, 1, 0], [0, 0, 1, 0]],
  slant: [origin, [1, 0, 0, 0], [2, 0, 1, 0], [1, 0, 1, 0]],
}

/** How far a point lies to the left of the line through the origin in a direction of so many eighths, 0 to 3. */
export function awayFrom(x: number, y: number, side: number): number {
  if (side === 0) return y
  if (side === 1) return (y - x) * Math.SQRT1_2
  return side === 2 ? -x : (x + y) * -Math.SQRT1_2
}

function oriented(shape: Shape, turn: number, flip: boolean): Oriented {
  const base = flip ? lying[shape].map(mirrored).toReversed() : lying[shape]
  const corners = base.map((corner) => turned(corner, turn))
  const names = corners.map((corner) => nameOf(corner) - nameOf(origin))
  const sides = corners.map((corner, at) => {
    const way = minus(corners[(at + 1) % corners.length] ?? origin, corner)
    return ((Math.round(Math.atan2(yOf(way), xOf(way)) / (Math.PI / 4)) % 4) + 4) % 4
  })
  const spans = [0, 1, 2, 3].map((side) => {
    const away = corners.map((corner) => awayFrom(xOf(corner), yOf(corner), side))
    return [Math.min(...away), Math.max(...away)] as const
  })
  return { corners, names, sides, spans }
}

const all = new Map<string, Oriented>()
for (const shape of Object.keys(lying) as Shape[])
  for (let turn = 0; turn < 8; turn += 1)
    for (const flip of [false, true]) all.set(`${shape} ${turn} ${flip}`, oriented(shape, turn, flip))
const byPiece = shapes.map((shape) =>
  [false, true].map((flip) => [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => all.get(`${shape} ${turn} ${flip}`))),
)
const none: Oriented = { corners: [], names: [], sides: [], spans: [] }

export const orientedOf = ({ piece, turn, flip }: Omit<Placement, 'at'>): Oriented =>
  byPiece[piece]?.[flip ? 1 : 0]?.[turn] ?? none

/** Its corners on the table, anticlockwise. */
export const cornersOf = (placement: Placement): readonly Point[] =>
  orientedOf(placement).corners.map((corner) => plus(corner, placement.at))

export const isFlippable = (piece: number): boolean => shapes[piece] === 'slant'

export const isPlacement = (value: unknown): value is Placement =>
  isRecord(value) &&
  isWhole(value['piece'], 0, shapes.length - 1) &&
  isWhole(value['turn'], 0, 7) &&
  typeof value['flip'] === 'boolean' &&
  (isFlippable(value['piece']) || !value['flip']) &&
  isPoint(value['at']) &&
  Object.keys(value).length === 4

/** Each of the seven once, in the order of their numbers. */
export const isWholeSet = (value: unknown): value is readonly Placement[] =>
  Array.isArray(value) &&
  value.length === shapes.length &&
  value.every((one, piece) => isPlacement(one) && one.piece === piece)

/** The same set turned by eighths, or mirrored first, about the origin. */
export function movedSet(
  placements: readonly Placement[],
  { turn, mirror }: { readonly turn: number; readonly mirror: boolean },
): readonly Placement[] {
  return placements.map((placement) => {
    const corners = cornersOf(placement)
    const moved = (mirror ? corners.map(mirrored).toReversed() : corners).map((corner) =>
      turned(corner, turn),
    )
    return lyingAt(placement.piece, moved) ?? placement
  })
}

/** How a piece lies whose corners stand there (anticlockwise, from any of them); null where it cannot. */
export function lyingAt(piece: number, corners: readonly Point[]): Placement | null {
  for (const flip of isFlippable(piece) ? [false, true] : [false])
    for (let turn = 0; turn < 8; turn += 1)
      for (const at of corners) {
        const own = cornersOf({ piece, turn, flip, at })
        if (own.every((corner) => corners.some((other) => minus(corner, other).every((c) => c === 0))))
          return { piece, turn, flip, at }
      }
  return null
}
