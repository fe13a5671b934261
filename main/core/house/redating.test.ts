import { describe, expect, it } from 'vitest'
import { houseTables } from '../db/shared-tables.ts'
import { testGround } from '../db/test-ground.ts'
import { createAudit } from '../audit/audit.ts'
import { createMessageStore } from '../messages/store.ts'
import { createCallBook } from '../calls/call-book.ts'
import { createUsageService } from '../usage/service.ts'
import { addSession } from '../sessions/store.ts'
import { addPage } from '../diary/store.ts'
import { clockedRoom } from './clocked-room.fixture.ts'
import { dated } from './dated-tables.ts'
import { redate, writtenUntil } from './moved-times.ts'
import { createRedating } from './redating.ts'

const DAY = 86_400_000

function written() {
  const made = testGround()
  const ground = { ...made, clock: Object.assign(made.clock, { isWitnessed: () => false }) }
  const { db, clock, seat } = ground
  const usage = createUsageService(ground)
  const audit = createAudit(ground)
  const write = (id: string): void => {
    const { at, trusted, day } = usage.moment()
    const session = { seat, childId: 'k', plannedMs: 9, continues: null }
    addSession(db, { id, startedAt: at, trusted, ...session })
    addPage(db, 'k', { id, day, startedAt: at, trusted: trusted ? 1 : 0, keyId: 'key' })
    usage.append({ childId: 'k', sessionId: id, kind: 'activity', activity: 'diary', lengthMs: 5 })
    audit.recordAct({ id: 'a', name: '陈', role: 'teacher' }, id, 'k')
    const what = { childId: 'k', contactId: 'c', direction: 'in', kind: 'voice', type: 'audio/webm' } as const
    createMessageStore(db).add({
      ...what,
      id,
      size: 1,
      lengthMs: 1,
      at,
      trusted,
      state: 'here',
      seenAt: null,
    })
    createMessageStore(db).setSeen(id, { at, trusted }, false)
  }
  const believed = (is: boolean): void => void (clock.trusted = () => is)
  const machine = (boot: string) => ({ boot, uptime: () => clock.monotonic() })
  return { ground, write, believed, audit, machine }
}

describe('what was written while the time was not known', () => {
  it('is dated anew in every table once it is, and counted on its day', () => {
    const { ground, write, believed, audit, machine } = written()
    const { db, clock } = ground
    const redating = createRedating(ground, machine('boot'))
    write('before')
    clock.pass(1000)
    believed(false)
    clock.setWall(Date.UTC(2000, 0, 1))
    redating.look()
    write('one')
    clock.pass(60_000)
    write('two')
    expect(audit.actsAbout('k').map(({ method }) => method)).toEqual(['two', 'one', 'before'])
    redating.look()
    // Set right: it is three days later.
    clock.setWall(Date.UTC(2026, 10, 25, 2))
    believed(true)
    redating.look()
    const right = Date.UTC(2026, 10, 25, 2)
    for (const [table, at, trusted] of [
      ['session', 'started_at', 'trusted'],
      ['diary_page', 'started_at', 'trusted'],
      ['message', 'at', 'trusted'],
      ['message', 'seen_at', 'seen_trusted'],
    ] as const)
      expect(
        db.all(`SELECT id, ${at} AS at, ${trusted} AS trusted FROM ${table} ORDER BY ${at}`),
      ).toMatchObject([
        { id: 'before', trusted: 1 },
        { id: 'one', at: right - 60_000, trusted: 1 },
        { id: 'two', at: right, trusted: 1 },
      ])
    expect(db.all('SELECT DISTINCT day FROM usage_event')).toEqual([
      { day: '2026-11-22' },
      { day: '2026-11-25' },
    ])
    expect(db.all('SELECT day, ms FROM usage_day ORDER BY day')).toEqual([
      { day: '2026-11-22', ms: 5 },
      { day: '2026-11-25', ms: 10 },
    ])
    expect(audit.actsAbout('k').map(({ at, trusted }) => [at, trusted])).toEqual([
      [right, true],
      [right - 60_000, true],
      [right - 3 * DAY, true],
    ])
  })

  it('is dated anew by a later start of the program, and by one of the machine left flagged, in order', () => {
    for (const boot of ['boot', 'another boot']) {
      const { ground, write, believed, machine } = written()
      const { db, clock } = ground
      const after = clock.now().at
      /** The program begins anew and goes on behind what it wrote. */
      const start = () => {
        const [base, from] = [Math.max(after, writtenUntil(db, ground.seat)) + 1, clock.monotonic()]
        clock.now = () => ({ at: base + clock.monotonic() - from, trusted: false })
      }
      believed(false)
      for (const id of ['one', 'two']) {
        start()
        createRedating(ground, machine('boot')).look()
        clock.pass(60_000)
        write(id)
        clock.pass(3_600_000)
      }
      believed(true)
      const right = Date.UTC(2026, 10, 25, 2)
      clock.setWall(right)
      clock.now = () => ({ at: right, trusted: true })
      createRedating(ground, machine(boot)).look()
      const rows = db.all<{ id: string; at: number; trusted: number }>(
        'SELECT id, started_at AS at, trusted FROM session ORDER BY started_at',
      )
      if (boot === 'boot')
        expect(rows).toEqual([
          { id: 'one', at: right - 2 * 3_600_000 - 60_000, trusted: 1 },
          { id: 'two', at: right - 3_600_000, trusted: 1 },
        ])
      else
        expect(rows).toMatchObject([
          { id: 'one', trusted: 0 },
          { id: 'two', trusted: 0 },
        ])
    }
  })

  it('is left as it is where another seat wrote it, or where its time was known', () => {
    const { ground, write, believed } = written()
    write('known')
    believed(false)
    write('ours')
    const count = redate({ ...ground, seat: 'seat-2' }, [{ from: 0, to: Date.UTC(2099, 0, 1), by: DAY }])
    // Messages are of this seat alone.
    expect(count).toBe(2)
    expect(ground.db.all('SELECT id FROM session WHERE trusted = 0')).toEqual([{ id: 'ours' }])
    expect(redate(ground, [{ from: 0, to: Date.UTC(2099, 0, 1), by: DAY }])).toBe(4)
    expect(redate(ground, [{ from: 0, to: Date.UTC(2099, 0, 1), by: DAY }])).toBe(0)
  })

  it('begins behind all that this seat has written', () => {
    const { ground, write } = written()
    expect(writtenUntil(ground.db, ground.seat)).toBe(0)
    write('one')
    expect(writtenUntil(ground.db, ground.seat)).toBe(ground.clock.wall())
    // A new seat goes on behind what it hears of.
    expect(writtenUntil(ground.db, 'seat-2')).toBe(ground.clock.wall())
  })

  it('no shared table that says whether its time was known is forgotten', () => {
    const tables = Object.entries({ ...houseTables.shared, ...houseTables.appendOnly })
    const flagged = tables.filter(([, columns]) => (columns as readonly string[]).includes('trusted'))
    for (const [table] of flagged) expect(Object.keys(dated)).toContain(table)
  })
})

const times = (ground: ReturnType<typeof clockedRoom>['ground']) =>
  Object.entries(dated).flatMap(([table, all]) =>
    all.flatMap(({ id = 'id', at, trusted = 'trusted' }) =>
      ground.db
        .all<{ id: string; at: number | null; trusted: number }>(
          `SELECT ${id} AS id, ${at} AS at, ${trusted} AS trusted FROM ${table}`,
        )
        .filter((row) => row.at !== null)
        .map((row) => ({ ...row, what: `${table} ${at}` })),
    ),
  )

describe('what was written under a date that was believed', () => {
  const noon = Date.UTC(2026, 10, 22, 2)
  it('is dated anew in every table as soon as the call server says what time it is', () => {
    const { ground, start } = clockedRoom()
    const wrong = start(noon + 10 * DAY)
    wrong.write('one')
    wrong.pass(3_600_000)
    wrong.write('two')
    const before = times(ground)
    wrong.witness(noon + 3_720_000)
    const after = times(ground)
    expect(after.map(({ what }) => what)).toEqual(before.map(({ what }) => what))
    expect(after.map(({ at }) => at)).toEqual(before.map(({ at }) => (at ?? 0) - 10 * DAY))
    expect(new Set(after.map(({ trusted }) => trusted))).toEqual(new Set([1]))
    expect(ground.db.all('SELECT DISTINCT day FROM usage_event')).toEqual([{ day: '2026-11-22' }])
    expect(ground.db.all('SELECT day, ms FROM usage_day')).toEqual([{ day: '2026-11-22', ms: 10 }])
    // Nothing goes twice.
    wrong.witness(noon + 3_720_000)
    wrong.look()
    expect(times(ground)).toEqual(after)
  })

  it('is dated anew where the program began again meanwhile, each stretch by what it was off', () => {
    const { ground, start } = clockedRoom()
    start(noon + 2 * DAY).write('one')
    // A hand moved the wall between two starts of the program.
    const second = start(noon + 9 * DAY)
    second.write('two')
    second.witness(noon + 120_000)
    const rows = ground.db.all('SELECT id, started_at AS at, trusted FROM session ORDER BY started_at')
    expect(rows).toEqual([
      { id: 'one', at: noon + 60_000, trusted: 1 },
      { id: 'two', at: noon + 120_000, trusted: 1 },
    ])
  })

  it('counts as not known where an earlier start of the machine wrote it and nothing was certain since', () => {
    const { ground, start, boot } = clockedRoom()
    const known = start(noon)
    known.witness(noon)
    known.write('known')
    known.pass(700_000)
    known.look()
    // The battery is dead: each start goes on where the last one ended.
    boot()
    start(noon + DAY).write('behind')
    boot()
    const third = start(noon + DAY + 3_600_000)
    third.write('today')
    third.witness(noon + 40 * DAY)
    const rows = ground.db.all('SELECT id, started_at AS at, trusted FROM session ORDER BY started_at')
    expect(rows).toEqual([
      { id: 'known', at: noon + 60_000, trusted: 1 },
      { id: 'behind', at: noon + DAY + 60_000, trusted: 0 },
      { id: 'today', at: noon + 40 * DAY, trusted: 1 },
    ])
  })

  it('stays where the clock only went a little wrong', () => {
    const { ground, start } = clockedRoom()
    const room = start(noon)
    room.write('one')
    room.witness(noon + 60_000 + 4 * 60_000)
    expect(ground.db.all('SELECT started_at AS at, trusted FROM session')).toEqual([
      { at: noon + 60_000, trusted: 1 },
    ])
  })

  it('brings an item of the book back when it was meant to, after ten days that were none', () => {
    const { ground, start } = clockedRoom()
    const wrong = start(noon + 10 * DAY)
    wrong.miss('8+7')
    wrong.witness(noon)
    const [row] = ground.db.all<{ due: number; card: string }>(
      'SELECT due_at AS due, card FROM learning_mistake',
    )
    expect(JSON.parse(row?.card ?? '')).toMatchObject({ reviewedAt: noon })
    expect((row?.due ?? 0) - noon).toBeLessThan(3 * DAY)
  })

  it('dates what is still under way by what is known when it ends', () => {
    const { ground, start } = clockedRoom()
    const wrong = start(noon + 10 * DAY)
    const on = { ...ground, clock: wrong.clock }
    const usage = createUsageService(on)
    const quiet = { talking: () => {}, ringing: () => {}, onChange: () => () => {} }
    const book = createCallBook(on, { usage, sessions: quiet })
    const begun = usage.moment()
    const who = { childId: 'k', sessionId: 's' }
    const { callId } = book.open(who, { contactId: 'c', direction: 'out', way: 'video' })
    wrong.pass(5000)
    book.beat(callId, true)
    wrong.witness(noon + 5000)
    wrong.pass(5000)
    usage.append({ ...who, kind: 'activity', activity: 'diary', lengthMs: 9000 }, begun)
    book.ended({ callId, how: 'hung-up', ringingMs: 5000, lengthMs: 5000, quality: null })
    expect(ground.db.all('SELECT at, trusted FROM call_log')).toEqual([{ at: noon, trusted: 1 }])
    expect(ground.db.all('SELECT DISTINCT at, day FROM usage_event')).toEqual([
      { at: noon, day: '2026-11-22' },
    ])
  })
})
