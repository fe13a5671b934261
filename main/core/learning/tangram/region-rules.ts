import { nameOf, xOf, yOf, type Point } from './lattice-rules.ts'
import { awayFrom, cornersOf, orientedOf, type Placement } from './piece-rules.ts'

/** Far less than any two different figures made of whole coefficients within reach can differ by (1 / 72), far more than floats err. */
const HAIR = 1e-6

/**
 * What pieces cover, exactly. Each side begins at one point and ends at another, on a line of one of four directions; beginnings
 * count one, ends minus one, and what cancels is left out. Two sets cover the same table equally often, everywhere, exactly when
 * these counts are the same: sides inside cancel, and a line on which nothing begins or ends is empty.
 */
export type Region = Map<number, number>

/** Puts a piece on (or with -1 takes it off) a region. */
export function cover(region: Region, placement: Placement, sign: 1 | -1 = 1): void {
  const { names, sides } = orientedOf(placement)
  const first = nameOf(placement.at)
  for (let at = 0; at < names.length; at += 1) {
    const name = (first + (names[at] ?? 0)) * 4
    count(region, name + (sides[at] ?? 0), sign)
    count(region, name + (sides[(at + sides.length - 1) % sides.length] ?? 0), -sign)
  }
}

function count(region: Region, key: number, change: number): void {
  const now = (region.get(key) ?? 0) + change
  if (now === 0) region.delete(key)
  else region.set(key, now)
}

export function regionOf(placements: readonly Placement[]): Region {
  const region: Region = new Map()
  for (const placement of placements) cover(region, placement)
  return region
}

/** Whether both sets cover the same figure. One that covers itself twice anywhere is the same as none that does not. */
export function coversSame(one: readonly Placement[], other: readonly Placement[]): boolean {
  const region = regionOf(one)
  for (const placement of other) cover(region, placement, -1)
  return region.size === 0
}

/** Whether two pieces lie over one another; side by side is not. All sides have one of four directions: one of them parts the two, or none. */
export function overlaps(one: Placement, other: Placement): boolean {
  const mine = orientedOf(one).spans
  const its = orientedOf(other).spans
  const x = xOf(other.at) - xOf(one.at)
  const y = yOf(other.at) - yOf(one.at)
  for (let side = 0; side < mine.length; side += 1) {
    const own = mine[side]
    const span = its[side]
    if (!own || !span) return false
    const shift = awayFrom(x, y, side)
    if (span[0] + shift > own[1] - HAIR || span[1] + shift < own[0] + HAIR) return false
  }
  return true
}

interface Spot {
  readonly x: number
  readonly y: number
}

const spotsOf = (placement: Placement): readonly Spot[] =>
  cornersOf(placement).map((corner) => ({ x: xOf(corner), y: yOf(corner) }))

const left = (from: Spot, to: Spot, of: Spot): number =>
  (to.x - from.x) * (of.y - from.y) - (to.y - from.y) * (of.x - from.x)

function areaOf(spots: readonly Spot[]): number {
  let twice = 0
  for (const [at, spot] of spots.entries()) {
    const next = spots[(at + 1) % spots.length] ?? spot
    twice += spot.x * next.y - next.x * spot.y
  }
  return twice / 2
}

/** What two pieces have in common: the first cut off along each side of the second. */
function common(one: readonly Spot[], other: readonly Spot[]): readonly Spot[] {
  let rest = one
  for (const [at, from] of other.entries()) {
    const to = other[(at + 1) % other.length] ?? from
    const before = rest
    rest = before.flatMap((spot, index) => {
      const next = before[(index + 1) % before.length] ?? spot
      const [here, there] = [left(from, to, spot), left(from, to, next)]
      const kept = here >= 0 ? [spot] : []
      if (here >= 0 === there >= 0) return kept
      const share = here / (here - there)
      return [...kept, { x: spot.x + (next.x - spot.x) * share, y: spot.y + (next.y - spot.y) * share }]
    })
  }
  return rest
}

/** Whether a piece lies wholly on a figure that is given by pieces which cover it once. */
export function isInside(piece: Placement, figure: readonly Placement[]): boolean {
  const spots = spotsOf(piece)
  let covered = 0
  for (const part of figure) if (overlaps(piece, part)) covered += areaOf(common(spots, spotsOf(part)))
  return covered > areaOf(spots) - HAIR
}

/** A closed line around a figure (or around a hole in it, the other way), corner by corner. */
export type Loop = readonly Point[]

interface Side {
  readonly from: Point
  readonly to: Point
}

/** The lines around a figure. Where it touches itself in a point, two loops may be one. */
export function loopsOf(placements: readonly Placement[]): readonly Loop[] {
  const sides = sidesOf(placements)
  const open = new Set(sides)
  const loops: Point[][] = []
  for (const first of sides) {
    if (!open.has(first)) continue
    const loop: Point[] = []
    for (let side: Side | undefined = first; side;) {
      open.delete(side)
      loop.push(side.from)
      const end = nameOf(side.to)
      side = sides.find((other) => open.has(other) && nameOf(other.from) === end)
    }
    loops.push(loop)
  }
  return loops
}

/** Sides of the whole figure: what is left on each line after sides inside have cancelled. */
function sidesOf(placements: readonly Placement[]): readonly Side[] {
  const points = new Map(placements.flatMap(cornersOf).map((corner) => [nameOf(corner), corner]))
  const lines = new Map<
    string,
    { readonly along: number; readonly point: Point; readonly change: number }[]
  >()
  for (const [key, change] of regionOf(placements)) {
    const side = key % 4
    const point = points.get(Math.floor(key / 4))
    if (!point) continue
    const away = awayFrom(xOf(point), yOf(point), side)
    const line = `${side} ${Math.round(away / HAIR / 10)}`
    const along = -awayFrom(xOf(point), yOf(point), (side + 2) % 4) * (side > 1 ? -1 : 1)
    const on = lines.get(line) ?? []
    on.push({ along, point, change })
    lines.set(line, on)
  }
  return [...lines.values()].flatMap((on) => {
    const sorted = on.toSorted((one, other) => one.along - other.along)
    let times = 0
    return sorted.flatMap(({ point, change }, at) => {
      times += change
      const next = sorted[at + 1]
      if (times === 0 || !next) return []
      return [times > 0 ? { from: point, to: next.point } : { from: next.point, to: point }]
    })
  })
}

/** Whether a figure is in one piece, without a hole, and touches itself nowhere. */
export function isPlain(placements: readonly Placement[]): boolean {
  const loops = loopsOf(placements)
  const [loop] = loops
  if (!loop || loops.length > 1) return false
  const spots = loop.map((corner) => ({ x: xOf(corner), y: yOf(corner) }))
  return spots.every((spot, at) =>
    spots.every((from, side) => {
      const end = (side + 1) % spots.length
      const to = spots[end] ?? from
      return at === side || at === end || !isBetween(from, to, spot)
    }),
  )
}

function isBetween(from: Spot, to: Spot, spot: Spot): boolean {
  if (Math.abs(left(from, to, spot)) > HAIR) return false
  const along = (spot.x - from.x) * (to.x - from.x) + (spot.y - from.y) * (to.y - from.y)
  return along > -HAIR && along < (to.x - from.x) ** 2 + (to.y - from.y) ** 2 + HAIR
}
