import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isHlc, isWriter, LATEST_WALL, nextHlc, wallOf } from './hlc-rules.ts'

const wall = fc.oneof(
  fc.integer({ min: 0, max: 10 }),
  fc.integer({ min: 0, max: Date.UTC(2999, 0) }),
  fc.constantFrom(-5, Number.NaN, Infinity, 1.5, Date.UTC(2000, 0), Number.MAX_SAFE_INTEGER),
)
const writer = fc.constantFrom('0197-a', '0197-b', 'z')

describe('nextHlc', () => {
  it('is 12 digits of milliseconds, 4 of counting, the writer', () => {
    expect(nextHlc(undefined, 0x1234, 'w')).toBe('0000000012340000-w')
    expect(nextHlc('0000000012340000-v', 0x1233, 'w')).toBe('0000000012340001-w')
    expect(nextHlc('000000001234ffff-v', 0x1234, 'w')).toBe('0000000012350000-w')
  })

  it('always rises, for walls that fall, jump, or are no time at all', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wall, writer)), (writes) => {
        let last: string | undefined
        for (const [at, by] of writes) {
          const next = nextHlc(last, at, by)
          expect(isHlc(next)).toBe(true)
          if (last !== undefined) expect(next > last).toBe(true)
          last = next
        }
      }),
    )
  })

  it('is not dragged past 2100 by a clock far ahead, and goes on above it', () => {
    const far = nextHlc(undefined, Date.UTC(2999, 0), 'a')
    expect(wallOf(far)).toBe(LATEST_WALL)
    const next = nextHlc(far, Date.UTC(2026, 10, 22), 'b')
    expect([wallOf(next), next > far]).toEqual([LATEST_WALL, true])
  })
})

describe('what comes from elsewhere', () => {
  it('must be well formed and within the bound', () => {
    expect(isHlc('0000000012340000-w')).toBe(true)
    const wrong = [
      '0000000012340000',
      '000000001234000G-w',
      '0000000012340000-',
      '0000000012340000-w w',
      'ffffffffffff0000-w',
      7,
      null,
    ]
    expect(wrong.map(isHlc)).toEqual(wrong.map(() => false))
    expect(['', '三', 'a b', 'x'.repeat(65)].map(isWriter)).toEqual([false, false, false, false])
  })
})
