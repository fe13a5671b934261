import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { fractions } from './activity-rules.ts'
import { commonOf, lowest } from './fraction-rules.ts'
import { type FractionLevel, levels, makeTask } from './make-rules.ts'
import { type FractionTask, keyOf, taskOf } from './task-rules.ts'

const exercise = (key: string, level: FractionLevel = 'see') => fractions.readExercise({ key, level })!
const check = (key: string, answer: unknown) => fractions.check(exercise(key), answer).check

/** As a decimal: an independent way to say the same. */
const value = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
  numerator / denominator
const near = (one: number, other: number) => Math.abs(one - other) < 1e-9

/** Whether an answer is right, in decimals. */
function isRight(task: FractionTask, answer: unknown): boolean {
  const list = Array.isArray(answer) ? (answer as number[]) : []
  const [first = 0, second = 0] = list
  switch (task.kind) {
    case 'see':
      // A quarter is two of eight, too.
      return near(first / second, value(task.fraction))
    case 'shade':
      return near(list.length / task.parts, value(task.fraction))
    case 'shade-tenths':
      return list.length === task.count
    case 'tenths':
      return first === task.count
    case 'compare':
      return value(task.of[answer as number]!) === Math.max(...task.of.map(value))
    case 'line':
      return near((answer as number) / task.fraction.denominator, value(task.fraction))
    case 'equal':
      return task.find === 'numerator'
        ? near(first / (task.fraction.denominator * task.times), value(task.fraction))
        : near((task.fraction.numerator * task.times) / first, value(task.fraction))
    case 'add':
    case 'subtract': {
      const [one, other] = task.of
      const right = task.kind === 'add' ? value(one) + value(other) : value(one) - value(other)
      return near(first / (list.length === 2 ? second : one.denominator), right)
    }
  }
}

describe.each(levels.map(({ id }) => id))('%s', (level) => {
  it('asks what decimals solve the same way', () => {
    const random = seededRandom(21)
    const asked = new Set<string>()
    for (let made = 0; made < 3000; made += 1) {
      const task = makeTask(level, random)
      const key = keyOf(task)
      asked.add(key)
      expect(taskOf(key), key).toEqual(task)
      expect(isRight(task, fractions.solve(exercise(key, level))), key).toBe(true)
      if (task.kind === 'add') expect(value(task.of[0]) + value(task.of[1])).toBeLessThanOrEqual(1 + 1e-9)
    }
    expect(asked.size).toBeGreaterThanOrEqual(18)
  })
})

const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, at) => at)
const partsUpTo = (most: number) => upTo(most).map((many) => upTo(most - 1).slice(0, many))

/** What a child could hand in, right and wrong. */
function answersTo(task: FractionTask): readonly unknown[] {
  switch (task.kind) {
    case 'compare':
      return [0, 1]
    case 'line':
      return upTo(task.fraction.denominator)
    case 'shade':
      return partsUpTo(task.parts)
    case 'shade-tenths':
      return partsUpTo(10)
    case 'tenths':
      return upTo(10).map((one) => [one])
    case 'equal':
      return upTo(60).map((one) => [one])
    case 'see':
      return upTo(12).flatMap((one) => upTo(12).map((other) => [one, other]))
    case 'add':
    case 'subtract':
      return upTo(30).flatMap((one) =>
        exercise(keyOf(task)).fields.length === 2 ? upTo(30).map((other) => [one, other]) : [[one]],
      )
  }
}

it.each(levels.map(({ id }) => id))('%s: no other answer is right than by decimals', (level) => {
  const random = seededRandom(22)
  for (let made = 0; made < 60; made += 1) {
    const task = makeTask(level, random)
    for (const answer of answersTo(task)) {
      const found = fractions.check(exercise(keyOf(task), level), answer).check
      expect(found === 'right', `${keyOf(task)}: ${JSON.stringify(answer)}`).toBe(isRight(task, answer))
    }
  }
})

const hint = (key: string) => fractions.hint(exercise(key), 1)

describe('fractions', () => {
  it('take any name of the sum, and only those', () => {
    for (const right of [
      [5, 6],
      [10, 12],
      [15, 18],
    ])
      expect(check('add 1/2 1/3', right)).toBe('right')
    for (const wrong of [
      [2, 5],
      [5, 5],
      [0, 6],
    ])
      expect(check('add 1/2 1/3', wrong)).toBe('wrong')
    expect(check('add 1/2 1/3', [5, 0])).toBe('nothing')
    expect(check('add 1/5 2/5', [3])).toBe('right')
  })
  it('take any parts that are enough, each once', () => {
    expect(check('shade pie 3/4 8', [7, 0, 1, 2, 3, 5])).toBe('right')
    expect(check('shade pie 3/4 8', [0, 1, 2])).toBe('wrong')
    for (const nothing of [[], [1, 1], [8], 'all']) expect(check('shade pie 3/4 8', nothing)).toBe('nothing')
  })
  it('name the filled part by its own numbers', () => {
    expect(check('see pie 2/4', [2, 4])).toBe('right')
    expect(check('see pie 2/4', [4, 2])).toBe('wrong')
    expect(check('see bar 3/10', [7, 10])).toBe('wrong')
  })
  it('stand at one mark of a line', () => {
    const right = Array.from({ length: 9 }, (_, at) => at).filter((at) => check('line 5/4 2', at) === 'right')
    expect(right).toEqual([5])
    expect(check('line 5/4 2', 9)).toBe('nothing')
  })
  it('help without telling', () => {
    expect(hint('add 1/2 1/3')).toEqual({ kind: 'common', parts: 6, first: 3, second: 2, away: false })
    expect(hint('shade bar 1/2 8')).toEqual({ kind: 'grouped', size: 4 })
    expect(hint('equal-numerator 1/2 4')).toEqual({
      kind: 'cut',
      of: { numerator: 1, denominator: 2 },
      times: 4,
    })
  })
  it('believe no key that has no answer', () => {
    for (const key of [
      'see pie 4/4',
      'see cake 1/2',
      'shade bar 1/3 8',
      'compare 1/2 2/4',
      'subtract 1/3 1/2',
      'add 3/4 1/2',
      'tenths 10',
      'line 9/4 2',
      'equal-numerator 1/2 1',
      'see',
    ])
      expect(taskOf(key), key).toBeNull()
  })
  it('come down to the smallest numbers, and up to common parts', () => {
    const small = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(small, small, (one, other) => {
        const { numerator, denominator } = lowest({ numerator: one, denominator: other })
        expect(numerator * other).toBe(denominator * one)
        for (let by = 2; by <= numerator; by += 1)
          expect(numerator % by === 0 && denominator % by === 0).toBe(false)
        const common = commonOf(one, other)
        const first = Array.from({ length: other }, (_, at) => one * (at + 1)).find(
          (many) => many % other === 0,
        )
        expect(common).toBe(first)
      }),
    )
  })
})

describe('on paper', () => {
  it('parts that are meant are grey, never black: they are to be counted by the lines between them', () => {
    const random = seededRandom(7)
    for (let times = 0; times < 200; times += 1) {
      const asked = fractions.next(fractions.readState(null, 'see'), random, {
        grade: 3,
        term: 1,
        inRound: [],
        seen: [],
      })
      const [shape] = fractions.print(asked)?.ask ?? []
      const paths = shape?.kind === 'drawing' ? shape.paths : []
      const [numerator, denominator] = fractions.solve(asked) as number[]
      expect(paths).toHaveLength(denominator!)
      expect(paths.filter(({ fill }) => fill === 'grey')).toHaveLength(numerator!)
      expect(paths.filter(({ fill }) => fill === true)).toEqual([])
    }
  })
})
