import { expect, it } from 'vitest'
import type { ProgressRow } from '#contract/learning.ts'
import { byActivity, byChild } from './tally-rules.ts'

const row = (activity: string, place: number, more: Partial<ProgressRow> = {}): ProgressRow => ({
  childId: 'c',
  childName: '小雨',
  classLabel: '二(1)班',
  activity,
  level: `level ${place}`,
  place,
  places: 9,
  levelGrade: null,
  minutes: 0,
  tries: 0,
  right: 0,
  inBook: 0,
  lastAt: null,
  ...more,
})

it('adds children up by activity, with the lowest and highest level by their place', () => {
  expect(
    byActivity([
      row('sums', 10, { minutes: 2, tries: 5, right: 3, inBook: 1 }),
      row('maze', 1),
      row('sums', 2, { minutes: 3.5, tries: 5, right: 5 }),
    ]),
  ).toEqual([
    {
      activity: 'sums',
      children: 2,
      lowest: 'level 2',
      highest: 'level 10',
      minutes: 5.5,
      tries: 10,
      right: 8,
      inBook: 1,
    },
    expect.objectContaining({ activity: 'maze', children: 1, lowest: 'level 1', highest: 'level 1' }),
  ])
  expect(byActivity([])).toEqual([])
})

it('adds activities up by child, two of one name apart', () => {
  expect(
    byChild([
      row('sums', 1, { minutes: 2, tries: 5, right: 3, inBook: 1 }),
      row('sums', 1, { childId: 'd', classLabel: '三(1)班', tries: 1 }),
      row('maze', 1, { minutes: 0.5, tries: 1, right: 1 }),
    ]),
  ).toEqual([
    {
      childId: 'c',
      childName: '小雨',
      classLabel: '二(1)班',
      activities: 2,
      minutes: 2.5,
      tries: 6,
      right: 4,
      inBook: 1,
    },
    expect.objectContaining({ childId: 'd', classLabel: '三(1)班', activities: 1, tries: 1 }),
  ])
})
