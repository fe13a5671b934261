import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { shapes, shownOf, type ShapeExercise } from './activity-rules.ts'
import type { Drawn } from './drawing-rules.ts'
import { foldedFigures } from './flat-rules.ts'
import { levels } from './level-rules.ts'
import type { Choice, Filling, Picking } from './puzzle-rules.ts'
import { shadowsOf, shadowSolids } from './solid-rules.ts'
import { stackOf } from './stack-rules.ts'

const many = 400

function* asked(level: string): Generator<ShapeExercise> {
  const random = seededRandom(5)
  const state = shapes.readState(null, level)
  for (let made = 0; made < many; made += 1)
    yield shapes.next(state, random, { grade: null, term: 1, inRound: [], seen: [] })
}

const picking = (exercise: ShapeExercise): Picking => {
  const puzzle = shownOf(exercise)
  if (puzzle.kind !== 'pick') throw new Error('nothing to pick')
  return puzzle
}

type Spot = readonly [number, number]

/** Corners of the first path of a drawing; none where it is round. */
function cornersIn({ paths }: Drawn): readonly Spot[] {
  const d = paths[0]?.d ?? ''
  if (d.includes('C')) return []
  return [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]): Spot => [Number(x), Number(y)])
}

/** Squares of a drawing on squared paper, by the upper left corner of each path. */
const squaresIn = ({ paths }: Drawn, tone = 'cell'): readonly Spot[] =>
  paths
    .filter((path) => path.tone === tone)
    .map(({ d }) => {
      const [x = 0, y = 0] = [...d.matchAll(/-?[\d.]+/gu)].map(Number)
      return [(x - 4) / 40, (y - 4) / 40] as const
    })

const drawnOf = (choice: Choice | undefined): Drawn => {
  if (choice?.kind !== 'drawn') throw new Error('nothing drawn')
  return choice.drawn
}
const far = ([x, y]: Spot, [a, b]: Spot): number => Math.hypot(x - a, y - b)

/** What a figure is called by measuring its sides and diagonals. */
function measured(corners: readonly Spot[]): string {
  if (corners.length === 0) return 'circle'
  if (corners.length === 3) return 'triangle'
  const [a, b, c, d] = corners as [Spot, Spot, Spot, Spot]
  const isLevel = Math.abs(far(a, c) - far(b, d)) < 3
  if (!isLevel) return 'parallelogram'
  return Math.abs(far(a, b) - far(b, c)) < 3 ? 'square' : 'rectangle'
}

const quarter = (squares: readonly Spot[]) => squares.map(([x, y]): Spot => [-y, x])

/** A figure without its place: differences from its first square in reading order. */
function placed(squares: readonly Spot[]): string {
  const sorted = squares.toSorted(([x, y], [a, b]) => y - b || x - a)
  const [first = [0, 0]] = sorted
  return sorted.map(([x, y]) => `${Math.round(x - first[0])},${Math.round(y - first[1])}`).join(' ')
}

describe('which one', () => {
  it('flat: one card alone is of the kind that is asked for, as measured', () => {
    for (const exercise of asked('flat')) {
      const { name, choices, right, models } = picking(exercise)
      const kinds = choices.map((choice) => measured(cornersIn(drawnOf(choice))))
      expect(measured(cornersIn(models[0]!))).toBe(name)
      expect(kinds.filter((kind) => kind === name)).toHaveLength(1)
      expect(kinds[right]).toBe(name)
    }
  })

  it('corners: as many as the outline has', () => {
    for (const exercise of asked('corners')) {
      const { models, choices, right } = picking(exercise)
      expect(choices[right]).toEqual({ kind: 'number', number: cornersIn(models[0]!).length })
    }
  })

  it('shadows: no two solids throw the same two', () => {
    expect(new Set(shadowSolids.map((name) => String(shadowsOf[name]))).size).toBe(shadowSolids.length)
    for (const exercise of asked('shadows')) {
      const { choices } = picking(exercise)
      expect(new Set(choices.map((choice) => choice.kind === 'drawn' && choice.name)).size).toBe(4)
    }
  })

  it('pieces: one alone fills the hole', () => {
    for (const exercise of asked('pieces')) {
      const { models, choices, right } = picking(exercise)
      const there = new Set(squaresIn(models[0]!).map(([x, y]) => `${x},${y}`))
      const hole: Spot[] = []
      for (let y = 0; y < 5; y += 1)
        for (let x = 0; x < 5; x += 1) if (!there.has(`${x},${y}`)) hole.push([x, y])
      const fitting = choices.map((choice) => placed(squaresIn(drawnOf(choice))) === placed(hole))
      expect(fitting.filter(Boolean)).toHaveLength(1)
      expect(fitting[right]).toBe(true)
    }
  })

  it('turned: one alone is the figure turned, the others cannot be turned into it', () => {
    for (const exercise of asked('turned')) {
      const { models, choices, right } = picking(exercise)
      const ways = [squaresIn(models[0]!)]
      while (ways.length < 4) ways.push(quarter(ways.at(-1)!))
      const names = ways.map(placed)
      const turned = choices.map((choice) => names.indexOf(placed(squaresIn(drawnOf(choice)))))
      expect(turned.filter((way) => way >= 0)).toHaveLength(1)
      expect(turned[right]).toBeGreaterThan(0)
    }
  })

  it('views: one alone is what light from that side would leave on a wall', () => {
    for (const exercise of asked('views')) {
      const { choices, right } = picking(exercise)
      const { stack, side } = stackOf(Number(exercise.key.split(' ')[1]))
      const wall = new Set<string>()
      for (const [row, towers] of stack.entries())
        for (const [column, height] of towers.entries())
          for (let up = 0; up < height; up += 1)
            wall.add(
              side === 'front'
                ? `${column},${-up}`
                : side === 'right'
                  ? `${1 - row},${-up}`
                  : `${column},${row}`,
            )
      const seen = placed([...wall].map((one) => one.split(',').map(Number) as unknown as Spot))
      const same = choices.map((choice) => placed(squaresIn(drawnOf(choice))) === seen)
      expect(same.filter(Boolean)).toHaveLength(1)
      expect(same[right]).toBe(true)
    }
  })

  it('folds: as many as reflections of the outline find', () => {
    for (const { points, lines } of foldedFigures) {
      const middle: Spot = [0, 1].map(
        (axis) => points.reduce((sum, point) => sum + point[axis as 0 | 1], 0) / points.length,
      ) as unknown as Spot
      let found = 0
      for (let half = 0; half < 720; half += 1) {
        const angle = (half * Math.PI) / 720
        const [cos, sin] = [Math.cos(2 * angle), Math.sin(2 * angle)]
        const image = points.map(([x, y]): Spot => {
          const [dx, dy] = [x - middle[0], y - middle[1]]
          return [middle[0] + dx * cos + dy * sin, middle[1] + dx * sin - dy * cos]
        })
        if (image.every((one) => points.some((point) => far(one, point) < 0.2))) found += 1
      }
      expect(found, JSON.stringify(points)).toBe(lines)
    }
  })

  it('cube nets: a die rolled over one of them alone prints each face once', () => {
    /** Faces under, to the north and to the east; rolling puts another one under. */
    type Die = readonly [number, number, number]
    const faces = (squares: readonly Spot[]): number => {
      const open = new Map(squares.map(([x, y]) => [`${Math.round(x * 2)},${Math.round(y * 2)}`, true]))
      const printed = new Set<number>()
      const roll = (x: number, y: number, [under, north, east]: Die): void => {
        if (!open.delete(`${x},${y}`)) return
        printed.add(under)
        roll(x, y - 2, [north, 7 - under, east])
        roll(x, y + 2, [7 - north, under, east])
        roll(x + 2, y, [east, north, 7 - under])
        roll(x - 2, y, [7 - east, north, under])
      }
      const [first] = squares
      if (first) roll(Math.round(first[0] * 2), Math.round(first[1] * 2), [1, 2, 3])
      return printed.size
    }
    for (const exercise of asked('cube-nets')) {
      const { choices, right } = picking(exercise)
      const folds = choices.map((choice) => faces(squaresIn(drawnOf(choice))) === 6)
      expect(folds.filter(Boolean)).toHaveLength(1)
      expect(folds[right]).toBe(true)
    }
  })
})

describe.each(['half', 'large-half'])('%s', (level) => {
  it('both halves are each other in the mirror, and nothing else is right', () => {
    for (const exercise of asked(level)) {
      const { columns, rows, mirror, given, missing } = shownOf(exercise) as Filling
      const all = new Set([...given, ...missing].map(String))
      expect(all.size).toBe(given.length * 2)
      for (const [x, y] of [...given, ...missing])
        expect(all).toContain(mirror === 'upright' ? `${columns - 1 - x},${y}` : `${x},${rows - 1 - y}`)
      expect(shapes.check(exercise, missing.slice(1)).check).toBe('wrong')
      expect(shapes.check(exercise, [...missing.slice(1), missing[1]]).check).toBe('wrong')
      expect(shapes.check(exercise, missing.toReversed()).check).toBe('right')
    }
  })
})

it('keeps the figure of an item and lays its cards out anew', () => {
  for (const { id } of levels) {
    const [exercise] = asked(id)
    const old = { key: exercise!.key, level: id, exercise: null }
    const again = shapes.again(old, seededRandom(9))!
    expect(again.key).toBe(exercise!.key)
    expect(shapes.readExercise({ ...again, key: `${id} 99999` })).toBeNull()
    expect(shapes.readExercise({ ...again, key: again.key.replace(' ', ' 0') })).toBeNull()
  }
})
