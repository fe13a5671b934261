import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../help-rules.ts'
import { DOWN_TO, UP_FROM, WINDOW, nextLevel } from './adapt-rules.ts'
import { levels } from './curriculum-rules.ts'

const ids = levels.map(({ id }) => id)
const anyLevel = fc.constantFrom(...ids)
const outcome = fc.constantFrom<Outcome>('alone', 'helped', 'shown', 'skipped')
const place = (id: string) => ids.indexOf(id)
const times = (count: number, what: Outcome) => Array.from({ length: count }, () => what)

describe('levels that fit the child', () => {
  it('moves one rung at most', () => {
    fc.assert(
      fc.property(anyLevel, fc.array(outcome, { maxLength: 40 }), (id, outcomes) => {
        expect(Math.abs(place(nextLevel(id, outcomes)) - place(id))).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('never answers a better answer with a lower level', () => {
    const better: Record<Outcome, Outcome> = {
      shown: 'helped',
      helped: 'alone',
      alone: 'alone',
      skipped: 'skipped',
    }
    fc.assert(
      fc.property(
        anyLevel,
        fc.array(outcome, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        (id, outcomes, at) => {
          const improved = outcomes.map((each, index) =>
            index === at % outcomes.length ? better[each] : each,
          )
          expect(place(nextLevel(id, improved))).toBeGreaterThanOrEqual(place(nextLevel(id, outcomes)))
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('reaches every rung upwards by answering alone, and the first again by none', () => {
    const up = ids.reduce(
      (reached) => [...reached, nextLevel(reached.at(-1)!, times(WINDOW, 'alone'))],
      [ids[0]!],
    )
    expect(new Set(up)).toEqual(new Set(ids))
    const down = ids.reduce((id) => nextLevel(id, times(WINDOW, 'shown')), ids.at(-1)!)
    expect(down).toBe(ids[0])
  })

  it('holds the written thresholds', () => {
    const after = (alone: number) =>
      place(nextLevel('tens', [...times(WINDOW - alone, 'shown'), ...times(alone, 'alone')])) - place('tens')
    expect(after(UP_FROM)).toBe(1)
    expect(after(UP_FROM - 1)).toBe(0)
    expect(after(DOWN_TO + 1)).toBe(0)
    expect(after(DOWN_TO)).toBe(-1)
    expect(nextLevel('tens', times(WINDOW - 1, 'alone'))).toBe('tens')
    expect(nextLevel('tens', times(5, 'shown'))).toBe('subtract-within-20')
    expect(nextLevel('tens', times(4, 'shown'))).toBe('tens')
  })

  it('does not count a question that the child passed over', () => {
    fc.assert(
      fc.property(anyLevel, fc.array(outcome, { maxLength: 20 }), fc.nat(20), (id, outcomes, skips) => {
        expect(nextLevel(id, [...outcomes, ...times(skips, 'skipped')])).toBe(nextLevel(id, outcomes))
      }),
    )
  })
})
