import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activities } from '#contract/usage.ts'
import { testGround, type TestGround } from '../db/test-ground.ts'
import { sharedTableFaults } from '../db/shared-tables-check.ts'
import { houseTables } from '../db/shared-tables.ts'
import { addDays, localDay } from '../sessions/local-day-rules.ts'
import { reportCsv } from './report-csv.ts'
import { createUsageService, type Happened } from './service.ts'

const minute = 60_000
const rollup = ({ db }: TestGround) => db.all('SELECT * FROM usage_day ORDER BY day, child_id, activity')

/** That hour of a day in China. */
const on = (day: string, hour: number) => {
  const at = Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000
  return { at, trusted: true, day: localDay(at, 480) }
}

/** Two classes: a and b in 二(1)班, c in 三(2)班, d has left it. */
function room(ground = testGround()) {
  const { db } = ground
  db.shared.set('class', 'k2', { label: '二(1)班', grade: 2, number: 1 })
  db.shared.set('class', 'k3', { label: '三(2)班', grade: 3, number: 2 })
  const add = (id: string, class_id: string, left_at: number | null = null) =>
    db.shared.set('child', id, {
      class_id,
      name: `孩子${id}`,
      pinyin: '',
      letter: 'H',
      sort_key: id,
      given: id,
      animal: 'fox',
      tone: 'sun',
      created_at: 0,
      left_at,
    })
  add('a', 'k2')
  add('b', 'k2')
  add('c', 'k3')
  add('d', 'k3', 1)
  const usage = createUsageService(ground)
  const stay = (childId: string, activity: Happened['activity'], minutes: number, day: string, hour = 10) => {
    usage.append(
      { childId, sessionId: 's', kind: 'activity', activity, lengthMs: minutes * minute },
      on(day, hour),
    )
  }
  const talk = (childId: string, minutes: number, day: string) => {
    const event = { childId, sessionId: 's', kind: 'call', activity: 'talked', detail: 'video' } as const
    usage.append({ ...event, lengthMs: minutes * minute }, on(day, 10))
  }
  const visit = (childId: string, day: string, detail?: string) => {
    const event = { childId, sessionId: 's', activity: 'session' } as const
    usage.append(
      { ...event, kind: 'session-begin', ...(detail === undefined ? {} : { detail }) },
      on(day, 10),
    )
    usage.append(
      { ...event, kind: 'session-end', lengthMs: 1, detail: detail ? 'power-cut' : 'time' },
      on(day, 11),
    )
  }
  return { ground, usage, stay, talk, visit }
}

const event = fc.record({
  childId: fc.constantFrom('a', 'b', 'c'),
  day: fc.integer({ min: 0, max: 5 }).map((days) => addDays('2026-11-20', days)),
  what: fc.oneof(
    fc.record({
      kind: fc.constant('activity' as const),
      activity: fc.constantFrom(...activities),
      lengthMs: fc.nat(1e7),
    }),
    fc.record({
      kind: fc.constantFrom('session-begin' as const, 'session-end' as const),
      activity: fc.constant('session' as const),
      lengthMs: fc.nat(1e7),
      detail: fc.constantFrom('continues', 'power-cut', 'time'),
    }),
    fc.record({
      kind: fc.constant('call' as const),
      activity: fc.constant('talked' as const),
      lengthMs: fc.nat(1e7),
      detail: fc.constantFrom('video', 'phone'),
    }),
    fc.record({
      kind: fc.constantFrom('sum' as const, 'bamboo' as const),
      activity: fc.constant('learn' as const),
    }),
    fc.record({
      kind: fc.constant('diary-page' as const),
      activity: fc.constant('diary' as const),
      detail: fc.constantFrom('new', 'again'),
    }),
  ),
})

describe('the days’ counts', () => {
  it('are the same counted one by one and counted anew, for any history and any days', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.nat(5), fc.nat(5), (history, one, other) => {
        const ground = testGround()
        const usage = createUsageService(ground)
        for (const { childId, day, what } of history)
          usage.append({ childId, sessionId: 's', ...what }, { at: 1, trusted: true, day })
        const counted = rollup(ground)
        usage.rebuildDays(addDays('2026-11-20', one), addDays('2026-11-20', other))
        expect(rollup(ground)).toEqual(counted)
        ground.db.run('DELETE FROM usage_day')
        usage.rebuildAfter(0)
        expect(rollup(ground)).toEqual(counted)
        ground.db.close()
      }),
      { numRuns: 60 },
    )
  })

  it('count events of other seats once they are asked to, and each event once', () => {
    const { ground, usage, stay } = room()
    stay('a', 'learn', 3, '2026-11-20')
    const place = usage.rebuildAfter(0)
    const foreign = `INSERT INTO usage_event (id, seat, at, trusted, day, session_id, child_id, kind, activity, length_ms)
      VALUES ('x', 's2', 5, 1, '2026-11-20', 's', 'a', 'activity', 'learn', 60000)`
    ground.db.run(foreign)
    expect(usage.rebuildAfter(place)).toBeGreaterThan(place)
    expect(rollup(ground)).toMatchObject([{ ms: 4 * minute, times: 2 }])
    usage.rebuildAfter(place)
    expect(rollup(ground)).toMatchObject([{ ms: 4 * minute, times: 2 }])
  })

  it('are written together with the event or not at all', () => {
    const { ground, usage } = room()
    const bad = { childId: 'a', sessionId: 's', kind: 'activity', activity: 'learn', lengthMs: 0.5 } as const
    expect(() => usage.append(bad, on('2026-11-20', 1))).toThrow('REAL')
    expect(ground.db.get('SELECT count(*) AS n FROM usage_event')).toEqual({ n: 0 })
    expect(rollup(ground)).toEqual([])
  })

  it('stand in tables that seats can merge', () => {
    expect(sharedTableFaults(testGround().db, houseTables)).toEqual([])
  })
})

describe('the report', () => {
  it('adds up by class, and by child within one', () => {
    const { usage, stay, visit } = room()
    visit('a', '2026-11-16')
    stay('a', 'learn', 10, '2026-11-16')
    stay('a', 'home', 1.5, '2026-11-18')
    visit('c', '2026-11-22')
    visit('c', '2026-11-22', 'continues')
    stay('c', 'diary', 4, '2026-11-22')
    stay('c', 'diary', 99, '2026-11-23')
    const report = usage.report({ unit: 'week', day: '2026-11-19' })
    if (!report.ok) throw new Error('refused')
    expect(report.value).toMatchObject({
      from: '2026-11-16',
      to: '2026-11-22',
      children: 3,
      came: 2,
      sessions: 2,
      cutSessions: 1,
      minutes: 15.5,
    })
    expect(
      report.value.rows.map(({ label, children, came, minutes }) => [label, children, came, minutes]),
    ).toEqual([
      ['二(1)班', 2, 1, { call: 0, learn: 10, diary: 0, me: 0, home: 1.5 }],
      ['三(2)班', 1, 1, { call: 0, learn: 0, diary: 4, me: 0, home: 0 }],
    ])
    expect(
      report.value.bars.map(({ from, minutes }) => [from.slice(8), minutes.learn, minutes.diary]),
    ).toEqual([
      ['16', 10, 0],
      ['17', 0, 0],
      ['18', 0, 0],
      ['19', 0, 0],
      ['20', 0, 0],
      ['21', 0, 0],
      ['22', 0, 4],
    ])
    const one = usage.report({ unit: 'month', day: '2026-11-19', classId: 'k3' })
    expect(one.ok && one.value.rows.map(({ label, sessions }) => [label, sessions])).toEqual([['孩子c', 1]])
    const child = usage.report({ unit: 'month', day: '2026-11-19', childId: 'b' })
    expect(child.ok && [child.value.children, child.value.came]).toEqual([1, 0])
  })

  it('shows a term by weeks that end where the term does, and a day by its hours', () => {
    const { usage, stay } = room()
    stay('d', 'learn', 30, '2026-09-01', 9.75)
    stay('d', 'me', 5, '2026-09-01', 23.9)
    const term = usage.report({ unit: 'term', day: '2026-11-19' })
    if (!term.ok) throw new Error('refused')
    expect(term.value.bars.slice(0, 2).map(({ from, minutes }) => [from, minutes.learn])).toEqual([
      ['2026-09-01', 30],
      ['2026-09-07', 0],
    ])
    expect(term.value.bars.at(-1)?.from).toBe('2027-01-25')
    expect(term.value.children).toBe(4)
    const day = usage.report({ unit: 'day', day: '2026-09-01' })
    if (!day.ok) throw new Error('refused')
    const hours = day.value.bars.filter(({ minutes }) => minutes.learn + minutes.me > 0)
    expect(hours.map(({ label, minutes }) => [label, minutes.learn, minutes.me])).toEqual([
      ['9', 15, 0],
      ['10', 15, 0],
      ['23', 0, 5],
    ])
    expect(day.value.bars.map(({ label }) => label)).toContain('8')
  })

  it('reads days, not events: what the events say later does not matter', () => {
    const { ground, usage, stay } = room()
    stay('a', 'learn', 10, '2026-11-16')
    ground.db.run('DELETE FROM usage_event')
    const report = usage.report({ unit: 'month', day: '2026-11-19' })
    expect(report.ok && report.value.minutes).toBe(10)
  })

  it('becomes a table that opens in Excel, through a connection of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usage-'))
    const path = join(folder, 'house.db')
    const { ground, stay, visit, talk } = room(testGround({ path }))
    talk('a', 12, '2026-11-16')
    talk('a', 0.5, '2026-11-17')
    visit('a', '2026-11-16')
    stay('a', 'learn', 10.25, '2026-11-16')
    const minutes = { call: '通话', learn: '学习', diary: '日记', me: '我', home: '家' }
    const titles = {
      who: '班级',
      children: '人数',
      came: '来过',
      sessions: '次数',
      calls: '通话次数',
      talked: '通话分钟',
      sums: '算题',
      diaryPages: '日记页',
    }
    const text = reportCsv({
      path,
      question: { unit: 'week', day: '2026-11-16' },
      titles: { ...titles, minutes, all: '合计' },
      offset: 480,
    })
    expect(text.split('\r\n')).toEqual([
      '\uFEFF班级,人数,来过,次数,通话次数,通话分钟,通话,学习,日记,我,家,算题,日记页',
      '二(1)班,2,1,1,2,12.5,0,10.3,0,0,0,0,0',
      '三(2)班,1,0,0,0,0,0,0,0,0,0,0,0',
      '合计,3,1,1,2,12.5,0,10.3,0,0,0,0,0',
      '',
    ])
    ground.db.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the list of turns', () => {
  it('pages by fifty, newest first, with open, cut and doubtful ones', () => {
    const { ground, usage } = room()
    for (let n = 0; n < 60; n += 1) {
      ground.db.shared.set('session', `s${n}`, {
        seat: 'seat-1',
        child_id: n % 2 ? 'a' : 'gone',
        started_at: n,
        trusted: n === 59 ? 0 : 1,
        planned_ms: 1,
        length_ms: n,
        end_reason: n === 59 ? null : 'power-cut',
        cut: n === 59 ? 0 : 1,
      })
    }
    const first = usage.sessions({ page: 0 })
    if (!first.ok) throw new Error('refused')
    expect([first.value.total, first.value.rows.length]).toEqual([60, 50])
    expect(first.value.rows[0]).toEqual({
      id: 's59',
      childName: '孩子a',
      classLabel: '二(1)班',
      startedAt: 59,
      lengthMs: 59,
      end: null,
      cut: false,
      clockWrong: true,
    })
    expect(first.value.rows[1]).toMatchObject({ childName: '', cut: true, clockWrong: false })
    const second = usage.sessions({ page: 1, childId: 'a' })
    expect(second.ok && [second.value.total, second.value.rows.length]).toEqual([30, 0])
  })
})
