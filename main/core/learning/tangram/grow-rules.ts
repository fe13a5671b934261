import { pick, shuffled, type Random } from '../random-rules.ts'
import { minus, origin, plus, REACH, type Point } from './lattice-rules.ts'
import { cornersOf, isFlippable, orientedOf, type Placement } from './piece-rules.ts'
import { cover, isPlain, overlaps, regionOf, type Region } from './region-rules.ts'

/** Places that are tried for each piece; the one that leaves the fewest corners is taken. */
const PLACES = 20
/** Figures that are begun before the last good one is taken; one in three or so is plain. */
const BEGUN = 60

/**
 * A figure of its own: the seven pieces put corner to corner, one after another, so that few corners are left. It is in one
 * piece, has no hole and touches itself nowhere. `most`: corners at most. Null where chance found none.
 */
export function grow(random: Random, most: number): readonly Placement[] | null {
  for (let begun = 0; begun < BEGUN; begun += 1) {
    const figure = grown(random)
    if (figure && cornersLeft(regionOf(figure)) <= most && isPlain(figure))
      return figure.toSorted((one, other) => one.piece - other.piece)
  }
  return null
}

/** A corner is where a side of one direction ends and one of another begins: two counts. */
const cornersLeft = (region: Region): number => region.size / 2

function grown(random: Random): readonly Placement[] | null {
  // Large pieces first: small ones find a place everywhere.
  const order = [...shuffled([0, 1], random), ...shuffled([2, 3, 4, 5, 6], random)]
  const placed: Placement[] = []
  const corners: Point[] = [origin]
  const region: Region = new Map()
  for (const piece of order) {
    const best = bestPlace(piece, placed, corners, region, random)
    if (!best) return null
    placed.push(best)
    cover(region, best)
    corners.push(...cornersOf(best))
  }
  return placed
}

function bestPlace(
  piece: number,
  placed: readonly Placement[],
  corners: readonly Point[],
  region: Region,
  random: Random,
): Placement | null {
  let best: Placement | null = null
  let fewest = Infinity
  for (let tried = 0; tried < PLACES; tried += 1) {
    const turn = Math.floor(random() * 8)
    const flip = isFlippable(piece) && random() < 0.5
    const own = pick(orientedOf({ piece, turn, flip }).corners, random) ?? origin
    const at = minus(pick(corners, random) ?? origin, own)
    const place = { piece, turn, flip, at }
    if (!isWithin(at) || placed.some((other) => overlaps(place, other))) continue
    cover(region, place)
    if (region.size < fewest) {
      fewest = region.size
      best = place
    }
    cover(region, place, -1)
  }
  return best
}

/** A piece reaches two units at most: what is left is room for it. */
const isWithin = (at: Point): boolean => plus(at, origin).every((c) => Math.abs(c) <= REACH - 4)
