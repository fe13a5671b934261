import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random-rules.ts'
import { type EstimateExercise, estimates, taskOf } from './activity-rules.ts'
import { levels } from './level-rules.ts'
import type { Picking, Placing } from './task-rules.ts'

function* asked(level: string, many = 600): Generator<EstimateExercise> {
  const random = seededRandom(8)
  const state = estimates.readState(null, level)
  for (let made = 0; made < many; made += 1)
    yield estimates.next(state, random, { grade: null, term: 1, inRound: [], seen: [] })
}
const placing = (exercise: EstimateExercise) => taskOf(exercise) as Placing
const picking = (exercise: EstimateExercise) => taskOf(exercise) as Picking
const numbersOf = ({ key }: EstimateExercise) => key.split(' ')[1]!.split(',').map(Number)

describe.each(['dots-20', 'dots-100'])('%s', (level) => {
  it('shows as many dots as it asks for, none on another, in whole groups but one', () => {
    for (const exercise of asked(level)) {
      const { groups, value, near, line } = placing(exercise)
      const all = groups.flat()
      expect(all).toHaveLength(numbersOf(exercise)[0]!)
      expect(value).toBe(all.length)
      expect(groups.slice(0, -1).every((group) => group.length === groups[0]!.length)).toBe(true)
      for (const [at, dot] of all.entries()) {
        expect(Math.min(dot.x, dot.y, 100 - dot.x, 100 - dot.y)).toBeGreaterThan(0)
        for (const other of all.slice(at + 1))
          expect(Math.hypot((dot.x - other.x) * 4, (dot.y - other.y) * 1.5)).toBeGreaterThan(10)
      }
      for (const [answer, check] of [
        [Math.min(line.to, value + near), 'right'],
        [value - near, 'right'],
        [value + near + 1, value + near < line.to ? 'wrong' : 'nothing'],
        [value - near - 1, 'wrong'],
      ] as const)
        expect(estimates.check(exercise, answer).check, `${answer} of ${value}`).toBe(check)
      expect(near).toBeGreaterThanOrEqual(2)
    }
  })
})

describe.each(levels.filter(({ id }) => id.startsWith('nearest')).map(({ id }) => id))('%s', (level) => {
  it('takes the one mark that is nearest, found by looking at all of them', () => {
    for (const exercise of asked(level)) {
      const { line, value } = placing(exercise)
      const [number = 0] = numbersOf(exercise)
      const far = line.marks.map((mark) => Math.abs(mark - number))
      const least = Math.min(...far)
      expect(far.filter((one) => one === least)).toHaveLength(1)
      expect(value).toBe(line.marks[far.indexOf(least)])
      const right = line.marks.filter((mark) => estimates.check(exercise, mark).check === 'right')
      expect(right).toEqual([value])
    }
  })
})

describe.each(['sum-near', 'minus-near', 'times-near'])('%s', (level) => {
  it('has one card that is nearest to what the sum really is', () => {
    for (const exercise of asked(level)) {
      const { choices, right, facts } = picking(exercise)
      const [, a, sign, b] = /^(\d+) (.) (\d+)$/u.exec(facts['sum'] ?? '') ?? []
      const really =
        sign === '＋' ? Number(a) + Number(b) : sign === '－' ? Number(a) - Number(b) : Number(a) * Number(b)
      const far = choices.map((choice) => Math.abs(Number(choice) - really))
      expect(far.indexOf(Math.min(...far))).toBe(right)
      expect(far.toSorted((one, other) => one - other)[1]! - Math.min(...far)).toBeGreaterThan(0)
      expect(Math.min(...choices.map(Number))).toBeGreaterThan(0)
    }
  })
})

it('says enough where the money is, and both come', () => {
  const found = { yes: 0, no: 0 }
  for (const exercise of asked('enough')) {
    const [a = 0, b = 0, have = 0] = numbersOf(exercise)
    const { choices, right } = picking(exercise)
    const isEnough = have - a >= b
    expect(choices[right]).toBe(isEnough ? 'yes' : 'no')
    found[isEnough ? 'yes' : 'no'] += 1
  }
  expect(Math.min(found.yes, found.no)).toBeGreaterThan(100)
})

describe.each(levels.filter(({ id }) => id.startsWith('place')).map(({ id }) => id))('%s', (level) => {
  it('takes what lies within a twentieth, and says which way to look elsewhere', () => {
    for (const exercise of asked(level)) {
      const { line, value, facts } = placing(exercise)
      const told =
        facts['number'] === undefined ? Number(facts['parts']) / Number(facts['of']) : Number(facts['number'])
      expect(value / line.per).toBeCloseTo(told, 9)
      const tolerance = (line.to - line.from) / 20
      for (let at = line.from; at <= line.to; at += line.step) {
        const check = estimates.check(exercise, at)
        const isNear = Math.abs(at / line.per - told) * line.per <= tolerance + 1e-9
        expect(check.check).toBe(isNear ? 'right' : 'wrong')
        if (check.check === 'wrong') expect(check.said).toEqual({ way: at < value ? 'more' : 'fewer' })
      }
    }
  })
})

const asking = (key: string, level: string) => estimates.readExercise({ key, level, mix: 3 })

it('takes no numbers that it could not have asked', () => {
  expect(asking('dots-20 12', 'dots-20')).not.toBeNull()
  expect(asking('dots-20 12,5', 'dots-20')).toBeNull()
  expect(asking('dots-20 21', 'dots-20')).toBeNull()
  expect(asking('nearest-ten 345', 'nearest-ten')).toBeNull()
  expect(asking('dots-20 12', 'dots-100')).toBeNull()
  expect(asking('enough 38,57,90', 'enough')).toBeNull()
})
