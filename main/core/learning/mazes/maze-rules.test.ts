import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { mazes, type MazeExercise } from './activity-rules.ts'
import { cellAt, middle, sizeOf, wallsOf } from './drawing-rules.ts'
import { levels } from './level-rules.ts'
import { isThere, isWalkable, shortest, stepped, stretch, type Maze } from './maze-rules.ts'

/** A maze out of a drawing: `+`, `-` and `|` are walls; S start, G goal, k key, x thing, D door. */
function maze(...lines: readonly string[]): Maze {
  const [columns, rows] = [(lines[0]!.length - 1) / 2, (lines.length - 1) / 2]
  const at = (cell: number) => ({ x: (cell % columns) * 2 + 1, y: Math.floor(cell / columns) * 2 + 1 })
  const cells = Array.from({ length: columns * rows }, (_, cell) => cell)
  const signOf = (cell: number) => lines[at(cell).y]![at(cell).x]!
  const find = (sign: string) => cells.filter((cell) => signOf(cell) === sign)
  const open = cells.map((cell) => {
    const { x, y } = at(cell)
    return (lines[y]![x + 1] === ' ' ? 1 : 0) + (lines[y + 1]![x] === ' ' ? 2 : 0)
  })
  const [start, goal] = [find('S')[0]!, find('G')[0]!]
  return {
    columns,
    rows,
    open,
    start,
    goal,
    things: [...find('k'), ...find('x')],
    door: find('D')[0] ?? null,
  }
}

const simple = maze('+-+-+-+', '|S   x|', '+ +-+ +', '|   | |', '+ + + +', '|  G| |', '+-+-+-+')
const locked = maze('+-+-+-+', '|S   k|', '+ +-+-+', '|D   G|', '+-+-+-+')

describe('a way', () => {
  it('goes where no wall is, and rolls up when one goes back', () => {
    expect(stepped(simple, [0], 1)).toEqual([0, 1])
    expect(stepped(simple, [0, 1], 4)).toBeUndefined()
    expect(stepped(simple, [0], 2)).toBeUndefined()
    expect(stepped(simple, [0, 3, 4], 3)).toEqual([0, 3])
    // A circle is cut off where it closes.
    expect(stepped(simple, [0, 3, 4, 7, 6], 3)).toEqual([0, 3])
  })
  it('keeps what was picked up', () => {
    const back = stepped(simple, [0, 1, 2], 1)!
    expect(back).toEqual([0, 1, 2, 1])
    expect(stepped(simple, back, 0)).toEqual([0, 1, 2, 1, 0])
    expect(stepped(simple, [0, 1, 2, 1, 0], 1)).toEqual([0, 1, 2, 1])
  })
  it('is stopped by a shut door until the key is there', () => {
    expect(stepped(locked, [0], 3)).toBeUndefined()
    expect(stepped(locked, [0, 1, 2, 1, 0], 3)).toEqual([0, 1, 2, 1, 0, 3])
    expect(shortest(locked, [0])).toEqual([0, 1, 2, 1, 0, 3, 4, 5])
    expect(shortest({ ...locked, things: [5] }, [0])).toBeUndefined()
  })
  it('is there with everything only', () => {
    expect(isThere(simple, [0, 3, 6, 7])).toBe(false)
    expect(isThere(simple, [0, 1, 2, 1, 0, 3, 6, 7])).toBe(true)
    expect(isWalkable(simple, [0, 3, 6, 7])).toBe(true)
    expect(isWalkable(simple, [3, 6, 7])).toBe(false)
    expect(isWalkable(locked, [0, 3])).toBe(false)
  })
  it('has a next stretch up to where one may choose', () => {
    expect(stretch(simple, [0], 1)).toEqual([0, 1, 2])
    expect(stretch(simple, [0, 1, 2, 1, 0], 1)).toEqual([0, 3])
  })
})

/** Steps to everything by growing sets of cells, written apart from the rules; undefined where it cannot be reached. */
function stepsNeeded({ columns, open, start, goal, things, door }: Maze): number | undefined {
  const joins = (one: number, other: number) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    if (high - low === columns) return open[low]! >= 2
    return (
      high - low === 1 && Math.floor(low / columns) === Math.floor(high / columns) && open[low]! % 2 === 1
    )
  }
  const far = (from: number, to: number, isOpenDoor: boolean): number => {
    const been = new Set([from])
    for (let steps = 0, edge = [from]; edge.length > 0; steps += 1) {
      if (edge.includes(to)) return steps
      edge = edge.flatMap((cell) =>
        [cell + 1, cell - 1, cell + columns, cell - columns].filter((next) => {
          if (next < 0 || next >= open.length || been.has(next) || !joins(cell, next)) return false
          if (next === door && !isOpenDoor) return false
          been.add(next)
          return true
        }),
      )
    }
    return Number.POSITIVE_INFINITY
  }
  const orders = (all: readonly number[]): number[][] =>
    all.length === 0
      ? [[]]
      : all.flatMap((one) => orders(all.filter((other) => other !== one)).map((rest) => [one, ...rest]))
  const lengths = orders(things).map((order) => {
    let length = 0
    let hasKey = door === null
    let from = start
    for (const to of [...order, goal]) {
      length += far(from, to, hasKey)
      if (to === things[0]) hasKey = true
      from = to
    }
    return length
  })
  const least = Math.min(...lengths)
  return Number.isFinite(least) ? least : undefined
}

const asking = { grade: null, term: 1, inRound: [], seen: [] } as const
const made = (id: string, many: number): readonly MazeExercise[] => {
  const random = seededRandom(21)
  return Array.from({ length: many }, () => mazes.next(mazes.readState(null, id), random, asking))
}

describe.each(levels.map((level) => [level.id, level] as const))('%s', (id, level) => {
  it('can be walked, and its shortest way is the shortest', () => {
    for (const exercise of made(id, 300)) {
      const way = shortest(exercise, [exercise.start])!
      // An order of things may pass over another one on its way: then that one is had, too, and the way no longer.
      expect(way.length - 1, exercise.key).toBe(stepsNeeded(exercise))
      expect(isWalkable(exercise, way) && isThere(exercise, way)).toBe(true)
    }
  })

  it('has as many ways, things and doors as it says', () => {
    for (const exercise of made(id, 300)) {
      const passages = exercise.open.reduce((sum, bits) => sum + (bits & 1) + (bits >> 1), 0)
      expect(passages, exercise.key).toBe(exercise.open.length - 1 + level.loops)
      expect(exercise.things).toHaveLength(level.things + (level.door ? 1 : 0))
      expect(exercise.door !== null).toBe(level.door)
      if (!level.door) continue
      // Without the key nobody comes to the goal.
      expect(stepsNeeded({ ...exercise, things: [] })).toBeUndefined()
    }
  })
})

it('draws every wall once, and knows the cell under a point', () => {
  const { width, height } = sizeOf(simple)
  expect([width, height]).toEqual([3 * 62 + 16, 3 * 62 + 16])
  for (const cell of simple.open.keys()) {
    const { x, y } = middle(simple, cell)
    expect(cellAt(simple, x, y)).toBe(cell)
  }
  expect(cellAt(simple, 2, 2)).toBeUndefined()
  // The outer wall, one line across, one down.
  expect(wallsOf(simple)).toBe('M8 8H194V194H8ZM70 70H132M132 70V194')
})

it('says partly on the way, nothing of a way through a wall, and gives what was done its stamp', () => {
  const [exercise] = made('loops', 1)
  const way = mazes.solve(exercise!) as number[]
  expect(mazes.check(exercise!, way)).toEqual({ check: 'right' })
  expect(mazes.check(exercise!, way.slice(0, -1))).toEqual({ check: 'partly' })
  expect(mazes.check(exercise!, [way[0]!, way.at(-1)!])).toEqual({ check: 'nothing' })
  const state = mazes.readState(null, 'loops')
  const stamps = (how: 'alone' | 'shown') =>
    mazes.stamps!(state, state, { exercise: exercise!, how, from: 'level', answer: way }).map(
      ({ stamp }) => stamp,
    )
  expect(stamps('alone')).toEqual(['large', 'shortest'])
  expect(stamps('shown')).toEqual([])
})
