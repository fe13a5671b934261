/**
 * A point of the table, exact: c0 + c1·ζ + c2·ζ² + c3·ζ³, ζ being the eighth root of one (1 turned by 45°). All corners of tangram
 * pieces that lie edge to edge and turned by eighths are such points, and each point is written in one way only: two points are
 * the same when their four whole numbers are. One unit is the short side of the small triangle; y goes up.
 */
export type Point = readonly [number, number, number, number]

/** So far from the middle of the table a coefficient may be: seven pieces in a row never need more. */
export const REACH = 30

export const origin: Point = [0, 0, 0, 0]

export const plus = (one: Point, other: Point): Point => [
  one[0] + other[0],
  one[1] + other[1],
  one[2] + other[2],
  one[3] + other[3],
]

export const minus = (one: Point, other: Point): Point => [
  one[0] - other[0],
  one[1] - other[1],
  one[2] - other[2],
  one[3] - other[3],
]

/** Turned about the origin by so many eighths, anticlockwise. */
export function turned(point: Point, eighths: number): Point {
  let at = point
  for (let done = 0; done < ((eighths % 8) + 8) % 8; done += 1) at = [0 - at[3], at[0], at[1], at[2]]
  return at
}

/** Mirrored: y becomes -y. */
export const mirrored = ([c0, c1, c2, c3]: Point): Point => [c0, 0 - c3, 0 - c2, 0 - c1]

export const xOf = ([c0, c1, , c3]: Point): number => c0 + (c1 - c3) * Math.SQRT1_2
export const yOf = ([, c1, c2, c3]: Point): number => c2 + (c1 + c3) * Math.SQRT1_2

/** One number for a point within `REACH`, for maps. */
export const nameOf = ([c0, c1, c2, c3]: Point): number =>
  (((c0 + 32) * 64 + c1 + 32) * 64 + c2 + 32) * 64 + c3 + 32

export const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.every((one) => Number.isInteger(one) && Math.abs(one as number) <= REACH)
