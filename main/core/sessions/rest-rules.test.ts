import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRestDue, looked, lookedBefore } from './rest-rules.ts'

const gap = 25_000
const minute = 60_000

describe('a rest for the eyes', () => {
  it('is due after so many minutes of screen, whatever beats they came in', () => {
    const beats = fc.array(fc.integer({ min: 1, max: gap }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(beats, fc.constantFrom(15, 20, 30), (passed, everyMinutes) => {
        const screenMs = passed.reduce(
          (so, ms) => looked({ screenMs: so }, ms, { looking: true, mostGap: gap }),
          0,
        )
        const all = passed.reduce((sum, ms) => sum + ms, 0)
        expect(isRestDue({ screenMs }, { everyMinutes, inTheOpen: true })).toBe(all >= everyMinutes * minute)
      }),
    )
  })

  it('does not count calls, and a closed lid is one', () => {
    const at = { screenMs: 19 * minute }
    expect(looked(at, 10_000, { looking: false, mostGap: gap })).toBe(19 * minute)
    expect(looked(at, gap + 1, { looking: true, mostGap: gap })).toBe(0)
    expect(looked(at, gap + 1, { looking: false, mostGap: gap })).toBe(0)
    expect(looked(at, Number.NaN, { looking: true, mostGap: gap })).toBe(0)
  })

  it('never comes where the room wants none, in a call or near the goodbye', () => {
    const screenMs = 500 * minute
    expect(isRestDue({ screenMs }, { everyMinutes: 0, inTheOpen: true })).toBe(false)
    expect(isRestDue({ screenMs }, { everyMinutes: 20, inTheOpen: false })).toBe(false)
  })

  it('comes after a crash where it would have come', () => {
    expect(lookedBefore(24 * minute, 20)).toBe(4 * minute)
    expect(lookedBefore(19 * minute, 20)).toBe(19 * minute)
    expect(lookedBefore(19 * minute, 0)).toBe(0)
    expect(lookedBefore(-5, 20)).toBe(0)
  })
})
