import { describe, expect, it } from 'vitest'
import { isLastMinute, phoneSky } from './phone-time-rules.ts'

const minute = 60_000

describe('the sky of a telephone', () => {
  it('begins with the sun behind it and ends with one swallow, then none', () => {
    expect(phoneSky({ leftMs: 20 * minute, totalMs: 20 * minute })).toEqual({ passed: 0, minutesLeft: 20 })
    expect(phoneSky({ leftMs: 5 * minute, totalMs: 20 * minute })).toEqual({ passed: 0.75, minutesLeft: 5 })
    expect(phoneSky({ leftMs: 1, totalMs: 20 * minute }).minutesLeft).toBe(1)
    expect(phoneSky({ leftMs: -5, totalMs: 20 * minute })).toEqual({ passed: 1, minutesLeft: 0 })
    expect(phoneSky({ leftMs: 0, totalMs: 0 }).passed).toBe(1)
  })
  it('asks for a goodbye in its last minute', () => {
    expect(isLastMinute({ leftMs: minute + 1, totalMs: 20 * minute })).toBe(false)
    expect(isLastMinute({ leftMs: minute, totalMs: 20 * minute })).toBe(true)
    expect(isLastMinute(null)).toBe(false)
  })
})
