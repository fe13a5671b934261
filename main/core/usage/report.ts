import { activities, type Report, type ReportQuestion } from '#contract/usage.ts'
import type { ReadableDb } from '../db/handles.ts'
import { NOBODY } from '../db/shared-tables.ts'
import { isActivity, minutes, minutesByActivity, noMilliseconds, scopeOf } from './activity-minutes.ts'
import type { Milliseconds } from './activity-minutes.ts'
import { hourBars } from './hour-bars.ts'
import { addDays, daysOf, rangeOf, weekOf, type DayRange } from '../sessions/local-day-rules.ts'

interface ChildRow {
  id: string
  name: string
  classId: string
  label: string
  present: number
}

interface Sum {
  id: string
  activity: string
  ms: number
  times: number
  cuts: number
  sums: number
  pages: number
}

interface Tally {
  readonly ms: Milliseconds
  sessions: number
  calls: number
  talkedMs: number
  cuts: number
  sums: number
  pages: number
}

/**
 * Answers a question from the days' counts, whatever the number of events; only the hours of a single day are read from
 * that day's events. A child who has left counts where there is something to count.
 */
export function reportOf(
  db: ReadableDb,
  question: ReportQuestion,
  zoneOffset: (at: number) => number,
): Report {
  return db.snapshot(() => {
    const range = rangeOf(question.unit, question.day)
    const tallies = talliesOf(db, question, range)
    const children = [...childrenOf(db, question), ...erasedIn(question)].filter(
      ({ id, present }) => present === 1 || tallies.has(id),
    )
    const of = (some: readonly ChildRow[]) => some.flatMap(({ id }) => tallies.get(id) ?? [])
    const whole = added(of(children))
    const groups =
      question.classId === undefined && question.childId === undefined
        ? grouped(children)
        : children.map((child) => ({ id: child.id, label: child.name, children: [child] }))
    return {
      ...range,
      children: children.filter(({ id }) => id !== NOBODY).length,
      came: cameOf(of(children)),
      sessions: whole.sessions,
      cutSessions: whole.cuts,
      calls: whole.calls,
      talkedMinutes: minutes(whole.talkedMs),
      minutes: minutes(activities.reduce((ms, activity) => ms + whole.ms[activity], 0)),
      sums: whole.sums,
      diaryPages: whole.pages,
      bars: question.unit === 'day' ? hourBars(db, question, zoneOffset) : dayBars(db, question, range),
      rows: groups.map((group) => {
        const tally = added(of(group.children))
        return {
          id: group.id,
          label: group.label,
          children: group.children.length,
          came: cameOf(of(group.children)),
          sessions: tally.sessions,
          calls: tally.calls,
          talkedMinutes: minutes(tally.talkedMs),
          minutes: minutesByActivity(tally.ms),
          sums: tally.sums,
          diaryPages: tally.pages,
        }
      }),
    }
  })
}

function talliesOf(db: ReadableDb, question: ReportQuestion, { from, to }: DayRange): Map<string, Tally> {
  const scope = scopeOf(question, 'usage_day')
  const rows = db.all<Sum>(
    `SELECT child_id AS id, activity, sum(ms) AS ms, sum(times) AS times, sum(cuts) AS cuts, sum(sums) AS sums,
       sum(pages) AS pages
     FROM usage_day WHERE day BETWEEN ? AND ? ${scope.sql} GROUP BY child_id, activity`,
    [from, to, ...scope.params],
  )
  const tallies = new Map<string, Tally>()
  for (const row of rows) {
    const tally = tallies.get(row.id) ?? emptyTally()
    tallies.set(row.id, tally)
    if (isActivity(row.activity)) tally.ms[row.activity] += row.ms
    else if (row.activity === 'session') tally.sessions += row.times
    else if (row.activity === 'talked') {
      tally.calls += row.times
      tally.talkedMs += row.ms
    }
    tally.cuts += row.cuts
    tally.sums += row.sums
    tally.pages += row.pages
  }
  return tallies
}

function dayBars(db: ReadableDb, question: ReportQuestion, range: DayRange): Report['bars'] {
  const scope = scopeOf(question, 'usage_day')
  const rows = db.all<{ day: string; activity: string; ms: number }>(
    `SELECT day, activity, sum(ms) AS ms FROM usage_day
     WHERE day BETWEEN ? AND ? AND activity <> 'session' ${scope.sql} GROUP BY day, activity`,
    [range.from, range.to, ...scope.params],
  )
  return (
    question.unit === 'term' ? weeksOf(range) : daysOf(range).map((day) => ({ from: day, to: day }))
  ).map(({ from, to }) => {
    const ms = noMilliseconds()
    for (const row of rows)
      if (row.day >= from && row.day <= to && isActivity(row.activity)) ms[row.activity] += row.ms
    return { label: from, from, minutes: minutesByActivity(ms) }
  })
}

function childrenOf(db: ReadableDb, { classId, childId }: ReportQuestion): ChildRow[] {
  const [where, params] =
    childId !== undefined
      ? ['WHERE child.id = ?', [childId]]
      : classId !== undefined
        ? ['WHERE child.class_id = ?', [classId]]
        : ['', []]
  return db.all(
    `SELECT child.id, child.name, coalesce(child.class_id, '') AS classId, coalesce(class.label, '') AS label,
       child.left_at IS NULL AS present
     FROM child LEFT JOIN class ON class.id = child.class_id ${where}
     ORDER BY coalesce(class.grade = 0 AND class.number = 0, 1), class.grade, class.number, class.label, class.id, child.sort_key, child.id`,
    params,
  )
}

/** Whoever was erased, together: what was done still counts, as nobody's. */
const erasedIn = ({ classId, childId }: ReportQuestion): readonly ChildRow[] =>
  classId === undefined && childId === undefined
    ? [{ id: NOBODY, name: '', classId: NOBODY, label: '', present: 0 }]
    : []

function grouped(children: readonly ChildRow[]) {
  return [...Map.groupBy(children, ({ classId }) => classId)].map(([id, of]) => ({
    id,
    label: of[0]?.label ?? '',
    children: of,
  }))
}

function added(tallies: readonly Tally[]): Tally {
  const whole = emptyTally()
  for (const tally of tallies) {
    for (const activity of activities) whole.ms[activity] += tally.ms[activity]
    whole.sessions += tally.sessions
    whole.calls += tally.calls
    whole.talkedMs += tally.talkedMs
    whole.cuts += tally.cuts
    whole.sums += tally.sums
    whole.pages += tally.pages
  }
  return whole
}

const emptyTally = (): Tally => ({
  ms: noMilliseconds(),
  sessions: 0,
  calls: 0,
  talkedMs: 0,
  cuts: 0,
  sums: 0,
  pages: 0,
})

/** A turn that a power cut interrupted and that went on another day is a visit too. */
const cameOf = (tallies: readonly Tally[]): number =>
  tallies.filter((tally) => tally.sessions > 0 || activities.some((activity) => tally.ms[activity] > 0))
    .length

/** Monday to Sunday each, the first and the last one cut off by the range. */
function weeksOf({ from, to }: DayRange): DayRange[] {
  const weeks: DayRange[] = []
  for (let day = from; day <= to; day = addDays(weekOf(day).to, 1)) {
    const end = weekOf(day).to
    weeks.push({ from: day, to: end < to ? end : to })
  }
  return weeks
}
