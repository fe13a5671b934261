import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { itemStep } from '#contract/diary.ts'
import { sheetSize } from '../../paper/units.ts'
import { freshPlace, nudged, sizeOf, type Nudge } from './at-rules.ts'

const nudges: readonly Nudge[] = [
  'left', 'right', 'up', 'down', 'smaller', 'larger', 'turn-left', 'turn-right',
] // prettier-ignore
const id = '0197f0d2-0000-7000-8000-000000000001'

it('is taken by main wherever presses bring a thing, and never out of reach', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('sticker' as const, 'photo' as const, 'picture' as const),
      fc.nat({ max: 200 }),
      fc.array(fc.constantFrom(...nudges), { maxLength: 120 }),
      (kind, lying, presses) => {
        const at = presses.reduce(nudged, freshPlace(kind, lying))
        const thing = { kind: 'sticker' as const, name: 'dog' }
        expect(itemStep.safeParse({ id, kind: 'item', sheet: 0, item: id, thing, at }).success).toBe(true)
        expect(at.size).toBeGreaterThanOrEqual(sizeOf.least)
        expect(at.size).toBeLessThanOrEqual(sizeOf.most)
      },
    ),
    { numRuns: 300 },
  )
})

it('turns all the way round, and comes back to where it was', () => {
  const start = freshPlace('sticker', 0)
  const round = Array.from({ length: 24 }).reduce((at: typeof start) => nudged(at, 'turn-right'), start)
  expect(round).toEqual(start)
})

it('lays down what was pasted large enough to be read, and wholly on the sheet', () => {
  for (let lying = 0; lying < 30; lying += 1) {
    const { x, size } = freshPlace('picture', lying)
    expect(size).toBeGreaterThanOrEqual(sheetSize.width / 3)
    expect(x - size / 2).toBeGreaterThanOrEqual(0)
    expect(x + size / 2).toBeLessThanOrEqual(sheetSize.width)
  }
})
