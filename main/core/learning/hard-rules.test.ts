import { expect, it } from 'vitest'
import type { HardLevel } from '#contract/learning.ts'
import { hardestFirst } from './hard-rules.ts'

const level = (name: string, asked: number, alone: number, stuck = 0): HardLevel => ({
  activity: 'sums',
  level: name,
  levelGrade: 2,
  children: 3,
  stuck,
  asked,
  alone,
})
const names = (levels: readonly HardLevel[]) => hardestFirst(levels).map((one) => one.level)

it('names the rung first on which most was not done alone, and none on which all was', () => {
  expect(names([level('easy', 200, 190), level('hard', 90, 40), level('known', 50, 50)])).toEqual([
    'hard',
    'easy',
  ])
})

it('does not take one missed exercise for the hardest of all', () => {
  expect(names([level('once', 1, 0), level('hard', 90, 40)])).toEqual(['hard', 'once'])
})

it('knows a rung on which all was given up unanswered', () => {
  expect(names([level('given up', 0, 0, 6)])).toEqual(['given up'])
})

it('names twenty at most', () => {
  expect(names(Array.from({ length: 30 }, (_, at) => level(`${at}`, 40, at)))).toHaveLength(20)
})
