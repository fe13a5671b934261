import { xOf, yOf } from '#core/learning/tangram/lattice-rules.ts'
import { cornersOf, type Placement } from '#core/learning/tangram/piece-rules.ts'
import { middleAt, outlineOf, type Lying, type Spot } from '#core/learning/tangram/table-rules.ts'

/** The drawing in its own units: the field for the figure on the left, the tray on the right. */
export interface Places {
  readonly width: number
  readonly height: number
  readonly field: number
  readonly tray: number
  /** Units of the drawing for one unit of the pieces. */
  readonly scale: number
  /** Pieces that the child lays. */
  readonly loose: readonly number[]
  readonly toPlace: (spot: Spot) => Spot
  readonly toSpot: (place: Spot) => Spot
}

const HEIGHT = 456
const GAP = 24
const wide = { width: 1302, tray: 488, most: 84 } as const
const narrow = { width: 976, tray: 400, most: 66 } as const
/** A few large pieces have room. */
const FEW = { pieces: 4, larger: 1.15 } as const
/** So much of the field a figure takes at most. */
const FILLED = 0.88

/** The figure in the middle of its field, as large as there is room for it and for the pieces beside. */
export function placesFor(
  solution: readonly Placement[],
  loose: readonly number[],
  isNarrow: boolean,
): Places {
  const { width, tray, most } = isNarrow ? narrow : wide
  const field = width - tray - GAP
  const corners = solution.flatMap(cornersOf)
  const [xs, ys] = [corners.map(xOf), corners.map(yOf)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(
    loose.length <= FEW.pieces ? most * FEW.larger : most,
    (field * FILLED) / (right - left),
    (HEIGHT * FILLED) / (high - low),
  )
  const middle = { x: (left + right) / 2, y: (low + high) / 2 }
  return {
    width,
    height: HEIGHT,
    field,
    tray,
    scale,
    loose,
    toPlace: ({ x, y }) => ({
      x: field / 2 + (x - middle.x) * scale,
      y: HEIGHT / 2 - (y - middle.y) * scale,
    }),
    toSpot: ({ x, y }) => ({
      x: middle.x + (x - field / 2) / scale,
      y: middle.y - (y - HEIGHT / 2) / scale,
    }),
  }
}

/** Where pieces wait in the tray, in parts of it, the largest first: a few have more room. */
const slots = [[0.26, 0.25], [0.74, 0.27], [0.2, 0.72], [0.44, 0.86], [0.88, 0.6], [0.47, 0.56], [0.72, 0.84]] as const // prettier-ignore
const fewSlots = [
  [0.28, 0.27],
  [0.72, 0.73],
  [0.74, 0.25],
  [0.26, 0.75],
] as const

/** Free room at the edge of the tray. */
const EDGE = 14

/** So that all parts, seen from there, are inside a size. */
const between = (at: number, parts: readonly number[], size: number): number =>
  Math.min(size - EDGE - Math.max(...parts), Math.max(EDGE - Math.min(...parts), at))

/** The middle of a piece that waits, wholly inside the tray. */
function waiting({ field, tray, height, scale, loose }: Places, piece: number, lying: Lying): Spot {
  const few = loose.length <= FEW.pieces
  const [across = 0.5, down = 0.5] = (few ? fewSlots[loose.indexOf(piece)] : slots[piece]) ?? []
  const outline = outlineOf(piece, lying)
  const [xs, ys] = [outline.map(({ x }) => x * scale), outline.map(({ y }) => -y * scale)]
  return {
    x: field + GAP + between(across * tray, xs, tray),
    y: between(down * height, ys, height),
  }
}

/** Where the middle of a piece is drawn. */
export function placeOf(places: Places, piece: number, lying: Lying): Spot {
  if (lying.at) return places.toPlace(middleAt(piece, lying, lying.at))
  if (!lying.loose) return waiting(places, piece, lying)
  return within(places, places.toPlace(lying.loose))
}

/** Nothing can be pushed off the table. */
export const within = ({ width, height }: Places, { x, y }: Spot): Spot => ({
  x: Math.min(width - 30, Math.max(30, x)),
  y: Math.min(height - 30, Math.max(30, y)),
})
