import { describe, expect, it } from 'vitest'
import { endOfMissed, momentOfMissed } from './missed-rules.ts'

describe('a call that came in and found nobody', () => {
  it.each([
    ['offline', 'offline'],
    ['480', 'offline'],
    ['486', 'busy'],
    ['603', 'declined'],
    ['408', 'no-answer'],
    ['487', 'cancelled'],
    ['something-new', 'no-answer'],
  ])('%s ends as %s', (why, end) => expect(endOfMissed(why)).toBe(end))

  it('keeps the server’s time where the two clocks can be compared', () => {
    const now = Date.UTC(2026, 10, 22)
    expect(momentOfMissed(now - 3_600_000, { at: now, trusted: true })).toEqual({
      at: now - 3_600_000,
      trusted: true,
    })
    expect(momentOfMissed(now + 1000, { at: now, trusted: true })).toEqual({ at: now, trusted: true })
  })
  it('takes this seat’s time, flagged, where its clock is years off', () => {
    const now = Date.UTC(2000, 0, 1)
    expect(momentOfMissed(Date.UTC(2026, 10, 22), { at: now, trusted: true })).toEqual({
      at: now,
      trusted: false,
    })
    expect(momentOfMissed(now, { at: now, trusted: false })).toEqual({ at: now, trusted: false })
  })
})
