import type { WritableDb } from '../db/handles.ts'
import type { Clock, Present } from '../kernel/clock.ts'
import type { Ground } from '../kernel/ground.ts'
import { localDay } from '../sessions/local-day-rules.ts'
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

/** How far this seat has written already: time that is not known goes on behind it. UTC ms; 0 for a new room. */
export function writtenUntil(db: WritableDb, seat: string): number {
  const latest = ['usage_event', 'staff_act', 'call_log', 'learning_answer'].map(
    (table) => `SELECT at FROM (SELECT at FROM ${table} WHERE seat = :seat ORDER BY rowid DESC LIMIT 1)`,
  )
  const beats = 'SELECT max(beat_at) AS at FROM session_beat'
  const sql = `SELECT max(at) AS at FROM (${[...latest, beats].join(' UNION ALL ')})`
  return db.get<{ at: number | null }>(sql, { seat })?.at ?? 0
}

/** Watches for the moment at which unknown time becomes known, and dates anew what was written until then. */
export function createRedating(
  ground: Pick<Ground, 'db' | 'seat' | 'zoneOffset' | 'log'> & {
    readonly clock: Pick<Clock, 'now' | 'monotonic'>
  },
): { look(): void } {
  const { clock, log } = ground
  let unknown: { readonly from: Present; readonly monotonic: number } | undefined
  return {
    look: () => {
      const [now, monotonic] = [clock.now(), clock.monotonic()]
      if (!now.trusted) return void (unknown ??= { from: now, monotonic })
      if (!unknown) return
      const to = unknown.from.at + monotonic - unknown.monotonic
      const count = redate(ground, { from: unknown.from.at, to, by: now.at - to })
      unknown = undefined
      if (count > 0) log.info('The time is known; what was written before is dated anew', { count })
    },
  }
}
