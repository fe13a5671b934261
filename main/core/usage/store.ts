import type { Activity } from '#contract/usage.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'

/**
 * What is written down. `sum` is an exercise of any activity that is over: sums were the first.
 * `session` is the activity of a turn's own begin and end, `talked` that of a call that was answered:
 * the minutes of the stay behind the first door are counted by themselves. `play` is a stay with a big toy (H6).
 */
export type EventKind =
  'session-begin' | 'session-end' | 'activity' | 'call' | 'sum' | 'bamboo' | 'diary-page'
export type EventActivity = Activity | 'session' | 'talked' | 'play'

export interface UsageRow {
  readonly id: string
  readonly at: number
  readonly trusted: boolean
  readonly day: string
  readonly sessionId: string
  readonly childId: string
  readonly kind: EventKind
  readonly activity: EventActivity
  readonly lengthMs: number
  /** `continues` on a begin, the end reason on an end, the way of a call, the outcome of a sum, `new` or `again` on a page, the activity of a stay in the learning corner; never content. */
  readonly detail: string | null
}

/** What an event adds to its day. `recount` says the same in SQL; a property test holds them together. */
export function counts({ kind, lengthMs, detail }: Pick<UsageRow, 'kind' | 'lengthMs' | 'detail'>) {
  const stay = kind === 'activity' || kind === 'call'
  const timed = stay || kind === 'session-end'
  return {
    ms: timed ? lengthMs : 0,
    times: stay || (kind === 'session-begin' && detail !== 'continues') ? 1 : 0,
    cuts: kind === 'session-end' && detail === 'power-cut' ? 1 : 0,
    sums: kind === 'sum' ? 1 : 0,
    pages: kind === 'diary-page' && detail === 'new' ? 1 : 0,
  }
}

const addToDay = `INSERT INTO usage_day (day, child_id, activity, ms, times, cuts, sums, pages)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET ms = ms + excluded.ms, times = times + excluded.times, cuts = cuts + excluded.cuts,
    sums = sums + excluded.sums, pages = pages + excluded.pages`

/** The event and its day's counts, in one transaction. An event that is there already counts no second time. */
export function appendEvent(db: WritableDb, row: UsageRow): void {
  db.transaction(() => {
    const added = db.shared.append('usage_event', {
      id: row.id,
      at: row.at,
      trusted: row.trusted ? 1 : 0,
      day: row.day,
      session_id: row.sessionId,
      child_id: row.childId,
      kind: row.kind,
      activity: row.activity,
      length_ms: row.lengthMs,
      detail: row.detail,
    })
    if (!added) return
    const { ms, times, cuts, sums, pages } = counts(row)
    db.run(addToDay, [row.day, row.childId, row.activity, ms, times, cuts, sums, pages])
  })
}

const recount = `INSERT INTO usage_day (day, child_id, activity, ms, times, cuts, sums, pages)
  SELECT day, child_id, activity,
    sum(CASE WHEN kind IN ('activity', 'call', 'session-end') THEN length_ms ELSE 0 END),
    sum(kind IN ('activity', 'call') OR (kind = 'session-begin' AND detail IS NOT 'continues')),
    sum(kind = 'session-end' AND detail IS 'power-cut'),
    sum(kind = 'sum'),
    sum(kind = 'diary-page' AND detail IS 'new')
  FROM usage_event WHERE day BETWEEN ? AND ? GROUP BY day, child_id, activity`

/** Counts local days anew from their events, both ends inclusive; to the same as counting one by one. */
export function recountDays(db: WritableDb, from: string, to: string): void {
  db.transaction(() => {
    db.run('DELETE FROM usage_day WHERE day BETWEEN ? AND ?', [from, to])
    db.run(recount, [from, to])
  })
}

/** The place of the latest event that this seat knows; 0 when there is none. Rises with every event, also of other seats. */
export function lastEvent(db: ReadableDb): number {
  return db.get<{ last: number | null }>('SELECT max(rowid) AS last FROM usage_event')?.last ?? 0
}

/** Local days of the events that arrived after that place. */
export function daysAfter(db: ReadableDb, place: number): string[] {
  return db
    .all<{ day: string }>('SELECT DISTINCT day FROM usage_event WHERE rowid > ? ORDER BY day', [place])
    .map(({ day }) => day)
}

/** What one turn came to so far: events after a place, that of its beginning. */
export function eventsOf(db: ReadableDb, sessionId: string, after: number) {
  return db.all<{ kind: EventKind; detail: string | null; times: number }>(
    `SELECT kind, detail, count(*) AS times FROM usage_event
     WHERE rowid > ? AND session_id = ? GROUP BY kind, detail`,
    [after, sessionId],
  )
}
