import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom, shuffled } from '../random-rules.ts'
import { levels, tangram, type TangramExercise } from './activity-rules.ts'
import { turned, xOf, yOf } from './lattice-rules.ts'
import { lyingAt, movedSet, shapes, type Placement } from './piece-rules.ts'
import { coversSame, isInside, isPlain, loopsOf, overlaps } from './region-rules.ts'
import {
  freshTable,
  ghostFor,
  nearest,
  placedOn,
  placesFor,
  placeTowards,
  readTable,
  middleAt,
} from './table-rules.ts'

const asking = { grade: null, term: 1, inRound: [], seen: [] } as const
const exercise = (level: string, seed: number): TangramExercise =>
  tangram.next(tangram.readState(null, level), seededRandom(seed), asking)

type Dot = readonly [number, number]

/** The pieces as a carpenter draws them: corners in units, then turned by an angle and pushed. Nothing of the rules' own lattice. */
const sawn: readonly (readonly Dot[])[] = [
  [[0, 0], [2, 0], [0, 2]], [[0, 0], [2, 0], [0, 2]], [[0, 0], [Math.SQRT2, 0], [0, Math.SQRT2]], [[0, 0], [1, 0], [0, 1]],
  [[0, 0], [1, 0], [0, 1]], [[0, 0], [1, 0], [1, 1], [0, 1]], [[0, 0], [1, 0], [2, 1], [1, 1]],
] // prettier-ignore

function cornersOnPaper({ piece, turn, flip, at: [a, b, c, d] }: Placement): readonly Dot[] {
  const angle = (turn * Math.PI) / 4
  const half = Math.SQRT1_2
  const [left, up] = [a + half * b - half * d, c + half * b + half * d]
  return sawn[piece]!.map(([x, y]) => {
    const back = flip ? -y : y
    return [
      left + x * Math.cos(angle) - back * Math.sin(angle),
      up + x * Math.sin(angle) + back * Math.cos(angle),
    ]
  })
}

/** How many pieces cover a dot: a ray to the right, counted. */
function layers(set: readonly (readonly Dot[])[], [x, y]: Dot): number {
  return set.filter((corners) => {
    let crossings = 0
    for (const [at, [x1, y1]] of corners.entries()) {
      const [x2, y2] = corners[(at + 1) % corners.length]!
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) crossings += 1
    }
    return crossings % 2 === 1
  }).length
}

/** Dots all over what any of the pieces covers, off every line. */
function raster(sets: readonly (readonly (readonly Dot[])[])[], step: number): Dot[] {
  const all = sets.flat(2)
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)]
  const dots: Dot[] = []
  for (let x = Math.min(...xs) + 0.0137; x < Math.max(...xs); x += step)
    for (let y = Math.min(...ys) + 0.0071; y < Math.max(...ys); y += step) dots.push([x, y])
  return dots
}

const sameOnPaper = (one: readonly Placement[], other: readonly Placement[], step = 0.11): boolean => {
  const sets = [one.map(cornersOnPaper), other.map(cornersOnPaper)] as const
  return raster(sets, step).every((dot) => layers(sets[0], dot) === layers(sets[1], dot))
}

describe.each(levels.map(({ id }) => id))('%s', (level) => {
  it('lays seven pieces side by side, none over another, and eight units are covered', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const { solution } = exercise(level, seed)
      expect(solution.map(({ piece }) => piece)).toEqual([0, 1, 2, 3, 4, 5, 6])
      const set = solution.map(cornersOnPaper)
      const dots = raster([set], 0.06)
      const counts = dots.map((dot) => layers(set, dot))
      expect(Math.max(...counts)).toBe(1)
      expect(counts.filter((count) => count === 1).length * 0.06 ** 2).toBeCloseTo(8, 0)
      for (const one of solution)
        for (const other of solution) expect(overlaps(one, other)).toBe(one.piece === other.piece)
    }
  })

  it('calls right what covers the figure, as a raster sees it, and nothing else', () => {
    let [right, not] = [0, 0]
    for (let seed = 0; seed < 70; seed += 1) {
      const asked = exercise(level, seed)
      const random = seededRandom(seed + 1000)
      const moved = movedSet(asked.solution, {
        turn: Math.floor(random() * 8),
        mirror: random() < 0.5,
      })
      for (const answer of [swapped(asked.solution), nudged(asked.solution, random), moved]) {
        const said = tangram.check(asked, answer).check
        expect(said === 'right', `${asked.key} ${seed}`).toBe(sameOnPaper(asked.solution, answer))
        if (said === 'right') right += 1
        else not += 1
      }
    }
    expect(right).toBeGreaterThan(50)
    expect(not).toBeGreaterThan(50)
  })

  it('can be laid by snapping: every piece of the known way finds its place, in any order', () => {
    for (let seed = 0; seed < 25; seed += 1) {
      const asked = exercise(level, seed)
      let table = freshTable(asked)
      for (const { piece, turn, flip, at } of shuffled(asked.solution, seededRandom(seed))) {
        if (asked.fixed.includes(piece)) continue
        table = table.with(piece, { turn, flip, at: null, loose: null })
        const there = middleAt(piece, { turn, flip }, at)
        const found = nearest(asked, table, piece, { x: there.x + 0.1, y: there.y - 0.1 }, 0.4)
        expect(found, asked.key).toEqual(at)
        table = table.with(piece, { turn, flip, at: found, loose: null })
      }
      expect(tangram.check(asked, placedOn(table)).check).toBe('right')
      expect(ghostFor(asked, table)).toBeNull()
      expect(readTable(JSON.parse(JSON.stringify(table)), asked)).toEqual(table)
    }
  })
})

/** The two large and the two small ones changed for one another: the same figure. */
const swapped = (solution: readonly Placement[]): readonly Placement[] =>
  [1, 0, 2, 4, 3, 5, 6].map((from, piece) => ({ ...solution[from]!, piece }))

/** One piece turned or pushed by a unit. */
function nudged(solution: readonly Placement[], random: () => number): readonly Placement[] {
  const piece = Math.floor(random() * 7)
  return solution.map((one) => {
    if (one.piece !== piece) return one
    const [a, b, c, d] = one.at
    return random() < 0.5 ? { ...one, turn: (one.turn + 2) % 8 } : { ...one, at: [a + 1, b, c, d] as const }
  })
}

it('knows another way to lay the same figure', () => {
  // The square lies on itself when it is turned by a quarter; its pieces then lie elsewhere.
  const asked = findFigure('square')
  const loop = loopsOf(asked.solution)[0]!
  expect(loop).toHaveLength(4)
  const quarter = movedSet(asked.solution, { turn: 2, mirror: false })
  const [from, to] = [lowest(quarter), lowest(asked.solution)]
  const back = quarter.map((one) => ({
    ...one,
    at: one.at.map((c, at) => c - from[at]! + to[at]!) as unknown as Placement['at'],
  }))
  expect(back).not.toEqual(asked.solution)
  expect(sameOnPaper(back, asked.solution)).toBe(true)
  expect(tangram.check(asked, back).check).toBe('right')
})

function findFigure(name: string): TangramExercise {
  for (let seed = 0; seed < 500; seed += 1) {
    const asked = exercise('solid', seed)
    if (asked.figure === name) return asked
  }
  throw new Error('not drawn')
}

const lowest = (set: readonly Placement[]) =>
  loopsOf(set)
    .flat()
    .toSorted((one, other) => yOf(one) - yOf(other) || xOf(one) - xOf(other))[0]!

it('draws the line around a figure: its area is eight', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const { solution } = exercise(levels[seed % levels.length]!.id, seed)
    const area = loopsOf(solution).reduce(
      (sum, loop) =>
        sum +
        loop.reduce((twice, corner, at) => {
          const next = loop[(at + 1) % loop.length]!
          return twice + xOf(corner) * yOf(next) - xOf(next) * yOf(corner)
        }, 0) /
          2,
      0,
    )
    expect(area).toBeCloseTo(8, 6)
  }
})

const square = (x: number, y: number): Placement => ({ piece: 5, turn: 0, flip: false, at: [x, 0, y, 0] })

it('sees a hole and a touch', () => {
  // Two squares corner to corner.
  expect(isPlain([square(0, 0), square(1, 0)])).toBe(true)
  expect(isPlain([square(0, 0), square(1, 1)])).toBe(false)
  expect(isPlain([square(0, 0), square(2, 0)])).toBe(false)
  const ring = [0, 1, 2].flatMap((x) => [0, 1, 2].flatMap((y) => (x === 1 && y === 1 ? [] : [square(x, y)])))
  expect(isPlain(ring)).toBe(false)
  expect(isPlain([...ring, square(1, 1)])).toBe(true)
})

it('a piece is inside only where all of it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 0, max: 7 }),
      fc.nat(),
      (seed, piece, turn, pickAt) => {
        const { solution } = exercise('shadow', seed)
        const corners = loopsOf(solution).flat()
        const place: Placement = { piece, turn, flip: false, at: corners[pickAt % corners.length]! }
        const [mine, all] = [[cornersOnPaper(place)], solution.map(cornersOnPaper)]
        const dots = raster([mine], 0.03).filter((dot) => layers(mine, dot) === 1)
        expect(isInside(place, solution)).toBe(dots.every((dot) => layers(all, dot) === 1))
      },
    ),
    { numRuns: 300 },
  )
})

it('finds the next place for the arrows, and none where there is none', () => {
  const asked = exercise('lines', 4)
  const table = freshTable(asked).with(2, { ...asked.solution[2]!, at: null, loose: null })
  const places = placesFor(asked, table, 2)
  expect(places.length).toBeGreaterThan(0)
  const far = { x: -40, y: 0 }
  expect(placeTowards(asked, table, 2, far, { x: 1, y: 0 })).not.toBeNull()
  expect(placeTowards(asked, table, 2, far, { x: -1, y: 0 })).toBeNull()
})

it('helps with a piece beside, and says which lie in the way', () => {
  const asked = exercise('shadow', 3)
  const ghost = ghostFor(asked, freshTable(asked))
  expect(ghost).toMatchObject({ kind: 'place' })
  if (ghost?.kind === 'place') expect(asked.solution).toContainEqual(ghost.placement)
  // Everything placed but one, and that place taken by what does not belong there: the small square in the large triangle's.
  const large = asked.solution[0]!
  const places = placesFor(asked, freshTable(asked), 5).filter((at) =>
    overlaps({ piece: 5, turn: asked.start[5]!.turn, flip: false, at }, large),
  )
  const others = freshTable(asked).map((lying, piece) =>
    piece === 0 || piece === 5 ? lying : { ...asked.solution[piece]!, loose: null },
  )
  const table = others.with(5, { ...others[5]!, at: places[0] ?? null })
  if (places.length > 0) {
    const seen = ghostFor(asked, table)
    expect(seen?.kind === 'away' ? seen.pieces : seen?.placement.piece).toSatisfy(
      (found: unknown) => found === 5 || (Array.isArray(found) && found.includes(5)),
    )
  }
})

it('believes of a kept table only what fits', () => {
  const asked = exercise('lines', 9)
  const twice = freshTable(asked).with(0, { ...asked.solution[0]!, loose: null })
  const both = twice.with(1, { ...asked.solution[0]!, loose: null })
  expect(placedOn(readTable(both, asked))).toHaveLength(1)
  for (const kept of [null, [], [1, 2, 3, 4, 5, 6, 7], { length: 7 }, both.slice(1)])
    expect(readTable(kept, asked)).toEqual(freshTable(asked))
  const wild = freshTable(asked).with(3, { turn: 2, flip: false, at: null, loose: { x: 1e9, y: 0 } })
  expect(readTable(wild, asked)[3]).toEqual({ turn: 2, flip: false, at: null, loose: null })
})

it('mirrors and turns a set without changing what it is', () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const { solution } = exercise('shadow', seed)
    const there = movedSet(solution, { turn: 3, mirror: true })
    const back = movedSet(movedSet(there, { turn: -3, mirror: false }), { turn: 0, mirror: true })
    expect(coversSame(back, solution)).toBe(true)
    expect(lyingAt(6, [[0, 0, 0, 0], [1, 0, 0, 0], turned([1, 0, 0, 0], 3)])).toBeNull()
  }
  expect(shapes).toHaveLength(7)
})
