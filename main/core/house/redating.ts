import { z } from 'zod'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { dropMeta, readMeta, writeMeta } from '../db/meta.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Ground } from '../kernel/ground.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import { thisMachine, type Machine } from '../sessions/machine.ts'
import { recountDays } from '../usage/store.ts'

interface Dated {
  readonly at: string
  readonly trusted?: string
  /** The local day that follows from it. */
  readonly day?: string
  /** `seat`: a column says whose row it is; `change`: the change log does; `own`: there are no others. */
  readonly whose: 'seat' | 'change' | 'own'
  /** Goes through the change log. */
  readonly shared?: true
}

/** Every table whose rows say when, and whether that was known: one that is added later belongs here, too. */
const dated: Readonly<Record<string, readonly Dated[]>> = {
  session: [{ at: 'started_at', whose: 'seat', shared: true }],
  diary_page: [{ at: 'started_at', day: 'day', whose: 'change', shared: true }],
  talk_wish: [{ at: 'asked_at', whose: 'change', shared: true }],
  usage_event: [{ at: 'at', day: 'day', whose: 'seat' }],
  call_log: [{ at: 'at', whose: 'seat' }],
  staff_act: [{ at: 'at', whose: 'seat' }],
  contact_consent: [{ at: 'at', whose: 'seat' }],
  learning_answer: [{ at: 'at', whose: 'seat' }],
  message: [
    { at: 'at', whose: 'own' },
    { at: 'seen_at', trusted: 'seen_trusted', whose: 'own' },
  ],
}
/** For the test that no table is forgotten. */
export const datedTables = Object.keys(dated)

/** A time that was written down without being known, UTC ms: both ends as written, and by how much it was off. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly by: number
}

const ownBy: Readonly<Record<Dated['whose'], (table: string, at: string) => string>> = {
  own: () => '? IS NOT NULL',
  seat: () => 'seat = ?',
  change: (table, at) => `(SELECT change.seat FROM cell_clock JOIN change ON change.hlc = cell_clock.hlc
    WHERE cell_clock.table_name = '${table}' AND cell_clock.row_id = ${table}.id AND cell_clock.column_name = '${at}') = ?`,
}

/** Dates what this seat wrote in that stretch anew, in one transaction; what other seats wrote is theirs. How many rows were. */
export function redate(
  { db, seat, zoneOffset }: Pick<Ground, 'db' | 'seat' | 'zoneOffset'>,
  { from, to, by }: Stretch,
): number {
  return db.transaction(() => {
    let count = 0
    const days = new Set<string>()
    for (const [table, times] of Object.entries(dated))
      for (const { at, trusted = 'trusted', day, whose, shared } of times) {
        const rows = db.all<{ id: string; at: number; day: string | null }>(
          `SELECT id, ${at} AS at, ${day ?? 'NULL'} AS day FROM ${table}
           WHERE ${trusted} = 0 AND ${at} BETWEEN ? AND ? AND ${ownBy[whose](table, at)}`,
          [from, to, seat],
        )
        for (const row of rows) {
          const right = Math.round(row.at + by)
          const columns: Record<string, string | number> = { [at]: right, [trusted]: 1 }
          if (day !== undefined) columns[day] = localDay(right, zoneOffset(right))
          if (table === 'usage_event') for (const one of [row.day, columns['day']]) days.add(String(one))
          write(db, { table, id: row.id, columns, isShared: shared === true })
          count += 1
        }
      }
    for (const day of days) recountDays(db, day, day)
    return count
  })
}

interface Write {
  readonly table: string
  readonly id: string
  readonly columns: Readonly<Record<string, string | number>>
  readonly isShared: boolean
}

function write(db: WritableDb, { table, id, columns, isShared }: Write): void {
  if (isShared) return void db.shared.set(table as 'session', id, columns)
  const names = Object.keys(columns)
  db.run(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [
    ...Object.values(columns),
    id,
  ])
}

/** How far this seat has written already, or others that it heard of: time that is not known goes on behind it. UTC ms; 0 for a new room. */
export function writtenUntil(db: WritableDb, seat: string): number {
  const latest = ['usage_event', 'staff_act', 'call_log', 'learning_answer'].map(
    (table) => `SELECT at FROM (SELECT at FROM ${table} WHERE seat = :seat ORDER BY rowid DESC LIMIT 1)`,
  )
  const beats = 'SELECT max(beat_at) AS at FROM session_beat'
  // A new seat in an old room, begun in the year 2000, goes on behind what the others have written.
  const others = 'SELECT max(started_at) AS at FROM session WHERE seat <> :seat AND trusted = 1'
  const sql = `SELECT max(at) AS at FROM (${[...latest, beats, others].join(' UNION ALL ')})`
  return db.get<{ at: number | null }>(sql, { seat })?.at ?? 0
}

/** Time that is not known began at `at` (UTC ms, as it is written down) when the machine had run for `up` ms. */
interface Unknown {
  readonly at: number
  readonly up: number
  readonly boot: string
}

export interface Redating {
  /** To be called every few seconds, and once before anything is written. */
  look(): void
}

/**
 * Watches for the moment at which unknown time becomes known, and dates anew what was written until then: on this start, and on
 * earlier ones of the program while the machine ran on. A machine that was switched off between says nothing of how long: what
 * was written before stays as it is, flagged, in the order of writing.
 */
export function createRedating(
  ground: Pick<Ground, 'db' | 'seat' | 'zoneOffset' | 'log' | 'newId'> & {
    readonly clock: Pick<Clock, 'now'>
  },
  machine: Machine = thisMachine(),
): Redating {
  const { db, clock, log } = ground
  const boot = machine.boot || ground.newId()
  let isUnknown = false
  return {
    look: () => {
      const [now, up] = [clock.now(), machine.uptime()]
      if (!now.trusted) {
        if (isUnknown) return
        writeMeta(db, 'unknown-times', JSON.stringify([...kept(db), { at: now.at, up, boot }]))
        isUnknown = true
        return
      }
      const all = kept(db)
      if (all.length === 0) return
      const count = db.transaction(() => {
        const counts = all.map((one, index) => {
          if (one.boot !== boot) return 0

          const ran = up - one.up
          const next = all[index + 1]
          const to = next ? next.at - 1 : one.at + ran + ROUNDING
          return redate(ground, { from: one.at, to, by: now.at - ran - one.at })
        })
        dropMeta(db, 'unknown-times')
        return counts.reduce((sum, one) => sum + one, 0)
      })
      isUnknown = false
      if (count > 0) log.info('The time is known; what was written before is dated anew', { count })
    },
  }
}

/** Of the two clocks of a machine, ms; the coarser one steps by 10. */
const ROUNDING = 20

function kept(db: ReadableDb): readonly Unknown[] {
  const read = unknowns.safeParse(JSON.parse(readMeta(db, 'unknown-times') ?? '[]'))
  return read.success ? read.data : []
}
const unknowns = z.array(z.object({ at: z.number(), up: z.number(), boot: z.string() }))
