import BetterSqlite3, { type Database } from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#core/db/open.ts'
import { setWritingPragmas } from '#core/db/pragmas.ts'
import type { WritableDb } from '#core/db/handles.ts'
import { newId } from '#core/kernel/ids.ts'
import { silentLog } from '#core/kernel/log.ts'
import { plainClock } from '#core/kernel/plain-clock.ts'
import type { Ground } from '#core/kernel/ground.ts'
import { createUsageService } from '#core/usage/service.ts'
import { appendEvent, counts, type UsageRow } from '#core/usage/store.ts'
import { ratios, spreadOf, text, type Row } from './table.ts'

const seat = 'bench'
// Not the last months: the history may end early.
const month = '2025-10-15'
const children = Array.from(
  { length: 154 },
  (_, at) => `0197f0d2-0000-7000-9000-${String(at).padStart(12, '0')}`,
)
const clock = plainClock({ wall: () => Date.now() })

const insertEvent = `INSERT INTO usage_event (id, seat, at, trusted, day, session_id, child_id, kind, activity, length_ms, detail)
  VALUES (?, '${seat}', ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const addToDay = `INSERT INTO usage_day (day, child_id, activity, ms, times, cuts, sums, pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET ms = ms + excluded.ms, times = times + excluded.times, cuts = cuts + excluded.cuts,
    sums = sums + excluded.sums, pages = pages + excluded.pages`
const columns = (row: UsageRow) =>
  [
    row.id,
    row.at,
    row.trusted ? 1 : 0,
    row.day,
    row.sessionId,
    row.childId,
    row.kind,
    row.activity,
    row.lengthMs,
    row.detail,
  ] as const

/** A turn of five events: its begin, three activities, its end. */
const turn = 5

/**
 * Fills the log over ten years of school days, by SQL alone: rows made in JavaScript take minutes. Its days are counted by
 * the product. Nothing is flushed: the file is thrown away.
 */
function fill(raw: Database, ground: Ground, events: number): void {
  raw.pragma('synchronous = OFF')
  raw.pragma('cache_size = -200000')
  raw.transaction(() => {
    raw.exec(`CREATE TEMP TABLE school_day (place INTEGER PRIMARY KEY, day TEXT NOT NULL, midnight INTEGER NOT NULL);
      INSERT INTO school_day (day, midnight)
        WITH RECURSIVE date (day) AS (SELECT '2016-09-01' UNION ALL SELECT date(day, '+1 day') FROM date WHERE day < '2026-11-20')
        SELECT day, (unixepoch(day) - 8 * 3600) * 1000 FROM date WHERE strftime('%w', day) NOT IN ('0', '6') ORDER BY day;
      CREATE TEMP TABLE bench_child (place INTEGER PRIMARY KEY, id TEXT NOT NULL)`)
    const place = raw.prepare('INSERT INTO bench_child VALUES (?, ?)')
    const child =
      raw.prepare(`INSERT INTO child (id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
      VALUES (?, ?, '', '#', ?, ?, 'fox', 'sun', 0)`)
    for (const [at, id] of children.entries()) {
      child.run(id, id.slice(-4), id, id.slice(-4))
      place.run(at, id)
    }
    raw
      .prepare(
        `WITH RECURSIVE counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < :events),
          made AS MATERIALIZED (SELECT n, n / ${turn} AS turn, n % ${turn} AS step,
            1 + n * (SELECT count(*) FROM school_day) / CAST(:events AS INTEGER) AS day FROM counted)
        INSERT INTO usage_event (id, seat, at, trusted, day, session_id, child_id, kind, activity, length_ms, detail)
        SELECT format('0197f0d2-1111-7000-8000-%012x', n), '${seat}',
          school_day.midnight + 43200000 + turn % 300 * 60000 + step * 300000, 1, school_day.day,
          format('0197f0d2-2222-7000-8000-%012x', turn), bench_child.id,
          CASE step WHEN 0 THEN 'session-begin' WHEN 4 THEN 'session-end' ELSE 'activity' END,
          CASE step WHEN 0 THEN 'session' WHEN 1 THEN 'call' WHEN 2 THEN 'learn' WHEN 3 THEN 'diary' ELSE 'session' END,
          CASE step WHEN 0 THEN 0 WHEN 4 THEN 900000 ELSE 300000 END,
          CASE step WHEN 4 THEN 'time' END
        FROM made CROSS JOIN school_day ON school_day.place = made.day
          CROSS JOIN bench_child ON bench_child.place = turn * 37 % ${children.length}`,
      )
      .run({ events })
  })()
  createUsageService(ground).rebuildDays('2016-09-01', '2026-11-20')
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.pragma('cache_size = -2000')
}

export interface LogSizes {
  readonly events: number
  readonly rounds: number
}

/** The log's two rows: writing an event, and reading a month of a school, over `events` events. */
export function logRows({ events, rounds }: LogSizes): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-bench-'))
  const path = join(folder, 'room.sqlite')
  try {
    const opened = openDatabase({ path, clock, seat, newId, log: silentLog })
    if (!opened.ok) throw new Error(JSON.stringify(opened.error))
    const raw = new BetterSqlite3(path)
    const began = performance.now()
    const ground: Ground = {
      db: opened.value,
      clock,
      newId,
      random: Math.random,
      seat,
      log: silentLog,
      zoneOffset: () => 480,
    }
    fill(raw, ground, events)
    console.log(
      `${events.toLocaleString('en')} events made in ${Math.round((performance.now() - began) / 1000)} s`,
    )
    setWritingPragmas(raw)
    const rows = [eventRow(raw, opened.value, rounds, events), reportRow(raw, ground, rounds, events)]
    raw.close()
    opened.value.close()
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const batch = 200

const rowOf = (at: number): UsageRow => ({
  id: newId(),
  at: Date.now(),
  trusted: true,
  day: '2026-11-21',
  sessionId: newId(),
  childId: children[at % children.length] ?? '',
  kind: 'activity',
  activity: 'learn',
  lengthMs: 60_000,
  detail: null,
})

/** Events a millisecond. */
const rate = (write: (row: UsageRow) => void): number => {
  const began = performance.now()
  for (let at = 0; at < batch; at += 1) write(rowOf(at))
  return batch / (performance.now() - began)
}

function eventRow(raw: Database, db: WritableDb, rounds: number, events: number): Row {
  const insert = raw.prepare(insertEvent)
  const add = raw.prepare(addToDay)
  const both = raw.transaction((row: UsageRow) => {
    insert.run(columns(row))
    const { ms, times, cuts, sums, pages } = counts(row)
    add.run(row.day, row.childId, row.activity, ms, times, cuts, sums, pages)
  })
  const write = {
    ours: (row: UsageRow) => appendEvent(db, row),
    theirs: (row: UsageRow) => both.immediate(row),
  }
  rate(write.ours)
  rate(write.theirs)
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes, so that neither always pays for the other's checkpoint.
    for (const who of round % 2 ? (['theirs', 'ours'] as const) : (['ours', 'theirs'] as const))
      (who === 'ours' ? ours : theirs).push(rate(write[who]))
  }
  const spread = spreadOf(ratios(ours, theirs))
  return {
    what: `usage event with its day ÷ raw better-sqlite3, on ${events.toLocaleString('en')} events (rate)`,
    measured: text(spread),
    target: '≥ 0.8',
    held: spread.median >= 0.8,
  }
}

function reportRow(raw: Database, ground: Ground, rounds: number, events: number): Row {
  const usage = createUsageService(ground)
  const range = ['2025-10-01', '2025-10-31']
  const byChild = raw.prepare(
    `SELECT child_id, activity, sum(ms), sum(times), sum(cuts), sum(sums), sum(pages) FROM usage_day
     WHERE day BETWEEN ? AND ? GROUP BY child_id, activity`,
  )
  const byDay = raw.prepare(
    `SELECT day, activity, sum(ms) FROM usage_day WHERE day BETWEEN ? AND ? AND activity <> 'session' GROUP BY day, activity`,
  )
  const ask = {
    ours: () => {
      const report = usage.report({ unit: 'month', day: month })
      if (!report.ok || report.value.sessions === 0) throw new Error('The report is empty')
    },
    both: () => [byChild.all(range), byDay.all(range)],
    one: () => byChild.all(range),
  }
  const times: Record<keyof typeof ask, number[]> = { ours: [], both: [], one: [] }
  for (let round = -3; round < rounds * 2; round += 1)
    for (const who of ['ours', 'both', 'one'] as const) {
      const began = performance.now()
      ask[who]()
      if (round >= 0) times[who].push(performance.now() - began)
    }
  const spread = spreadOf(ratios(times.ours, times.both))
  const alone = spreadOf(ratios(times.ours, times.one))
  return {
    what: `month report over ${events.toLocaleString('en')} events ÷ its two raw rollup queries`,
    measured: `${text(spread)}; ÷ the first alone ${alone.median.toFixed(2)}`,
    target: '≤ 2',
    held: spread.median <= 2,
  }
}
