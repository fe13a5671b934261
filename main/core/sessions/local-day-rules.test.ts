import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CHINA_OFFSET,
  addDays,
  daysOf,
  isDay,
  localDay,
  monthOf,
  rangeOf,
  startOfDay,
  termNumber,
  termOf,
  weekOf,
  weekday,
} from './local-day-rules.ts'

const day = fc.integer({ min: 1000, max: 40_000 }).map((days) => addDays('1970-01-01', days))
const offset = fc.integer({ min: -720, max: 840 })

describe('the local day', () => {
  it('begins at midnight in China, eight hours before UTC', () => {
    expect(localDay(Date.UTC(2026, 10, 21, 15, 59, 59, 999), CHINA_OFFSET)).toBe('2026-11-21')
    expect(localDay(Date.UTC(2026, 10, 21, 16), CHINA_OFFSET)).toBe('2026-11-22')
  })

  it('agrees with the calendar of the machine', () => {
    const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2100, 0) }), (at) => {
        expect(localDay(at, CHINA_OFFSET)).toBe(shanghai.format(at))
      }),
    )
  })

  it('holds from its start until the next one starts', () => {
    fc.assert(
      fc.property(day, offset, (each, minutes) => {
        const start = startOfDay(each, minutes)
        expect(localDay(start, minutes)).toBe(each)
        expect(localDay(start - 1, minutes)).toBe(addDays(each, -1))
        expect(localDay(start + 86_399_999, minutes)).toBe(each)
      }),
    )
  })

  it('is a day of the calendar whatever a clock claims', () => {
    fc.assert(fc.property(fc.double(), fc.double(), (at, minutes) => isDay(localDay(at, minutes))))
    expect(localDay(Number.NaN, 480)).toBe('1970-01-01')
  })

  it('knows which days there are', () => {
    expect(['2024-02-29', '2025-02-29', '2025-2-9', '2025-13-01', '', 'x'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(() => addDays('2025-02-30x', 1)).toThrow('2025-02-30x')
  })
})

describe('ranges of days', () => {
  it('hold their day and follow each other without a gap', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('day', 'week', 'month', 'term'), (each, unit) => {
        const range = rangeOf(unit, each)
        expect(range.from <= each && each <= range.to).toBe(true)
        expect(rangeOf(unit, range.from)).toEqual(range)
        expect(rangeOf(unit, range.to)).toEqual(range)
        expect(rangeOf(unit, addDays(range.to, 1)).from).toBe(addDays(range.to, 1))
        const days = daysOf(range)
        expect([days[0], days.at(-1)]).toEqual([range.from, range.to])
        expect(new Set(days).size).toBe(days.length)
      }),
    )
  })

  it('weeks begin on Monday and have seven days', () => {
    expect(weekOf('2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    fc.assert(
      fc.property(day, (each) => {
        expect([weekday(weekOf(each).from), daysOf(weekOf(each)).length]).toEqual([1, 7])
      }),
    )
  })

  it('months and terms end where the school year says', () => {
    expect(monthOf('2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(termOf('2026-11-22')).toEqual({ from: '2026-09-01', to: '2027-01-31' })
    expect(termOf('2027-01-31')).toEqual({ from: '2026-09-01', to: '2027-01-31' })
    expect(termOf('2027-02-01')).toEqual({ from: '2027-02-01', to: '2027-08-31' })
    expect(['2026-11-22', '2027-01-31', '2027-02-01', '2027-08-31'].map(termNumber)).toEqual([1, 1, 2, 2])
  })

  it('are empty when they end before they begin', () => {
    expect(daysOf({ from: '2026-01-02', to: '2026-01-01' })).toEqual([])
  })
})
