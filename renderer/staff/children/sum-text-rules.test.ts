import { expect, it } from 'vitest'
import { sumText } from './sum-text-rules.ts'

const number = (units: number, places = 0) => ({ kind: 'number', units, places }) as const

it('writes sums as a school book does', () => {
  expect(sumText({ terms: [number(8), number(7)], operators: ['add'], over: null })).toBe('8 ＋ 7 ＝')
  expect(sumText({ terms: [number(12, 1), number(4)], operators: ['divide'], over: null })).toBe('1.2 ÷ 4 ＝')
  expect(
    sumText({
      terms: [
        { kind: 'fraction', numerator: 2, denominator: 7 },
        { kind: 'fraction', numerator: 3, denominator: 7 },
      ],
      operators: ['add'],
      over: 7,
    }),
  ).toBe('2/7 ＋ 3/7 ＝ □/7')
})
