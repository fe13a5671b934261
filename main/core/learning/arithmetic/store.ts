import type { ReadableDb, WritableDb } from '../../db/handles.ts'
import type { Outcome } from './help-rules.ts'
import type { LevelId } from './level-rules.ts'
import type { Mistake } from './mistake-rules.ts'

/** Where a child stands. */
export interface Progress {
  readonly level: LevelId
  /** Latest outcomes at this level, oldest first. */
  readonly recent: readonly Outcome[]
  /** Joints of bamboo grown so far, on all stalks together. */
  readonly joints: number
}

/** A line of the book, with what only staff see. Times are UTC milliseconds. */
export interface KeptMistake extends Mistake {
  readonly typed: string
  readonly missedAt: number
}

export interface AnswerRow {
  readonly id: string
  readonly at: number
  readonly childId: string
  readonly sessionId: string
  readonly level: LevelId
  readonly question: string
  readonly typed: string
  readonly right: boolean
  readonly helped: boolean
  readonly tries: number
}

interface MistakeColumns {
  level: string
  question: string
  typed: string
  missedAt: number
  dueAt: number
  card: string
  timesRight: number
}

type Card = Pick<Mistake, 'reviewedAt' | 'stability' | 'difficulty' | 'reviews' | 'lapses'>

const mistakeColumns = `level, question, typed, missed_at AS missedAt, due_at AS dueAt, card, times_right AS timesRight`

/** The same row whichever seat writes it. */
const mistakeId = (childId: string, question: string): string => `${childId}/${question}`

export function progressOf(db: ReadableDb, childId: string): Progress | undefined {
  const row = db.get<{ level: string; recent: string; joints: number }>(
    'SELECT level, recent, joints FROM sums_progress WHERE id = ?',
    [childId],
  )
  return row && { ...row, recent: JSON.parse(row.recent) as Outcome[] }
}

export function keepProgress(db: WritableDb, childId: string, { level, recent, joints }: Progress): void {
  db.shared.set('sums_progress', childId, { level, recent: JSON.stringify(recent), joints })
}

/** What `keepRound` kept, or undefined. */
export function roundText(db: ReadableDb, childId: string): string | undefined {
  return db.get<{ state: string }>('SELECT state FROM sums_round WHERE child_id = ?', [childId])?.state
}

export function keepRound(db: WritableDb, childId: string, state: string): void {
  db.run(
    'INSERT INTO sums_round (child_id, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state',
    [childId, state],
  )
}

export function appendAnswer(
  db: WritableDb,
  { id, at, childId, sessionId, right, helped, ...row }: AnswerRow,
) {
  db.shared.append('sums_answer', {
    id,
    at,
    child_id: childId,
    session_id: sessionId,
    right: right ? 1 : 0,
    helped: helped ? 1 : 0,
    ...row,
  })
}

/** Sums that the child was asked last, latest first. */
export function lastAsked(db: ReadableDb, childId: string, limit: number): string[] {
  return db
    .all<{ question: string }>(
      'SELECT question FROM sums_answer WHERE child_id = ? ORDER BY at DESC LIMIT ?',
      [childId, limit],
    )
    .map(({ question }) => question)
}

/** The book of mistakes, last missed first. */
export function bookOf(db: ReadableDb, childId: string): KeptMistake[] {
  return db
    .all<MistakeColumns>(
      `SELECT ${mistakeColumns} FROM sums_mistake WHERE child_id = ? AND left_at IS NULL ORDER BY missed_at DESC`,
      [childId],
    )
    .map(keptMistake)
}

export function mistakeOf(db: ReadableDb, childId: string, question: string): KeptMistake | undefined {
  const row = db.get<MistakeColumns>(
    `SELECT ${mistakeColumns} FROM sums_mistake WHERE id = ? AND left_at IS NULL`,
    [mistakeId(childId, question)],
  )
  return row && keptMistake(row)
}

export function dueCount(db: ReadableDb, childId: string, now: number): number {
  const sql =
    'SELECT count(*) AS due FROM sums_mistake WHERE child_id = ? AND due_at <= ? AND left_at IS NULL'
  return db.get<{ due: number }>(sql, [childId, now])?.due ?? 0
}

export function keepMistake(db: WritableDb, childId: string, mistake: KeptMistake): void {
  const { reviewedAt, stability, difficulty, reviews, lapses } = mistake
  const card: Card = { reviewedAt, stability, difficulty, reviews, lapses }
  db.shared.set('sums_mistake', mistakeId(childId, mistake.question), {
    child_id: childId,
    level: mistake.level,
    question: mistake.question,
    typed: mistake.typed,
    missed_at: mistake.missedAt,
    due_at: mistake.dueAt,
    card: JSON.stringify(card),
    times_right: mistake.timesRight,
    left_at: null,
  })
}

/** Learnt: out of the book; the row stays, so that another seat cannot bring it back by merging. */
export function leaveBook(db: WritableDb, childId: string, question: string, at: number): void {
  db.shared.set('sums_mistake', mistakeId(childId, question), { left_at: at })
}

function keptMistake({ card, ...row }: MistakeColumns): KeptMistake {
  return { ...row, ...(JSON.parse(card) as Card) }
}
