import { describe, expect, it } from 'vitest'
import { waitBefore } from './watchdog-rules.ts'

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
