import { expect, test } from 'vitest'
import type { DiaryItem, DiarySheet, StrokeStep } from '#contract/diary.ts'
import { keepKnown } from './known-marks.ts'

const stroke = (id: string, points: number[]): StrokeStep => ({
  id,
  kind: 'stroke',
  sheet: 0,
  tool: 'pen',
  colour: 1,
  size: 12,
  points,
})
const dog = (x: number): DiaryItem => ({
  kind: 'item',
  id: 'dog',
  thing: { kind: 'sticker', name: 'dog' },
  at: { x, y: 2, size: 190, turn: 0 },
})
const sheet = (...marks: DiarySheet['marks'][number][]): DiarySheet => ({ paper: 'both', text: '', marks })

test('marks that main answers again are the ones that are painted already', () => {
  const before = [sheet(stroke('line', [1, 2, 0.5]), dog(10))]
  const [after] = keepKnown([sheet(stroke('line', [1, 2, 0.5]), dog(10))], before)
  expect(after?.marks[0]).toBe(before[0]?.marks[0])
  expect(after?.marks[1]).toBe(before[0]?.marks[1])
})

test('what grew, was moved or is new is what main says', () => {
  const before = [sheet(stroke('line', [1, 2, 0.5]), dog(10))]
  const now = [sheet(stroke('line', [1, 2, 0.5, 3, 4, 0.5]), dog(11), stroke('new', [5, 6, 0.5]))]
  const [after] = keepKnown(now, before)
  expect(after?.marks.map((mark, index) => mark === now[0]?.marks[index])).toEqual([true, true, true])
})
