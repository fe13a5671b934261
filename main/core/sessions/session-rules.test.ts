import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cut, RESUME_WITHIN_MS, afterCut } from './after-cut-rules.ts'
import {
  type Spending,
  eatsGameMinutes,
  gameLeft,
  isClosedByPause,
  isResting,
  mayBegin,
} from './allowance-rules.ts'
import {
  DEFAULT_SESSION_MS,
  EXTENSION_MS,
  GRACE_MS,
  STAY_MS,
  type SessionPhase,
  elapsed,
  extension,
  given,
  mayStay,
  phaseOf,
  remaining,
  skyPosition,
} from './session-rules.ts'

const MINUTE = 60_000
const phases: readonly SessionPhase[] = ['open', 'five', 'one', 'goodbye', 'over']
const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -1e9, max: 1e9 }))
const time = fc.record({ lengthMs: fc.nat(240 * MINUTE), usedMs: fc.nat(300 * MINUTE) })
const after = (usedMs: number) => ({ lengthMs: DEFAULT_SESSION_MS, usedMs })

describe('a session', () => {
  it('lasts 30 minutes, is warned at five and at one, says goodbye, and ends a minute later', () => {
    const at = [
      0,
      25 * MINUTE - 1,
      25 * MINUTE,
      29 * MINUTE - 1,
      29 * MINUTE,
      30 * MINUTE - 1,
      30 * MINUTE,
      31 * MINUTE - 1,
      31 * MINUTE,
    ]
    expect(at.map((used) => phaseOf(after(used)))).toEqual([
      'open',
      'open',
      'five',
      'five',
      'one',
      'one',
      'goodbye',
      'goodbye',
      'over',
    ])
    expect(GRACE_MS).toBe(MINUTE)
  })

  it('never has a negative length, whatever the clocks say', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (one, other) => {
        expect(elapsed(one, other)).toBeGreaterThanOrEqual(0)
        expect(remaining({ lengthMs: one, usedMs: other })).toBeGreaterThanOrEqual(0)
        expect(phases).toContain(phaseOf({ lengthMs: one, usedMs: other }))
        const sky = skyPosition({ lengthMs: one, usedMs: other })
        expect(sky >= 0 && sky <= 1).toBe(true)
      }),
      { numRuns: 1000 },
    )
    expect(elapsed(5, Number.NaN)).toBe(0)
    expect(elapsed(5, 3)).toBe(0)
  })

  it('only moves on as time is used, and so does the sun', () => {
    fc.assert(
      fc.property(time, fc.nat(60 * MINUTE), (now, more) => {
        const later = { ...now, usedMs: now.usedMs + more }
        expect(phases.indexOf(phaseOf(later))).toBeGreaterThanOrEqual(phases.indexOf(phaseOf(now)))
        expect(skyPosition(later)).toBeGreaterThanOrEqual(skyPosition(now))
      }),
    )
  })

  it('gives the whole of what is given, however late, and the sun steps back', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 60 * MINUTE }), (now, more) => {
        const longer = given(now, more)
        expect(remaining(longer)).toBe(remaining(now) + more)
        expect(skyPosition(longer)).toBeLessThanOrEqual(skyPosition(now))
      }),
    )
    expect(given(after(5), Number.NaN)).toEqual(after(5))
  })

  it('lets a child stay two minutes, once, at the end', () => {
    const end = after(30 * MINUTE + 5000)
    expect([
      mayStay(end, false),
      mayStay(end, true),
      mayStay(after(0), false),
      mayStay(after(40 * MINUTE), false),
    ]).toEqual([true, false, false, false])
    expect(remaining(given(end, STAY_MS))).toBe(2 * MINUTE)
  })

  it('extends itself only when nobody waits, the room wants it and there is room left', () => {
    const room = { allowed: true, waiting: 0, longestMs: 60 * MINUTE }
    expect(extension(after(26 * MINUTE), room)).toBe(EXTENSION_MS)
    expect(extension(after(10 * MINUTE), room)).toBe(0)
    expect(extension(after(26 * MINUTE), { ...room, waiting: 1 })).toBe(0)
    expect(extension(after(26 * MINUTE), { ...room, allowed: false })).toBe(0)
    expect(extension(after(26 * MINUTE), { ...room, longestMs: 33 * MINUTE })).toBe(3 * MINUTE)
    fc.assert(
      fc.property(time, fc.nat(120 * MINUTE), (now, longestMs) => {
        const more = extension(now, { ...room, longestMs })
        expect(more === 0 || now.lengthMs + more <= longestMs).toBe(true)
      }),
    )
  })
})

describe('allowances', () => {
  const spendings: readonly Spending[] = ['call', 'learn', 'play', 'diary', 'me', 'home']

  it('are eaten by games only; a call rests the sun and cannot be paused', () => {
    expect(spendings.filter(eatsGameMinutes)).toEqual(['play'])
    expect(spendings.filter((each) => isResting(each, false))).toEqual(['call'])
    expect(spendings.filter((each) => !isResting(each, true))).toEqual([])
    expect(spendings.filter((each) => !isClosedByPause(each, true))).toEqual(['call'])
  })

  it('count turns, where the room counts them, and minutes of games', () => {
    expect([0, 1, 2, 3].map((turnsADay) => mayBegin(turnsADay, 2))).toEqual([true, false, false, true])
    expect([0, 10, 20].map((minutes) => gameLeft(minutes, 12 * MINUTE))).toEqual([0, 0, 8 * MINUTE])
    fc.assert(fc.property(anyNumber, anyNumber, (minutes, ms) => gameLeft(minutes, ms) >= 0))
  })
})

describe('after a power cut', () => {
  const now = Date.UTC(2026, 10, 22, 8)
  const cut: Cut = {
    openSession: { startedAt: now - 20 * MINUTE, ...after(10 * MINUTE) },
    now,
    trusted: true,
    bootChanged: true,
    gapMs: 10 * MINUTE,
  }

  it('goes on within fifteen minutes', () => {
    expect(afterCut(cut)).toBe('resume')
    expect(afterCut({ ...cut, gapMs: RESUME_WITHIN_MS })).toBe('resume')
    expect(afterCut({ ...cut, gapMs: RESUME_WITHIN_MS + 1 })).toBe('close')
  })

  it('closes what nobody can vouch for', () => {
    expect(afterCut({ ...cut, trusted: false })).toBe('close')
    expect(afterCut({ ...cut, gapMs: -1 })).toBe('close')
    expect(afterCut({ ...cut, gapMs: Number.NaN })).toBe('close')
    expect(afterCut({ ...cut, now: cut.openSession!.startedAt - 1 })).toBe('close')
    expect(afterCut({ ...cut, openSession: null })).toBe('close')
    expect(afterCut({ ...cut, openSession: { startedAt: 0, ...after(DEFAULT_SESSION_MS) } })).toBe('close')
  })

  it('needs no wall clock when only the program stopped', () => {
    expect(afterCut({ ...cut, bootChanged: false, trusted: false, now: Date.UTC(2000, 0) })).toBe('resume')
  })

  it('never goes on with a gap outside its limits', () => {
    fc.assert(
      fc.property(anyNumber, fc.boolean(), fc.boolean(), (gapMs, trusted, bootChanged) => {
        if (afterCut({ ...cut, gapMs, trusted, bootChanged }) === 'resume')
          expect(gapMs >= 0 && gapMs <= RESUME_WITHIN_MS).toBe(true)
      }),
    )
  })
})
