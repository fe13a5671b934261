import { array, assert, double, property } from 'fast-check'
import { expect, it } from 'vitest'
import { BARS, barsOf, peaksOf } from './wave-rules.ts'

it('a voice that grows louder and falls silent has a wave that does', () => {
  const levels = Array.from({ length: 400 }, (_, at) => (at < 200 ? at / 200 : 0))
  const peaks = peaksOf(levels) ?? []
  expect(peaks).toHaveLength(BARS)
  expect(peaks.slice(0, BARS / 2)).toEqual(peaks.slice(0, BARS / 2).toSorted((one, other) => one - other))
  expect(peaks[BARS / 2 - 1]).toBe(9)
  expect(new Set(peaks.slice(BARS / 2))).toEqual(new Set([0]))
})

it('a shout of one look is seen, a short note has as many bars, and none without anything heard', () => {
  const shout = Array.from({ length: 1000 }, (_, at) => (at === 500 ? 1 : 0))
  expect(peaksOf(shout)?.indexOf(9)).toBe(20)
  expect(peaksOf([0.5])).toEqual(Array.from({ length: BARS }, () => 5))
  expect(peaksOf([])).toBeUndefined()
  expect(new Set(barsOf(undefined))).toEqual(new Set([0.1]))
})

it('every wave is of whole steps between silence and very loud', () => {
  assert(
    property(array(double({ min: 0, max: 2, noNaN: true }), { minLength: 1, maxLength: 500 }), (levels) => {
      const peaks = peaksOf(levels) ?? []
      expect(peaks).toHaveLength(BARS)
      expect(peaks.every((peak) => Number.isInteger(peak) && peak >= 0 && peak <= 9)).toBe(true)
      expect(Math.max(...peaks)).toBe(Math.round(Math.min(1, Math.max(...levels)) * 9))
    }),
  )
})
