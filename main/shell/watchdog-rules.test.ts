import { describe, expect, it } from 'vitest'
import { silenceAllowed, waitBefore } from './watchdog-rules.ts'

describe('a page that dies', () => {
  it('comes back at once, three times', () => {
    expect([[1], [1, 2], [1, 2, 3]].map((deaths) => waitBefore(deaths, 4))).toEqual([100, 100, 100])
  })
  it('waits longer when it keeps dying, never as long as ten seconds', () => {
    const deaths = Array.from({ length: 30 }, (_, index) => index)
    expect(deaths.slice(3, 9).map((_, more) => waitBefore(deaths.slice(0, 4 + more), 30))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000,
    ])
    expect(waitBefore(deaths, 30)).toBeLessThan(10_000)
  })
  it('starts afresh after a quiet minute', () => {
    expect(waitBefore([1, 2, 3, 4, 5, 6, 70_000], 70_001)).toBe(100)
  })
})

describe('a page that is silent', () => {
  it('is ended soon enough to be back within ten seconds, later while it loads', () => {
    expect(silenceAllowed(false, [], 0)).toBe(4000)
    expect(silenceAllowed(true, [], 0)).toBe(20_000)
  })
  it('is given twice the time after each end: a slow PC comes to its first page', () => {
    const kills = [10_000, 30_000, 70_000]
    expect(kills.map((_, before) => silenceAllowed(true, kills.slice(0, before + 1), 80_000))).toEqual([
      40_000, 80_000, 160_000,
    ])
    const many = Array.from({ length: 50 }, (_, index) => index)
    expect(silenceAllowed(false, many, 100)).toBe(256_000)
  })
  it('is taken as before once ten minutes went by without one', () => {
    expect(silenceAllowed(false, [1, 2, 3], 600_004)).toBe(4000)
  })
})
