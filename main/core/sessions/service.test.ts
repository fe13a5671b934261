import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SessionChild, SessionNow } from '#contract/sessions.ts'
import { testGround, type TestGround } from '../db/test-ground.ts'
import { err, ok } from '../kernel/result.ts'
import { refuse } from '#contract/refusal.ts'
import { createUsageService } from '../usage/service.ts'
import { createSessionsService, type SessionsService } from './service.ts'

const minute = 60_000
const child = (id: string): SessionChild => ({
  id,
  name: '林小雨',
  given: '小雨',
  face: { animal: 'rabbit', tone: 'coral' },
  grade: 2,
  settings: { voice: 'on', pinyin: null, letters: 'normal' },
})

/** A seat whose program can start again on the same database, with the machine or without it. */
function seat(ground: TestGround = testGround(), turnsADay = 0) {
  let boot = 1
  let up = 1000
  let service: SessionsService | undefined
  const start = (): SessionsService =>
    (service = createSessionsService(ground, {
      usage: createUsageService(ground),
      checkPictures: (id, pictures) =>
        id === 'locked' && !pictures ? err(refuse('pictures-needed')) : ok(undefined),
      sessionChild: (id) => (id === 'nobody' ? null : child(id)),
      settings: () => ({ sessionMinutes: 30, turnsADay, restMinutes: 20 as const }),
      isToy: (activity) => activity === 'blocks',
      machine: { boot: String(boot), uptime: () => up },
    }))
  const sleep = (ms: number) => {
    ground.clock.pass(ms)
    up += ms
  }
  /** Awake: somebody looks at least every ten seconds. */
  const pass = (ms: number) => {
    for (let left = ms; left > 0; left -= 10_000) {
      sleep(Math.min(left, 10_000))
      service?.now()
    }
  }
  return { ground, start, pass, sleep, reboot: () => void ((boot += 1), (up = 0)) }
}

const events = ({ db }: TestGround) =>
  db.all<{ kind: string; activity: string; ms: number; trusted: number; detail: string | null }>(
    'SELECT kind, activity, length_ms AS ms, trusted, detail FROM usage_event ORDER BY rowid',
  )
const sessions = ({ db }: TestGround) =>
  db.all<{ ms: number; cut: number; end: string | null; trusted: number }>(
    'SELECT length_ms AS ms, cut, end_reason AS end, trusted FROM session ORDER BY started_at, id',
  )
const value = <T>(answer: { ok: boolean; value?: T; error?: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value as T
}

describe('a turn', () => {
  it('counts minutes with a big toy as play, and those beside it as before', () => {
    const { ground, start, pass } = seat()
    const service = start()
    value(service.begin('a'))
    service.move({ name: 'activity', page: 'blocks' })
    pass(5 * minute)
    service.move({ name: 'activity', page: 'sums' })
    pass(minute)
    value(service.end())
    const days = ground.db.all<{ activity: string; ms: number }>(
      "SELECT activity, ms FROM usage_day WHERE activity IN ('play', 'learn') ORDER BY activity",
    )
    expect(days).toEqual([
      { activity: 'learn', ms: minute },
      { activity: 'play', ms: 5 * minute },
    ])
  })

  it('asks for a rest after twenty minutes of screen: calls do not count, a closed lid is one, near the end there is none', () => {
    const { start, pass, sleep } = seat()
    const service = start()
    value(service.begin('a'))
    const due = () => service.now()?.restDue
    const told: (boolean | undefined)[] = []
    service.onChange((now) => void told.push(now?.restDue))
    service.move({ name: 'family' })
    service.talking(true)
    pass(30 * minute)
    service.talking(false)
    service.move({ name: 'learn' })
    pass(20 * minute - 1000)
    expect(due()).toBe(false)
    told.length = 0
    pass(1000)
    service.beat()
    expect(due()).toBe(true)
    expect(told).toContain(true)
    value(service.rested())
    expect(due()).toBe(false)
    value(service.giveMinutes(60))
    pass(19 * minute)
    sleep(minute)
    pass(2 * minute)
    expect(due()).toBe(false)
    pass(19 * minute)
    expect(due()).toBe(true)
    value(service.endKindly())
    expect(due()).toBe(false)
  })

  it('counts the time of each activity and says so when it is over', () => {
    const { ground, start, pass } = seat()
    const service = start()
    value(service.begin('a'))
    pass(2 * minute)
    service.move({ name: 'learn' })
    pass(minute)
    service.move({ name: 'activity', page: 'sums' })
    pass(minute)
    service.move({ name: 'diary' })
    pass(500)
    value(service.end())
    expect(service.now()).toBeNull()
    expect(events(ground).map(({ kind, activity, ms, detail }) => [kind, activity, ms, detail])).toEqual([
      ['session-begin', 'session', 0, null],
      ['activity', 'home', 2 * minute, null],
      ['activity', 'learn', minute, null],
      ['activity', 'learn', minute, 'sums'],
      ['activity', 'diary', 500, null],
      ['session-end', 'session', 4 * minute + 500, 'goodbye'],
    ])
    expect(sessions(ground)).toEqual([{ ms: 4 * minute + 500, cut: 0, end: 'goodbye', trusted: 1 }])
    expect(ground.db.all('SELECT * FROM session_beat')).toEqual([])
  })

  it('warns at five minutes and at one, says goodbye, and ends by itself after the grace', () => {
    const { ground, start, pass } = seat()
    const service = start()
    const heard: (SessionNow['phase'] | null)[] = []
    service.onChange((now) => heard.push(now && now.phase))
    value(service.begin('a'))
    const waits: number[] = []
    for (let next = service.nextDueMs(); next !== null; next = service.nextDueMs()) {
      waits.push(next)
      pass(next)
      service.due()
    }
    expect(waits).toEqual([25 * minute, 4 * minute, minute, minute])
    expect(heard).toEqual(['open', 'five', 'one', 'goodbye', null])
    expect(sessions(ground)).toMatchObject([{ ms: 31 * minute, end: 'time' }])
  })

  it('gives two more minutes once, and what staff give', () => {
    const { start, pass } = seat()
    const service = start()
    value(service.begin('a'))
    expect(service.stay()).toEqual(err(refuse('not-allowed')))
    pass(30 * minute + 10_000)
    expect(value(service.stay())).toMatchObject({ remainingMs: 2 * minute, mayStay: false, phase: 'five' })
    pass(2 * minute)
    expect(service.stay()).toEqual(err(refuse('not-allowed')))
    value(service.giveMinutes(5))
    expect(service.now()).toMatchObject({ remainingMs: 5 * minute, phase: 'five' })
  })

  it('rests while a teacher pauses, and ends kindly with a goodbye', () => {
    const { ground, start, pass } = seat()
    const service = start()
    value(service.begin('a'))
    pass(minute)
    value(service.pause(true))
    expect(service.nextDueMs()).toBeNull()
    pass(10 * minute)
    service.beat()
    expect(service.now()).toMatchObject({ remainingMs: 29 * minute, resting: true, paused: true })
    value(service.endKindly())
    expect(service.now()).toMatchObject({ phase: 'goodbye', remainingMs: 0, mayStay: true, paused: false })
    pass(minute)
    service.beat()
    expect(sessions(ground)).toMatchObject([{ ms: 12 * minute, end: 'staff' }])
  })

  it('is refused without the pictures, to strangers, twice at one seat, at two seats, over the day’s turns', () => {
    const { ground, start, pass } = seat(testGround(), 1)
    const service = start()
    expect(service.begin('locked')).toEqual(err(refuse('pictures-needed')))
    expect(service.begin('nobody')).toEqual(err(refuse('not-found')))
    const first = value(service.begin('a'))
    expect(value(service.begin('a')).id).toBe(first.id)
    expect(service.begin('b')).toEqual(err(refuse('busy-elsewhere')))
    pass(minute)
    value(service.end())
    expect(service.begin('a')).toEqual(err(refuse('allowance-spent')))
    const at = ground.clock.wall()
    ground.db.shared.set('session', 'far', {
      seat: 's2',
      child_id: 'b',
      started_at: at,
      trusted: 1,
      planned_ms: 1,
    })
    expect(service.begin('b')).toEqual(err(refuse('busy-elsewhere')))
    pass(4 * 60 * minute)
    value(service.begin('b'))
  })

  it('keeps its length and the child when the clock jumps to 2000, and says that times are wrong', () => {
    const { ground, start, pass } = seat()
    const service = start()
    value(service.begin('a'))
    pass(minute)
    service.beat()
    ground.clock.setWall(Date.UTC(2000, 0, 1))
    Object.assign(ground.clock, { trusted: () => false })
    service.move({ name: 'diary' })
    pass(minute)
    service.beat()
    expect(service.now()).toMatchObject({ remainingMs: 28 * minute, phase: 'open' })
    value(service.end())
    expect(sessions(ground)).toEqual([{ ms: 2 * minute, cut: 0, end: 'goodbye', trusted: 0 }])
    expect(events(ground).map(({ ms, trusted }) => [ms, trusted])).toEqual([
      [0, 1],
      [minute, 1],
      [minute, 0],
      [2 * minute, 0],
    ])
    expect(ground.db.all('SELECT DISTINCT day FROM usage_event')).toEqual([{ day: '2026-11-22' }])
  })
})

describe('a power cut', () => {
  it('closes the turn at its last heartbeat and lets the child go on at the same place', () => {
    const { ground, start, pass, reboot } = seat()
    const before = start()
    const { id } = value(before.begin('a'))
    before.move({ name: 'activity', page: 'sums' })
    pass(10 * minute)
    before.beat()
    pass(7000)
    reboot()
    pass(3 * minute)
    const after = start()
    expect(after.cutSessions).toBe(1)
    expect(sessions(ground)).toEqual([{ ms: 10 * minute, cut: 1, end: 'power-cut', trusted: 1 }])
    expect(ground.db.get("SELECT detail FROM usage_event WHERE kind = 'activity'")).toEqual({
      detail: 'sums',
    })
    expect(after.waiting()).toEqual({ childId: 'a' })
    expect(value(after.begin('a'))).toMatchObject({
      place: { name: 'activity', page: 'sums' },
      remainingMs: 20 * minute,
      lengthMs: 30 * minute,
    })
    expect(after.waiting()).toBeNull()
    expect(ground.db.get('SELECT continues FROM session WHERE end_reason IS NULL')).toEqual({ continues: id })
    expect(ground.db.get("SELECT times, cuts FROM usage_day WHERE activity = 'session'")).toEqual({
      times: 1,
      cuts: 1,
    })
  })

  it('offers the same again after a second cut, until it is too late or another child sits down', () => {
    const first = seat()
    value(first.start().begin('a'))
    first.pass(minute)
    first.start()
    first.reboot()
    first.pass(minute)
    const again = first.start()
    expect(again.waiting()).toEqual({ childId: 'a' })
    expect(again.cutSessions).toBe(0)
    value(again.begin('b'))
    value(again.end())
    expect(again.waiting()).toBeNull()
    expect(first.start().waiting()).toBeNull()

    const late = seat()
    value(late.start().begin('a'))
    late.reboot()
    late.pass(14 * minute)
    const service = late.start()
    expect(service.waiting()).toEqual({ childId: 'a' })
    late.pass(2 * minute)
    expect(service.waiting()).toBeNull()
    expect(late.start().waiting()).toBeNull()
  })

  it('credits nothing of a closed lid, a suspended machine or a stopped process; the sun went on', () => {
    const { ground, start, pass, sleep } = seat()
    const service = start()
    service.begin('a')
    service.move({ name: 'activity', page: 'sums' })
    pass(5 * minute)
    service.beat()
    sleep(10 * minute)
    service.beat()
    expect(service.now()).toMatchObject({ remainingMs: 15 * minute })
    pass(2 * minute)
    service.end()
    expect(sessions(ground)).toMatchObject([{ ms: 7 * minute }])
    const learnt = `SELECT ms FROM usage_day WHERE activity = 'learn'`
    expect(ground.db.get(learnt)).toEqual({ ms: 7 * minute })
  })

  it('ends over a night with the lid closed, with the length that was lived, before the next child comes', () => {
    const { ground, start, pass, sleep } = seat()
    const service = start()
    service.begin('a')
    pass(4 * minute)
    sleep(14 * 60 * minute)
    service.beat()
    expect(service.now()).toBeNull()
    expect(sessions(ground)).toMatchObject([{ ms: 4 * minute, end: 'time' }])
  })

  it('never loses more than what passed since the last beat, never counts twice, whatever happens', () => {
    const doing = fc.oneof(
      fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 10_000 }) }),
      fc.record({
        do: fc.constant('move' as const),
        to: fc.constantFrom('home' as const, 'learn' as const, 'diary' as const, 'me' as const),
      }),
      fc.record({ do: fc.constantFrom('beat' as const, 'beat' as const, 'cut' as const, 'end' as const) }),
    )
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 80 }), fc.boolean(), (history, machineToo) => {
        const { ground, start, pass, reboot } = seat()
        let service = start()
        let [kept, sinceBeat] = [0, 0]
        for (const step of history) {
          if (!service.now()) service.begin('a')
          if (step.do === 'pass') {
            pass(step.ms)
            sinceBeat += step.ms
            continue
          }
          if (step.do === 'cut') {
            if (machineToo) reboot()
            service = start()
          } else {
            kept += sinceBeat
            if (step.do === 'beat') service.beat()
            else if (step.do === 'end') service.end()
            else if (step.do === 'move') service.move({ name: step.to })
          }
          sinceBeat = 0
        }
        kept += sinceBeat
        if (service.now()) service.end()
        const { total } = ground.db.get<{ total: number }>(
          "SELECT coalesce(sum(length_ms), 0) AS total FROM usage_event WHERE kind = 'activity'",
        )!
        const { lengths } = ground.db.get<{ lengths: number }>(
          'SELECT coalesce(sum(length_ms), 0) AS lengths FROM session',
        )!
        expect(total).toBe(kept)
        expect(lengths).toBe(kept)
        const rollup = 'SELECT * FROM usage_day ORDER BY day, child_id, activity'
        const counted = ground.db.all(rollup)
        createUsageService(ground).rebuildDays('2000-01-01', '2099-12-31')
        expect(ground.db.all(rollup)).toEqual(counted)
        ground.db.close()
      }),
      { numRuns: 60 },
    )
  })
})
