import { expect, it } from 'vitest'
import { dotsFilled, isNearlyFull } from './way-rules.ts'

it('the way fills dot by dot, the last one at the end', () => {
  expect([0, 14_999, 15_000, 179_999, 180_000, 999_999].map((ms) => dotsFilled(ms, 180_000, 12))).toEqual([
    0, 0, 1, 11, 12, 12,
  ])
  expect(isNearlyFull(144_000, 180_000)).toBe(false)
  expect(isNearlyFull(144_001, 180_000)).toBe(true)
})
