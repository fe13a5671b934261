import { closest, dots, enough, fractionPlace, type Kind, nearest, place } from './task-rules.ts'

export interface Level {
  readonly id: string
  readonly grade: number
  readonly kind: Kind
}

/**
 * Estimating, as the standard of 2022 asks for it in each stage: how many at a glance and where on a line in the first; the
 * nearest ten, hundred, ten thousand, sums and “is it enough” in the second; decimals and fractions on the line in the third.
 */
export const levels: readonly Level[] = [
  { id: 'dots-20', grade: 1, kind: dots(6, 20, 5, 30) },
  { id: 'place-100', grade: 2, kind: place(100, 1, 1) },
  { id: 'dots-100', grade: 2, kind: dots(21, 90, 10, 100) },
  { id: 'nearest-ten', grade: 2, kind: nearest(10, 11, 999) },
  {
    id: 'sum-near',
    grade: 2,
    kind: closest('add', { a: [12, 78], b: [12, 78], round: [10, 10], apart: 20 }),
  },
  { id: 'enough', grade: 3, kind: enough(89) },
  { id: 'place-1000', grade: 3, kind: place(1000, 1, 10) },
  { id: 'nearest-hundred', grade: 3, kind: nearest(100, 101, 9999) },
  {
    id: 'minus-near',
    grade: 3,
    kind: closest('minus', { a: [310, 980], b: [110, 290], round: [100, 100], apart: 200 }),
  },
  {
    id: 'times-near',
    grade: 4,
    kind: closest('times', { a: [18, 92], b: [18, 62], round: [10, 10], apart: 400 }),
  },
  { id: 'nearest-ten-thousand', grade: 4, kind: nearest(10_000, 10_001, 999_999) },
  { id: 'nearest-whole', grade: 5, kind: nearest(100, 101, 2999, 100) },
  { id: 'place-tenths', grade: 5, kind: place(100, 10, 1) },
  { id: 'place-fraction', grade: 6, kind: fractionPlace },
]
