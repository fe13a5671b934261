import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { CameBack, Mistake } from './book-rules.ts'
import { parsed } from './parsed-rules.ts'
import { lastMerge, progressId, standing, type Standing } from './standing.ts'

/** Where a child stands in one activity. */
export interface Progress {
  readonly level: string
  /** JSON of the activity, as it was kept: not trusted before `readState` took it. */
  readonly state: unknown
  /** Joints of bamboo grown so far, on all stalks together. */
  readonly joints: number
  /** UTC ms of the last exercise; 0 where it is not known. */
  readonly lastAt: number
  /** Whether that time is known. */
  readonly trusted: boolean
}

/** An item of the book, with what only staff see. Times are UTC milliseconds. */
export interface KeptMistake extends Mistake {
  readonly activity: string
  readonly key: string
  readonly level: string
  /** As it was missed; null where the key says it all. Not trusted. */
  readonly exercise: unknown
  /** The last wrong answer. */
  readonly answer: unknown
  readonly missedAt: number
  /** Whether that time is known. */
  readonly trusted: boolean
  /** Whether the time of the last review is, from which `dueAt` follows. */
  readonly dueTrusted: boolean
}

export interface AnswerRow {
  readonly id: string
  readonly at: number
  readonly trusted: boolean
  readonly childId: string
  readonly sessionId: string
  readonly activity: string
  readonly level: string
  readonly item: string
  readonly answer: unknown
  readonly right: boolean
  readonly helped: boolean
  readonly tries: number
}

/** One child in one activity. */
export interface Of {
  readonly childId: string
  readonly activity: string
}

interface MistakeColumns {
  activity: string
  key: string
  level: string
  exercise: string | null
  answer: string
  missedAt: number
  trusted: number
  dueAt: number
  dueTrusted: number
  card: string
  timesRight: number
}

type Card = Pick<Mistake, 'reviewedAt' | 'stability' | 'difficulty' | 'reviews' | 'lapses'>

const mistakeColumns = `activity, item AS key, level, exercise, answer, missed_at AS missedAt, trusted, due_at AS dueAt,
  due_trusted AS dueTrusted, card, times_right AS timesRight`

const DAY = 86_400_000

const mistakeId = (of: Of, key: string): string => `${progressId(of)}/${key}`

export function progressOf(db: ReadableDb, { childId, activity }: Of): Progress | undefined {
  return progressIn(db, childId, activity).get(activity)
}

/** All that a child has begun, by activity. */
export function allProgress(db: ReadableDb, childId: string): Map<string, Progress> {
  return progressIn(db, childId, null)
}

/** Two records that are one child have a row each: where they stand by `standing`, and both grew their bamboo. */
function progressIn(db: ReadableDb, childId: string, activity: string | null): Map<string, Progress> {
  const rows = db.all<
    Standing & { readonly state: string; readonly joints: number; readonly trusted: number }
  >(
    `SELECT id, activity, level, state, joints, last_at AS lastAt, trusted, ${lastMerge('learning_progress.child_id')} AS mergedAt
     FROM learning_progress WHERE child_id = ? AND activity = coalesce(?, activity)`,
    [childId, activity],
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.activity)].map(([of, both]) => {
      const { level, state } = standing(both, progressId({ childId, activity: of }))
      const joints = both.reduce((sum, row) => sum + row.joints, 0)
      const last = both.reduce((one, other) => (other.lastAt > one.lastAt ? other : one))
      const at = { lastAt: last.lastAt, trusted: last.trusted === 1 }
      return [of, { level, state: parsed(state), joints, ...at }]
    }),
  )
}

/** `joints` are those on all stalks; what stands in the row of a record that was merged in stays its own. */
export function keepProgress(
  db: WritableDb,
  of: Of,
  { level, state, joints, lastAt, trusted }: Progress,
): void {
  const sql = `SELECT coalesce(sum(joints), 0) AS joints FROM learning_progress
    WHERE child_id = ? AND activity = ? AND id <> ?`
  const others = db.get<{ joints: number }>(sql, [of.childId, of.activity, progressId(of)])?.joints ?? 0
  db.shared.set('learning_progress', progressId(of), {
    child_id: of.childId,
    activity: of.activity,
    level,
    state: JSON.stringify(state),
    joints: Math.max(0, joints - others),
    last_at: lastAt,
    trusted: trusted ? 1 : 0,
  })
}

/** What `keepRound` kept, or undefined. */
export function roundOf(db: ReadableDb, { childId, activity }: Of): unknown {
  const sql = 'SELECT state FROM learning_round WHERE child_id = ? AND activity = ?'
  const row = db.get<{ state: string }>(sql, [childId, activity])
  return row && parsed(row.state)
}

export function keepRound(db: WritableDb, { childId, activity }: Of, state: unknown): void {
  db.run(
    `INSERT INTO learning_round (child_id, activity, state) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET state = excluded.state`,
    [childId, activity, JSON.stringify(state)],
  )
}

/** The round is over. */
export function dropRound(db: WritableDb, { childId, activity }: Of): void {
  db.run('DELETE FROM learning_round WHERE child_id = ? AND activity = ?', [childId, activity])
}

/** Activities in which the child has a round under way at this seat. */
export function roundsOf(db: ReadableDb, childId: string): ReadonlySet<string> {
  const rows = db.all<{ activity: string }>('SELECT activity FROM learning_round WHERE child_id = ?', [
    childId,
  ])
  return new Set(rows.map(({ activity }) => activity))
}

export function appendAnswer(
  db: WritableDb,
  { childId, sessionId, right, helped, trusted, answer, ...row }: AnswerRow,
): void {
  db.shared.append('learning_answer', {
    ...row,
    child_id: childId,
    session_id: sessionId,
    answer: JSON.stringify(answer),
    trusted: trusted ? 1 : 0,
    right: right ? 1 : 0,
    helped: helped ? 1 : 0,
  })
}

/** Items that the child was asked last, latest first. */
export function lastAsked(db: ReadableDb, { childId, activity }: Of, limit: number): string[] {
  return db
    .all<{ item: string }>(
      'SELECT item FROM learning_answer WHERE child_id = ? AND activity = ? ORDER BY at DESC, rowid DESC LIMIT ?',
      [childId, activity, limit],
    )
    .map(({ item }) => item)
}

/** The book of mistakes of a child, of all activities or one, last missed first. */
export function bookOf(db: ReadableDb, childId: string, activity: string | null): KeptMistake[] {
  return db
    .all<MistakeColumns>(
      `SELECT ${mistakeColumns} FROM learning_book WHERE child_id = ? AND left_at IS NULL
         AND activity = coalesce(?, activity) ORDER BY missed_at DESC, item`,
      [childId, activity],
    )
    .map(keptMistake)
}

export function mistakeOf(db: ReadableDb, of: Of, key: string): KeptMistake | undefined {
  const row = db.get<MistakeColumns>(
    `SELECT ${mistakeColumns} FROM learning_book
       WHERE child_id = ? AND activity = ? AND item = ? AND left_at IS NULL`,
    [of.childId, of.activity, key],
  )
  return row && keptMistake(row)
}

/** How many old friends came back to the child on the day that begins then, and how many of them for the first time. */
export function cameBack(db: ReadableDb, childId: string, since: number): CameBack {
  const sql = `SELECT count(*) AS "all", coalesce(sum(json_extract(card, '$.reviews') = 2), 0) AS first
    FROM learning_book WHERE child_id = ? AND json_extract(card, '$.reviewedAt') BETWEEN ? AND ?
      AND json_extract(card, '$.reviews') > 1`
  return db.get<{ all: number; first: number }>(sql, [childId, since, since + DAY]) ?? { all: 0, first: 0 }
}

/** How many old friends of one activity came back to the child on the day that begins then, also those that left the book with it. */
export function cameBackIn(db: ReadableDb, { childId, activity }: Of, since: number): number {
  const sql = `SELECT count(*) AS came FROM learning_book WHERE child_id = ? AND activity = ?
    AND (left_at BETWEEN ? AND ? OR left_at IS NULL AND json_extract(card, '$.reviews') > 1
      AND json_extract(card, '$.reviewedAt') BETWEEN ? AND ?)`
  const day = [since, since + DAY]
  return db.get<{ came: number }>(sql, [childId, activity, ...day, ...day])?.came ?? 0
}

export function keepMistake(db: WritableDb, of: Of, mistake: KeptMistake): void {
  db.shared.set('learning_mistake', mistakeId(of, mistake.key), { ...columnsOf(of, mistake), left_at: null })
}

/**
 * Learnt: out of the book; the row stays, so that another seat cannot bring it back by merging. Where the mistake came with a
 * record that was merged in, the child gets a row of its own: taken apart, the other's book is as it was.
 */
export function leaveBook(
  db: WritableDb,
  of: Of,
  mistake: KeptMistake,
  { at, trusted }: { readonly at: number; readonly trusted: boolean },
): void {
  const id = mistakeId(of, mistake.key)
  const own = db.get('SELECT 1 FROM learning_mistake WHERE id = ?', [id])
  db.shared.set('learning_mistake', id, {
    ...(own ? {} : columnsOf(of, mistake)),
    left_at: at,
    due_trusted: trusted ? 1 : 0,
  })
}

function columnsOf(of: Of, mistake: KeptMistake) {
  const { reviewedAt, stability, difficulty, reviews, lapses } = mistake
  const card: Card = { reviewedAt, stability, difficulty, reviews, lapses }
  return {
    child_id: of.childId,
    activity: of.activity,
    level: mistake.level,
    item: mistake.key,
    exercise: mistake.exercise === null ? null : JSON.stringify(mistake.exercise),
    answer: JSON.stringify(mistake.answer),
    missed_at: mistake.missedAt,
    trusted: mistake.trusted ? 1 : 0,
    due_at: mistake.dueAt,
    due_trusted: mistake.dueTrusted ? 1 : 0,
    card: JSON.stringify(card),
    times_right: mistake.timesRight,
  }
}

function keptMistake({ card, exercise, answer, trusted, dueTrusted, ...row }: MistakeColumns): KeptMistake {
  return {
    ...row,
    trusted: trusted === 1,
    dueTrusted: dueTrusted === 1,
    exercise: exercise === null ? null : parsed(exercise),
    answer: parsed(answer),
    ...(JSON.parse(card) as Card),
  }
}
