import { describe, expect, it } from 'vitest'
import { dayBeside } from './day-beside-rules.ts'

describe('paging through time', () => {
  it('steps a day, a week from Monday, a month, a term', () => {
    expect(dayBeside('day', '2026-03-01', -1)).toBe('2026-02-28')
    expect(dayBeside('week', '2026-11-19', -1)).toBe('2026-11-15')
    expect(dayBeside('month', '2026-12-31', 1)).toBe('2027-01-01')
    expect(dayBeside('term', '2026-11-19', -1)).toBe('2026-08-31')
  })
})
