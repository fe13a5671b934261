import { expect, test } from 'vitest'
import type { DiaryItem, StrokeStep } from '#contract/diary.ts'
import { reachOf } from './reach-rules.ts'

const stroke = (points: number[], more: Partial<StrokeStep> = {}): StrokeStep => ({
  id: 'a',
  kind: 'stroke',
  sheet: 0,
  tool: 'pen',
  colour: 0,
  size: 20,
  points,
  ...more,
})
const sticker = (x: number, size: number, turn: number): DiaryItem => ({
  id: 'b',
  kind: 'item',
  thing: { kind: 'sticker', name: 'sun' },
  at: { x, y: 500, size, turn },
})

test('what is seen reaches as far as the edge of a pen, and of a thing however it is turned', () => {
  expect(reachOf([])).toBe(0)
  expect(reachOf([stroke([100, 10, 0.5, 1300, 10, 0.5])])).toBe(1310)
  expect(reachOf([sticker(1000, 200, 0)])).toBe(1100)
  expect(reachOf([sticker(1000, 200, 45)])).toBeCloseTo(1000 + 100 * Math.SQRT2)
})

test('a rubber and a voice are not seen, and a page of before ends at its square', () => {
  expect(reachOf([stroke([1500, 10, 0.5], { tool: 'rubber' })])).toBe(0)
  expect(reachOf([{ ...sticker(1500, 200, 0), thing: { kind: 'voice', media: 'm', seconds: 3 } }])).toBe(0)
  const { sheet: _, ...before } = stroke([1000, 10, 0.5])
  expect(reachOf([before])).toBe(1000)
})
