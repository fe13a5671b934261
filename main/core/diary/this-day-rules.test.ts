import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { inOrder, weekAround } from './this-day-rules.ts'

const page = (day: string) => ({ id: day, day })
const days = (today: string, ...found: readonly string[]) =>
  inOrder(found.map(page), today).map(({ day }) => day)

it('offers the day itself before its week, a late year before an early one, the nearest day of a year first', () => {
  expect(
    days(
      '2026-11-19',
      '2024-11-19',
      '2025-11-18',
      '2025-11-20',
      '2023-11-19',
      '2025-11-16',
      '2026-11-18',
      '2025-11-15',
    ),
  ).toEqual(['2024-11-19', '2023-11-19', '2025-11-18', '2025-11-20', '2025-11-16'])
})

it('looks over the end of a month and of a year', () => {
  expect(weekAround('2026-01-01')).toEqual(['01-01', '12-31', '01-02', '12-30', '01-03', '12-29', '01-04'])
  expect(weekAround('2028-02-29')).toEqual(['02-29', '02-28', '03-01', '02-27', '03-02', '02-26', '03-03'])
  expect(weekAround('')).toEqual([])
})

it('never offers a day of this year or a later one, nor one further away than three days', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 30 }), (today, found) => {
      for (const one of days(today, ...found)) {
        expect(one.slice(0, 4) < today.slice(0, 4)).toBe(true)
        const moved = [-1, 0, 1].map((shift) => `${Number(today.slice(0, 4)) + shift}${one.slice(4)}`)
        const apart = moved.map((other) => Math.abs(Date.parse(other) - Date.parse(today)) / 86_400_000)
        expect(Math.min(...apart.filter((gap) => !Number.isNaN(gap)))).toBeLessThanOrEqual(4)
      }
    }),
    { numRuns: 200 },
  )
})
