import { pick, shuffled, type Random } from '../random-rules.ts'
import {
  fileOf,
  rankOf,
  squareAt,
  squares,
  type Kind,
  type Man,
  type Men,
  type Square,
} from './board-rules.ts'

/** One white man goes for stars; other white men stand in the way, and nobody answers. */
export interface Walk {
  readonly kind: Kind
  readonly at: Square
  /** Squares on which own men stand. */
  readonly blocked: readonly Square[]
  readonly stars: readonly Square[]
}

const straight = [[0, 1], [1, 0], [0, -1], [-1, 0]] as const // prettier-ignore
const slanting = [[1, 1], [1, -1], [-1, -1], [-1, 1]] as const // prettier-ignore
const leaps = [[1, 2], [2, 1], [2, -1], [1, -2], [-1, -2], [-2, -1], [-2, 1], [-1, 2]] as const // prettier-ignore
const ways = {
  r: straight,
  b: slanting,
  q: [...straight, ...slanting],
  k: [...straight, ...slanting],
  n: leaps,
} as const satisfies Readonly<Record<Exclude<Kind, 'p'>, readonly (readonly [number, number])[]>>

type Rays = readonly (readonly Square[])[]

/** The squares from a square in one direction after another, up to the edge; a king and a knight go one step. */
function raysFrom(kind: Exclude<Kind, 'p'>, from: Square): Rays {
  const far = kind === 'k' || kind === 'n' ? 1 : 7
  return ways[kind].map(([x, y]) =>
    Array.from({ length: far }, (_, step) =>
      squareAt(fileOf(from) + x * (step + 1), rankOf(from) + y * (step + 1)),
    ).filter((square) => square !== null),
  )
}

const known = new Map<string, Rays>()
function raysOf(kind: Exclude<Kind, 'p'>, from: Square): Rays {
  const rays = known.get(kind + from) ?? raysFrom(kind, from)
  known.set(kind + from, rays)
  return rays
}

/** Where the man may go. A pawn takes a star slantwise, as it would take a man, and cannot walk onto one straight ahead. */
export function stepsOf({ kind, at, blocked, stars }: Walk): readonly Square[] {
  if (kind === 'p') return pawnSteps(fileOf(at), rankOf(at), blocked, stars)
  const reached: Square[] = []
  for (const ray of raysOf(kind, at))
    for (const square of ray) {
      if (blocked.includes(square)) break
      reached.push(square)
    }
  return reached
}

function pawnSteps(
  file: number,
  rank: number,
  blocked: readonly Square[],
  stars: readonly Square[],
): readonly Square[] {
  const isOpen = (square: Square | null): square is Square =>
    square !== null && !blocked.includes(square) && !stars.includes(square)
  const ahead = squareAt(file, rank + 1)
  const two = rank === 1 ? squareAt(file, rank + 2) : null
  const taken = [squareAt(file - 1, rank + 1), squareAt(file + 1, rank + 1)]
  return [
    ...(isOpen(ahead) ? [ahead, ...(isOpen(two) ? [two] : [])] : []),
    ...taken.filter((square): square is Square => square !== null && stars.includes(square)),
  ]
}

/** After a step: the star there is taken. */
export const stepped = (walk: Walk, to: Square): Walk => ({
  ...walk,
  at: to,
  stars: walk.stars.filter((star) => star !== to),
})

/** After some steps; null where one of them is not allowed. */
export function walked(walk: Walk, path: readonly Square[]): Walk | null {
  let now = walk
  for (const to of path) {
    if (!stepsOf(now).includes(to)) return null
    now = stepped(now, to)
  }
  return now
}

/**
 * A way to all stars that are left, by the nearest one each time; null where there is none (a pawn that has walked past one). A pawn
 * never comes back: its nearest star is the lowest.
 */
export function wayToAll(walk: Walk): readonly Square[] | null {
  let now = walk
  const path: Square[] = []
  while (now.stars.length > 0) {
    const part = wayToNearest(now)
    if (!part) return null
    path.push(...part)
    now = walked(now, part) ?? now
  }
  return path
}

function wayToNearest(walk: Walk): readonly Square[] | null {
  const lowest = Math.min(...walk.stars.map(rankOf))
  const wanted = walk.kind === 'p' ? walk.stars.filter((star) => rankOf(star) === lowest) : walk.stars
  const from = new Map<Square, Square | null>([[walk.at, null]])
  for (const at of from.keys()) {
    for (const to of stepsOf({ ...walk, at })) {
      if (!from.has(to)) from.set(to, at)
      if (wanted.includes(to)) return wayBack(from, to)
    }
  }
  return null
}

function wayBack(from: ReadonlyMap<Square, Square | null>, to: Square): readonly Square[] {
  const before = from.get(to)
  return before ? [...wayBack(from, before), to] : []
}

/** Squares that the man can come to at all, and in how many steps. */
function reach(walk: Walk): ReadonlyMap<Square, number> {
  const far = new Map([[walk.at, 0]])
  for (const [at, steps] of far)
    for (const to of stepsOf({ ...walk, at })) if (!far.has(to)) far.set(to, steps + 1)
  return far
}

const starsFor: Readonly<Record<Kind, number>> = { r: 4, b: 4, q: 4, k: 3, n: 3, p: 3 }
const blocksFor: Readonly<Record<Kind, number>> = { r: 4, b: 3, q: 4, k: 3, n: 0, p: 0 }
/** A king, or a knight, does not walk over half the board for a star. */
const MOST_STEPS = 3

/** A walk on which all stars can be taken. Chance decides where everybody stands. */
export function makeWalk(kind: Kind, random: Random): Walk {
  if (kind === 'p') return makePawnWalk(random)
  const [at = 'e4', ...others] = shuffled(squares, random)
  const blocked = others
    .slice(0, blocksFor[kind])
    .filter((square) => rankOf(square) > 0 && rankOf(square) < 7)
  const walk: Walk = { kind, at, blocked, stars: [] }
  const far = reach(walk)
  const count = starsFor[kind]
  const there = others.filter((square) => (far.get(square) ?? Infinity) <= MOST_STEPS)
  // Not all of them a step away.
  const stars = there.filter((square) => (far.get(square) ?? 0) > 1 || kind === 'k').slice(0, count)
  return stars.length === count ? { ...walk, stars: stars.toSorted(compare) } : makeWalk(kind, random)
}

/** A pawn goes up the board; where it goes slantwise, there was a star. */
function makePawnWalk(random: Random): Walk {
  const from = Math.floor(random() * 8)
  const at = squareAt(from, 1) ?? 'e2'
  const slants = new Set(shuffled([2, 3, 4, 5, 6], random).slice(0, starsFor.p))
  const stars: Square[] = []
  let file = from
  for (let rank = 2; rank <= 6; rank += 1) {
    if (!slants.has(rank)) continue
    file += file === 0 ? 1 : file === 7 ? -1 : (pick([-1, 1], random) ?? 1)
    stars.push(squareAt(file, rank) ?? at)
  }
  const walk: Walk = { kind: 'p', at, blocked: [], stars: stars.toSorted(compare) }
  return wayToAll(walk) ? walk : makePawnWalk(random)
}

const compare = (one: Square, other: Square): number => (one < other ? -1 : one > other ? 1 : 0)

/** The men of a walk, for the drawing: blocks are pawns. */
export function menOfWalk({ kind, at, blocked }: Walk): Men {
  const block: Man = { kind: 'p', isWhite: true }
  return new Map([...blocked.map((square) => [square, block] as const), [at, { kind, isWhite: true }]])
}
