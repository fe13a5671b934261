import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { sudoku, type SudokuExercise } from './activity-rules.ts'
import { levels, type LevelId } from './level-rules.ts'
import { makeSeed } from './make-seeds.fixture.ts'
import { seeds } from './seed-rules.ts'
import { clashes, shapeOf, type Size } from './shape-rules.ts'
import { solutions } from './solve-rules.ts'
import { hardest, nextStep, techniques, type Technique } from './technique-rules.ts'

const cellsOf = (text: string) => Array.from(text, Number)

/** How many ways there are to fill a grid, two at most: as an exact cover, written apart from the rules. */
function ways(size: number, boxRows: number, cells: readonly number[]): number {
  const covers = new Map<string, Set<string>>()
  const choices = new Map<string, string[]>()
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1)
      for (let value = 1; value <= size; value += 1) {
        const box = `${Math.floor(row / boxRows)}/${Math.floor((column * boxRows) / size)}`
        const choice = `${row} ${column} ${value}`
        const wants = [`at ${row} ${column}`, `r${row}=${value}`, `c${column}=${value}`, `b${box}=${value}`]
        choices.set(choice, wants)
        for (const want of wants) covers.set(want, (covers.get(want) ?? new Set()).add(choice))
      }
  const take = (choice: string) => {
    const removed: [string, Set<string>][] = []
    for (const want of choices.get(choice)!) {
      for (const other of covers.get(want) ?? [])
        for (const elsewhere of choices.get(other)!)
          if (elsewhere !== want) covers.get(elsewhere)?.delete(other)
      if (covers.has(want)) removed.push([want, covers.get(want)!])
      covers.delete(want)
    }
    return removed
  }
  const giveBack = (removed: [string, Set<string>][]) => {
    for (const [want, all] of removed.toReversed()) {
      covers.set(want, all)
      for (const other of all)
        for (const elsewhere of choices.get(other)!) if (elsewhere !== want) covers.get(elsewhere)?.add(other)
    }
  }
  const search = (): number => {
    if (covers.size === 0) return 1
    const [, fewest] = [...covers].reduce((best, one) => (one[1].size < best[1].size ? one : best))
    let count = 0
    for (const choice of [...fewest].toSorted()) {
      const removed = take(choice)
      count += search()
      giveBack(removed)
      if (count > 1) return 2
    }
    return count
  }
  for (const [at, value] of cells.entries())
    if (value) {
      const choice = `${Math.floor(at / size)} ${at % size} ${value}`
      if (!choices.get(choice)!.every((want) => covers.get(want)?.has(choice))) return 0
      take(choice)
    }
  return search()
}
const waysOf = ({ size, given }: Pick<SudokuExercise, 'size' | 'given'>) =>
  ways(size, size === 9 ? 3 : 2, given)

const asking = { grade: null, term: 1, inRound: [], seen: [] } as const

describe.each(levels.map((level) => [level.id, level] as const))('%s', (id, level) => {
  const shape = shapeOf(level.size)
  const [fewest, most] = level.gaps

  it('has seeds with one solution that need what the level says, and no two alike', () => {
    expect(new Set(seeds[id]).size).toBe(seeds[id].length)
    expect(seeds[id].length).toBeGreaterThanOrEqual(10)
    for (const seed of seeds[id]) {
      const given = cellsOf(seed)
      expect(given).toHaveLength(level.size ** 2)
      expect(waysOf({ size: level.size, given }), seed).toBe(1)
      expect(hardest(shape, given), seed).toBe(level.needs)
    }
  })

  it('stays as hard, with one solution, in whatever clothes it comes', () => {
    const random = seededRandom(9)
    for (let made = 0; made < 100; made += 1) {
      const exercise = sudoku.next(sudoku.readState(null, id), random, asking)
      const gaps = exercise.given.filter((value) => value === 0).length
      expect(waysOf(exercise), exercise.key).toBe(1)
      expect(hardest(shape, exercise.given), exercise.key).toBe(level.needs)
      expect(gaps).toBeGreaterThanOrEqual(fewest)
      expect(gaps).toBeLessThanOrEqual(most)
      const answer = sudoku.solve(exercise) as number[]
      expect(waysOf({ ...exercise, given: answer })).toBe(1)
    }
  })

  it('never runs out of help that is true, from the first gap to the last', () => {
    const exercise = sudoku.next(sudoku.readState(null, id), seededRandom(4), asking)
    const answer = sudoku.solve(exercise) as number[]
    const cells = [...exercise.given]
    while (cells.includes(0)) {
      const step = nextStep(shape, cells)!
      expect(cells[step.at]).toBe(0)
      expect(step.value).toBe(answer[step.at])
      expect(step.look.length).toBeGreaterThan(1)
      cells[step.at] = step.value
    }
  })
})

it.each(['four-last', 'four', 'four-few', 'six', 'nine'] as const satisfies LevelId[])(
  'seeds of %s are made',
  (id) => {
    const level = levels.find((one) => one.id === id)!
    const given = cellsOf(makeSeed(level, seededRandom(3)))
    expect([waysOf({ size: level.size, given }), hardest(shapeOf(level.size), given)]).toEqual([
      1,
      level.needs,
    ])
  },
)

const needs = (size: Size, text: string): Technique | undefined => hardest(shapeOf(size), cellsOf(text))

describe('what a technique is', () => {
  it('goes from the last gap to the only value', () => {
    expect(needs(4, '1234341221434320')).toBe('last')
    // Of 1 one row and one column are taken from the upper right box: one place is left.
    const step = nextStep(shapeOf(4), cellsOf('1000000000010000'))
    expect(step).toMatchObject({ technique: 'place', kind: 'box', at: 6, value: 1 })
  })
  it('does not pass the one that is allowed, and then knows no end', () => {
    for (const { id, size, needs: hard } of levels.filter(({ needs: one }) => one !== 'last')) {
      const easier = techniques[techniques.indexOf(hard) - 1]
      for (const seed of seeds[id].slice(0, 5))
        expect(hardest(shapeOf(size), cellsOf(seed), easier), seed).toBeUndefined()
    }
  })
  it('is none in a grid that has two solutions', () => {
    const two = Array.from({ length: 81 }, () => 0)
    expect(hardest(shapeOf(9), two)).toBeUndefined()
    expect(solutions(shapeOf(9), two)).toHaveLength(2)
  })
})

describe('an answer', () => {
  const exercise = sudoku.next(sudoku.readState(null, 'four'), seededRandom(1), asking)
  const answer = sudoku.solve(exercise) as number[]
  const gap = exercise.given.indexOf(0)
  it('is right when all is there, and partly there while some are missing or clash', () => {
    expect(sudoku.check(exercise, answer)).toEqual({ check: 'right' })
    expect(sudoku.check(exercise, exercise.given)).toEqual({ check: 'partly' })
    const wrong = answer.with(gap, (answer[gap]! % 4) + 1)
    expect(sudoku.check(exercise, wrong)).toEqual({ check: 'partly' })
    expect(clashes(shapeOf(4), wrong)).toContain(gap)
    expect(clashes(shapeOf(4), answer)).toEqual([])
  })
  it('is none where a given value is another one, or a place is missing', () => {
    const fixed = exercise.given.findIndex((value) => value > 0)
    expect(sudoku.check(exercise, answer.with(fixed, (answer[fixed]! % 4) + 1)).check).toBe('nothing')
    const holes: number[] = []
    for (const [at, value] of answer.entries()) if (at !== gap) holes[at] = value
    expect(sudoku.check(exercise, holes).check).toBe('nothing')
  })
  it('earns a stamp unless it was shown', () => {
    const state = sudoku.readState(null, 'four')
    const stamps = (how: 'alone' | 'helped' | 'shown') =>
      sudoku.stamps!(state, state, { exercise, how, from: 'level', answer }).map(({ stamp }) => stamp)
    expect([stamps('alone'), stamps('helped'), stamps('shown')]).toEqual([['four'], ['four'], []])
  })
})

it('does not take a kept grid that has no solution, or more than one', () => {
  const exercise = sudoku.next(sudoku.readState(null, 'nine'), seededRandom(2), asking)
  const withGiven = (given: readonly number[]) =>
    sudoku.readExercise({ ...exercise, given, key: `nine ${BigInt(given.join('')).toString(36)}` })
  expect(withGiven(exercise.given)).toEqual(exercise)
  const fixed = exercise.given.flatMap((value, at) => (value ? [at] : []))
  expect(
    withGiven(exercise.given.map((value, at) => (fixed.slice(0, 12).includes(at) ? 0 : value))),
  ).toBeNull()
  expect(withGiven(exercise.given.with(fixed[0]!, (exercise.given[fixed[0]!]! % 9) + 1))).toBeNull()
})
