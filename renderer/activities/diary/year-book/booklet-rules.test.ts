import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { pagesOfBook, SHEETS_A_PILE, sheetsOf, sidesOf } from './booklet-rules.ts'

it('eight pages lie on two sheets as a folded booklet has them', () => {
  expect(sidesOf(8)).toEqual([
    [8, 1],
    [2, 7],
    [6, 3],
    [4, 5],
  ])
})

it('every page lies on one side, its back on the back of its sheet, and pile by pile they read on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), (leaves) => {
      const pages = pagesOfBook(leaves)
      expect(pages % 4).toBe(0)
      expect(pages - 2 - leaves).toBeGreaterThanOrEqual(0)
      expect(pages - 2 - leaves).toBeLessThan(4)
      const sides = sidesOf(pages)
      expect(sides).toHaveLength(2 * sheetsOf(pages))
      expect(sides.flat().toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: pages }, (_, at) => at + 1),
      )
      for (let sheet = 0; sheet < sides.length; sheet += 2) {
        const [front, back] = [sides[sheet]!, sides[sheet + 1]!]
        // Turned over the short edge, the left of the back lies behind the right of the front.
        expect(back).toEqual([front[1] + 1, front[0] - 1])
      }
      // A pile opens in its middle at two pages that follow each other.
      for (let pile = 0; pile < sides.length; pile += 2 * SHEETS_A_PILE) {
        const inner = sides.slice(pile, pile + 2 * SHEETS_A_PILE).at(-1)!
        expect(inner[1]).toBe(inner[0] + 1)
      }
    }),
    { numRuns: 200 },
  )
})
