import { describe, expect, it } from 'vitest'
import { testGround } from '../db/test-ground.ts'
import { ok } from '../kernel/result.ts'
import { createUsageService } from '../usage/service.ts'
import { createSessionsService } from './service.ts'

const minute = 60_000

/** A child with so much of 30 minutes left. */
function sitting(leftMs: number) {
  const ground = testGround()
  const sessions = createSessionsService(ground, {
    usage: createUsageService(ground),
    checkPictures: () => ok(undefined),
    sessionChild: (id) => ({
      id,
      name: '林小雨',
      given: '小雨',
      face: { animal: 'rabbit', tone: 'coral' },
      grade: 2,
      settings: { voice: 'on', pinyin: null, letters: 'normal' },
    }),
    settings: () => ({ sessionMinutes: 30, turnsADay: 0, restMinutes: 20 as const }),
    isToy: () => false,
    machine: { boot: '1', uptime: () => ground.clock.monotonic() },
  })
  if (!sessions.begin('a').ok) throw new Error('nobody sat down')
  ground.clock.pass(30 * minute - leftMs)
  sessions.due()
  /** Lets time go from one thing that happens by itself to the next, as the house's timer does. */
  const pass = (ms: number): void => {
    let left = ms
    while (left > 0) {
      const step = Math.min(left, Math.max(1000, sessions.nextDueMs() ?? left))
      ground.clock.pass(step)
      left -= step
      sessions.due()
    }
  }
  return { sessions, pass }
}

describe('“I want to talk”', () => {
  it('rests the sun for five minutes in a turn, and says so when it goes on', () => {
    const { sessions, pass } = sitting(10 * minute)
    const told: (boolean | undefined)[] = []
    sessions.onChange((now) => told.push(now?.resting))
    sessions.move({ name: 'talk' })
    pass(4 * minute)
    expect(sessions.now()).toMatchObject({ resting: true, remainingMs: 10 * minute })
    sessions.move({ name: 'home' })
    pass(minute)
    sessions.move({ name: 'talk' })
    pass(3 * minute)
    expect(sessions.now()).toMatchObject({ resting: false, remainingMs: 7 * minute })
    expect(told).toEqual([true, false, true, false])
  })

  it('at the very end has its rest and then a minute, and is not kept for ever', () => {
    const { sessions, pass } = sitting(minute)
    sessions.move({ name: 'talk' })
    pass(5 * minute)
    expect(sessions.now()?.phase).toBe('one')
    pass(minute)
    expect(sessions.now()?.phase).toBe('goodbye')
    pass(minute)
    expect(sessions.now()).toBeNull()
  })

  it('goes on resting in a teacher’s pause, which does not use it up', () => {
    const { sessions, pass } = sitting(10 * minute)
    sessions.move({ name: 'talk' })
    sessions.pause(true)
    pass(20 * minute)
    sessions.pause(false)
    pass(5 * minute)
    expect(sessions.now()).toMatchObject({ remainingMs: 10 * minute })
  })
})

describe('a call at the end of the time', () => {
  it('that still rings is not taken away, and there is a whole minute after it', () => {
    const { sessions, pass } = sitting(10_000)
    sessions.move({ name: 'family' })
    sessions.ringing(true)
    pass(90_000)
    expect(sessions.now()?.phase).toBe('goodbye')
    expect(sessions.nextDueMs()).toBeNull()
    sessions.ringing(false)
    pass(minute - 1000)
    expect(sessions.now()?.phase).toBe('goodbye')
    pass(1000)
    expect(sessions.now()).toBeNull()
  })

  it('that is talked goes on for as long as they talk, through “end kindly” and a pause, and then has its minute', () => {
    const { sessions, pass } = sitting(20 * minute)
    sessions.move({ name: 'family' })
    sessions.ringing(true)
    pass(5000)
    sessions.talking(true)
    sessions.ringing(false)
    sessions.endKindly()
    pass(30 * minute)
    sessions.pause(true)
    pass(10 * minute)
    sessions.pause(false)
    expect(sessions.now()).toMatchObject({ phase: 'goodbye', resting: true })
    sessions.talking(false)
    pass(minute - 1000)
    expect(sessions.now()?.phase).toBe('goodbye')
    pass(1000)
    expect(sessions.now()).toBeNull()
  })
})
