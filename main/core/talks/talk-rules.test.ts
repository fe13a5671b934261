import { array, assert, boolean, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyRole } from '#contract/roles.ts'
import { adultsOffered, grandparentOf, isForgotten, waited, wasShutSince } from './talk-rules.ts'

const named = (called: string, relation = called) => ({ called, relation })

describe('the adults whom the room offers', () => {
  it('are social workers, then teachers, then who coordinates; never volunteers or technicians', () => {
    const people = everyRole.map((role) => ({ id: role, name: role, role }))
    expect(adultsOffered(people).map(({ id }) => id)).toEqual(['social-worker', 'teacher', 'coordinator'])
  })
})

describe('somebody at home', () => {
  it('is the first grandparent, by what they are or how they are called', () => {
    expect(grandparentOf([named('妈妈'), named('阿嬷', '外婆'), named('爷爷')])).toEqual(
      named('阿嬷', '外婆'),
    )
    expect(grandparentOf([named('Granny', 'grandmother')])).toEqual(named('Granny', 'grandmother'))
  })
  it('is nobody where only parents and aunts are entered', () =>
    expect(grandparentOf([named('妈妈', '母亲'), named('姑姑')])).toBeNull())
})

describe('a wish that nobody opens', () => {
  it('is seen to after a day, and not because the clock jumped back', () => {
    const now = Date.UTC(2026, 10, 22)
    expect(isForgotten(now - 24 * 3_600_000, now)).toBe(false)
    expect(isForgotten(now - 24 * 3_600_000 - 1, now)).toBe(true)
    expect(isForgotten(now + 48 * 3_600_000, now)).toBe(false)
  })
})

const after = (hasCoordinator: boolean, minutes: number) => {
  let wait = { step: 0, ms: 0 }
  for (let minute = 0; minute < minutes; minute++) wait = waited(wait, 1, { limit: 30, hasCoordinator })
  return wait.step
}

describe('a wish that waits', () => {
  const terms = record({
    limit: integer({ min: 1, max: 1000 }),
    hasCoordinator: boolean(),
    left: boolean(),
    wasShut: boolean(),
  })

  it('goes on by one step at a time, never back, never before its time unless the adult left or the room was shut, and never past the help lines', () => {
    assert(
      property(terms, array(integer({ min: -5, max: 400 }), { maxLength: 60 }), (how, gaps) => {
        let wait = { step: 0, ms: 0 }
        let here = 0
        for (const gap of gaps) {
          const next = waited(wait, gap, how)
          here += Math.max(0, gap)
          const due = here >= how.limit || how.wasShut || (how.left && wait.step === 0)
          expect(next.step).toBe(
            wait.step === 2 || !due ? wait.step : wait.step === 0 && how.hasCoordinator ? 1 : 2,
          )
          if (next.step !== wait.step) here = 0
          wait = next
        }
      }),
      { numRuns: 300 },
    )
  })

  it('comes to the help lines after twice the time with somebody who coordinates, after once without', () => {
    expect([after(true, 59), after(true, 60), after(false, 29), after(false, 30)]).toEqual([1, 2, 0, 2])
  })
})

it('a room was shut where its clock says so, or cannot say', () => {
  const at = Date.UTC(2026, 10, 20, 8)
  expect(wasShutSince(at, at + 30, 30)).toBe(false)
  expect(wasShutSince(at, at + 31, 30)).toBe(true)
  expect(wasShutSince(at, at - 5, 30)).toBe(false)
  expect(wasShutSince(undefined, at, 30)).toBe(true)
  expect(wasShutSince(null, at, 30)).toBe(true)
  expect(wasShutSince(at, null, 30)).toBe(true)
})
