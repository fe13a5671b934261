import { describe, expect, it } from 'vitest'
import { houseTables } from '../db/shared-tables.ts'
import { testGround } from '../db/test-ground.ts'
import { createAudit } from '../audit/audit.ts'
import { createMessageStore } from '../messages/store.ts'
import { createUsageService } from '../usage/service.ts'
import { addSession } from '../sessions/store.ts'
import { addPage } from '../diary/store.ts'
import { createRedating, datedTables, redate, writtenUntil } from './redating.ts'

const DAY = 86_400_000

function written() {
  const ground = testGround()
  const { db, clock, seat } = ground
  const usage = createUsageService(ground)
  const audit = createAudit(ground)
  const write = (id: string): void => {
    const { at, trusted, day } = usage.moment()
    const session = { seat, childId: 'k', plannedMs: 9, continues: null }
    addSession(db, { id, startedAt: at, trusted, ...session })
    addPage(db, 'k', { id, day, startedAt: at, trusted: trusted ? 1 : 0 })
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
    const count = redate({ ...ground, seat: 'seat-2' }, { from: 0, to: Date.UTC(2099, 0, 1), by: DAY })
    // Messages are of this seat alone.
    expect(count).toBe(2)
    expect(ground.db.all('SELECT id FROM session WHERE trusted = 0')).toEqual([{ id: 'ours' }])
    expect(redate(ground, { from: 0, to: Date.UTC(2099, 0, 1), by: DAY })).toBe(4)
    expect(redate(ground, { from: 0, to: Date.UTC(2099, 0, 1), by: DAY })).toBe(0)
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
    for (const [table] of flagged) expect(datedTables).toContain(table)
  })
})
