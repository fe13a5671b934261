import type { Report, ReportQuestion } from '#contract/usage.ts'
import type { ReadableDb } from '../db/handles.ts'
import { isActivity, minutesByActivity, noMilliseconds, scopeOf } from './activity-minutes.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A room's day; hours outside of it have a bar only where something happened. */
const [FIRST, LAST] = [8, 17]

/** The hours of one day, from its events: a stay counts in each hour that it lasted in. `label` is the hour, '0' to '23'. */
export function hourBars(
  db: ReadableDb,
  question: ReportQuestion,
  zoneOffset: (at: number) => number,
): Report['bars'] {
  const scope = scopeOf(question, 'usage_event')
  const rows = db.all<{ at: number; activity: string; ms: number }>(
    `SELECT at, activity, length_ms AS ms FROM usage_event WHERE day = ? AND kind = 'activity' ${scope.sql}`,
    [question.day, ...scope.params],
  )
  const hours = Array.from({ length: 24 }, noMilliseconds)
  let [first, last] = [FIRST, LAST]
  for (const { at, activity, ms } of rows) {
    if (!isActivity(activity) || ms <= 0) continue
    const local = at + zoneOffset(at) * 60_000
    const begin = ((local % DAY) + DAY) % DAY
    // What lasts past midnight belongs to the day on which it began.
    for (let from = begin; from < begin + ms; from = (Math.floor(from / HOUR) + 1) * HOUR) {
      const hour = Math.min(23, Math.floor(from / HOUR))
      const until = hour === 23 ? begin + ms : Math.min(begin + ms, (hour + 1) * HOUR)
      const bar = hours[hour]
      if (bar) bar[activity] += until - from
      first = Math.min(first, hour)
      last = Math.max(last, hour)
      if (hour === 23) break
    }
  }
  return hours
    .map((ms, hour) => ({ label: String(hour), from: question.day, minutes: minutesByActivity(ms) }))
    .slice(first, last + 1)
}
