import type { HardItem, HardLevel, LearningReport, ProgressRow } from '#contract/learning.ts'
import type { ReadableDb } from '../db/handles.ts'
import { activities, activityOf } from './activities.ts'
import { ALONE } from './earned.ts'
import { hardestFirst } from './hard-rules.ts'
import { parsed } from './parsed-rules.ts'
import type { Random } from './random-rules.ts'
import { lastMerge, progressId, standing, type Standing } from './standing.ts'

export interface ReportQuestion {
  readonly classId?: string | undefined
  readonly childId?: string | undefined
  /** How many days back, today included. */
  readonly days: number
}

const DAY = 86_400_000
/** Items under “what is hard”. */
const MOST_HARD = 60

/** Who is meant: children of the room, of a class, or one. Two parameters, null for all. */
const meant = `child.left_at IS NULL AND class.id = coalesce(?, class.id) AND child.id = coalesce(?, child.id)`
const children = 'child JOIN class ON class.id = child.class_id'

interface Begun extends Standing {
  trusted: number
  childId: string
  childName: string
  classLabel: string
  inBook: number
}

interface Missed {
  activity: string
  item: string
  level: string
  exercise: string | null
  children: number
  times: number
}

/** What children learnt: where each stands in what it began, and what is hard for them. */
export function reportOf(
  db: ReadableDb,
  { classId, childId, days }: ReportQuestion,
  { now, random }: { readonly now: number; readonly random: Random },
): LearningReport {
  const scope = [classId ?? null, childId ?? null]
  const since = now - days * DAY
  return db.snapshot(() => {
    const minutes = minutesOf(db, scope, since)
    const answers = answersOf(db, scope, since)
    const order = new Map(activities.map(({ id }, index) => [id, index]))
    const begun = db.all<Begun>(
      `SELECT child.id AS childId, child.name AS childName, class.label AS classLabel, progress.activity,
         progress.level, progress.last_at AS lastAt, progress.trusted, progress.id, ${lastMerge('child.id')} AS mergedAt,
         (SELECT count(*) FROM learning_book AS book WHERE book.child_id = child.id
            AND book.activity = progress.activity AND book.left_at IS NULL) AS inBook
       FROM ${children} JOIN learning_progress AS progress ON progress.child_id = child.id
       WHERE ${meant} ORDER BY class.grade, class.label, child.sort_key, child.id`,
      scope,
    )
    const stood = [...Map.groupBy(begun, progressId)].map(([own, both]) => standing(both, own))
    const rows = stood.flatMap(
      ({ id: _id, mergedAt: _mergedAt, trusted, ...row }): (ProgressRow & { readonly order: number })[] => {
        const activity = activityOf(row.activity)
        if (!activity) return []
        const place = activity.levels.findIndex(({ id }) => id === row.level)
        const key = `${row.childId} ${row.activity}`
        const answered = answers.get(key)
        return [
          {
            ...row,
            lastAt: trusted === 1 && row.lastAt > 0 ? row.lastAt : null,
            place: place + 1,
            places: activity.levels.length,
            levelGrade: activity.levels[place]?.grade ?? null,
            minutes: Math.round((minutes.get(key) ?? 0) / 6000) / 10,
            tries: answered?.tries ?? 0,
            right: answered?.right ?? 0,
            order: order.get(row.activity) ?? 0,
          },
        ]
      },
    )
    const places = new Map(begun.map(({ childId: id }, index) => [id, index]))
    const byChild = (one: ProgressRow) => places.get(one.childId) ?? 0
    rows.sort((one, other) => byChild(one) - byChild(other) || one.order - other.order)
    return {
      rows: rows.map(({ order: _order, ...row }) => row),
      hardLevels: hardLevelsOf(db, scope, since),
      hard: hardOf(db, scope, since, random),
    }
  })
}

type Scope = readonly (string | null)[]

/** Stays that are over, and those that children are at now: these become events when they end. */
function minutesOf(db: ReadableDb, scope: Scope, since: number): ReadonlyMap<string, number> {
  const rows = db.all<{ key: string; ms: number }>(
    `SELECT stay.child_id || ' ' || stay.detail AS key, sum(stay.ms) AS ms
     FROM (
       SELECT child_id, detail, length_ms AS ms, at, activity FROM usage_event WHERE kind = 'activity'
       UNION ALL
       SELECT beat.child_id, json_extract(beat.place, '$.page'), beat.stay_ms, beat.stay_at, beat.activity
       FROM session_beat AS beat JOIN session ON session.id = beat.session_id AND session.end_reason IS NULL
       WHERE json_extract(beat.place, '$.name') = 'activity'
     ) AS stay JOIN child ON child.id = stay.child_id JOIN class ON class.id = child.class_id
     WHERE ${meant} AND stay.at >= ? AND stay.activity = 'learn' AND stay.detail IS NOT NULL GROUP BY key`,
    [...scope, since],
  )
  return new Map(rows.map(({ key, ms }) => [key, ms]))
}

function answersOf(db: ReadableDb, scope: Scope, since: number) {
  const rows = db.all<{ key: string; tries: number; right: number }>(
    `SELECT answer.child_id || ' ' || answer.activity AS key, count(*) AS tries, sum(answer.right) AS right
     FROM learning_answer AS answer JOIN child ON child.id = answer.child_id JOIN class ON class.id = child.class_id
     WHERE ${meant} AND answer.at >= ? GROUP BY key`,
    [...scope, since],
  )
  return new Map(rows.map(({ key, ...row }) => [key, row]))
}

/** Which rungs were hard. A level that no activity knows any more is left out. */
function hardLevelsOf(db: ReadableDb, scope: Scope, since: number): readonly HardLevel[] {
  const rows = db.all<Omit<HardLevel, 'levelGrade'>>(
    `SELECT activity, level, count(DISTINCT child_id) AS children,
       count(DISTINCT CASE WHEN missed = 1 THEN child_id END) AS stuck, sum(first) AS asked, sum(alone) AS alone
     FROM (
       SELECT child_id, activity, level, 0 AS missed, tries = 1 AS first, (${ALONE}) AS alone
       FROM learning_answer WHERE at >= ?
       UNION ALL
       SELECT child_id, activity, level, 1, 0, 0 FROM learning_book WHERE missed_at >= ? AND left_at IS NULL
     ) AS done JOIN child ON child.id = done.child_id JOIN class ON class.id = child.class_id
     WHERE ${meant} GROUP BY activity, level`,
    [since, since, ...scope],
  )
  return hardestFirst(
    rows.flatMap((row) => {
      const level = activityOf(row.activity)?.levels.find(({ id }) => id === row.level)
      return level ? [{ ...row, levelGrade: level.grade }] : []
    }),
  )
}

/** What was missed, by how many children and how often. What no activity knows any more, or has no line, is left out. */
function hardOf(db: ReadableDb, scope: Scope, since: number, random: Random): readonly HardItem[] {
  const missed = db.all<Missed>(
    `SELECT book.activity, book.item, max(book.level) AS level, max(book.exercise) AS exercise,
       count(*) AS children, sum(1 + coalesce(json_extract(book.card, '$.lapses'), 0)) AS times
     FROM learning_book AS book JOIN child ON child.id = book.child_id JOIN class ON class.id = child.class_id
     WHERE ${meant} AND book.missed_at >= ? GROUP BY book.activity, book.item
     ORDER BY children DESC, times DESC, book.item LIMIT ${MOST_HARD}`,
    [...scope, since],
  )
  return missed.flatMap(({ exercise, ...row }) => {
    const kept = exercise === null ? null : parsed(exercise)
    const rules = activityOf(row.activity)
    const found = rules?.again({ key: row.item, level: row.level, exercise: kept }, random)
    const line = found && rules?.print(found)
    return line ? [{ ...row, ...line }] : []
  })
}
