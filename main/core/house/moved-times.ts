import type { WritableDb } from '../db/handles.ts'
import type { Ground } from '../kernel/ground.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import { recountDays } from '../usage/store.ts'
import { dated, isOurs, writeColumns, type Dated } from './dated-tables.ts'

type Place = Pick<Ground, 'db' | 'seat' | 'zoneOffset'>

/** A time that was written down wrong, UTC ms: both ends as written, and by how much it was off. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly by: number
  /** It was believed then; otherwise only what was flagged as not known is meant. */
  readonly believed?: boolean
}

/** Dates what this seat wrote in those stretches anew, in one transaction; what other seats wrote is theirs. How many times there were. */
export function redate(place: Place, stretches: readonly Stretch[]): number {
  return place.db.transaction(() => {
    // All are found before one is moved: it may come to lie in another stretch.
    const found = stretches.map(({ believed = false, ...stretch }) => ({
      ...stretch,
      rows: rowsIn(place, { ...stretch, flags: believed ? [1] : [0] }),
    }))
    const counts = found.map(({ rows, from, to, by }) =>
      write(place, rows, { trusted: 1, move: (at) => (at >= from && at <= to ? Math.round(at + by) : at) }),
    )
    return counts.reduce((sum, count) => sum + count, 0)
  })
}

/**
 * What this seat wrote between these times (UTC ms; without `to`: and later) counts as not known. With `before` it goes to where it
 * ends right before that, in its order. In one transaction. How many times there were.
 */
export function doubt(
  place: Place,
  {
    from,
    to = Number.MAX_SAFE_INTEGER,
    before,
  }: { readonly from: number; readonly to?: number; readonly before?: number },
): number {
  return place.db.transaction(() => {
    const rows = rowsIn(place, { from, to, flags: before === undefined ? [1] : [0, 1] })
    const last = rows.reduce((latest, { row }) => Math.max(latest, row.at), -Infinity)
    const by = before === undefined ? 0 : before - 1 - last
    return write(place, rows, {
      trusted: 0,
      move: (at) => (at >= from && at <= to ? Math.round(at + by) : at),
    })
  })
}

interface Found {
  readonly table: string
  readonly time: Dated
  readonly row: { readonly id: string; readonly at: number; readonly day: string | null }
}

function rowsIn(
  { db, seat }: Place,
  { from, to, flags }: { readonly from: number; readonly to: number; readonly flags: readonly number[] },
): readonly Found[] {
  return Object.entries(dated).flatMap(([table, times]) =>
    times.flatMap((time) => {
      const { id = 'id', at, trusted = 'trusted', day, reads } = time
      const sql = `SELECT ${id} AS id, ${at} AS at, ${day ?? 'NULL'} AS day${reads === undefined ? '' : `, ${reads}`} FROM ${table}
        WHERE ${trusted} IN (${flags.join()}) AND ${at} BETWEEN ? AND ? AND ${isOurs(table, time)}`
      return db.all<Found['row']>(sql, [from, to, seat]).map((row) => ({ table, time, row }))
    }),
  )
}

function write(
  { db, zoneOffset }: Place,
  found: readonly Found[],
  { trusted, move }: { readonly trusted: 0 | 1; readonly move: (at: number) => number },
): number {
  const days = new Set<string>()
  for (const { table, time, row } of found) {
    const at = move(row.at)
    const columns: Record<string, string | number> = {
      ...(time.moved?.({ ...row, day: '' }, move) ?? { [time.at]: at }),
      [time.trusted ?? 'trusted']: trusted,
    }
    if (time.day !== undefined) columns[time.day] = localDay(at, zoneOffset(at))
    if (table === 'usage_event') for (const day of [row.day, columns['day']]) days.add(String(day))
    writeColumns(db, { table, id: row.id, key: time.id, shared: time.shared }, columns)
  }
  for (const day of days) recountDays(db, day, day)
  return found.length
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
