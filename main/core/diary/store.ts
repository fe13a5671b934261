import type { Step } from '#contract/diary.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { isRemoved } from '../db/shared-rows.ts'
import type { Sealed } from '../keys/seal.ts'

export interface PageRow {
  readonly id: string
  readonly day: string
  readonly startedAt: number
  /** As the row holds it. */
  readonly opening: string
  readonly thumbnail: string | null
  /** 0 where the day is not known. */
  readonly trusted: number
  /** Which of the child's keys it is sealed with. */
  readonly keyId: string
}

/** A step as a row holds it: `data` is JSON of what is not a column, sealed. */
export interface StepRow {
  readonly id: string
  readonly kind: Step['kind']
  readonly data: Sealed
}

const pageColumns = 'id, day, started_at AS startedAt, opening, thumbnail, trusted, key_id AS keyId'

/** The page, if it is this child's. */
export function pageOf(db: ReadableDb, childId: string, page: string): PageRow | undefined {
  return db.get(`SELECT ${pageColumns} FROM diary_page WHERE id = ? AND child_id = ?`, [page, childId])
}

/** Newest first, those before a page (exclusive), at most `limit`. */
export function pagesOf(
  db: ReadableDb,
  childId: string,
  limit: number,
  before: Pick<PageRow, 'id' | 'startedAt'> | undefined,
): PageRow[] {
  const [older, than] = before ? ['AND (started_at, id) < (?, ?)', [before.startedAt, before.id]] : ['', []]
  return db.all(
    `SELECT ${pageColumns} FROM diary_page WHERE child_id = ? ${older} ORDER BY started_at DESC, id DESC LIMIT ?`,
    [childId, ...than, limit],
  )
}

export function pageCount(db: ReadableDb, childId: string): number {
  const sql = 'SELECT count(*) AS pages FROM diary_page WHERE child_id = ?'
  return db.get<{ pages: number }>(sql, [childId])?.pages ?? 0
}

/** The child's page of that day that nothing was ever put on. */
export function emptyPage(db: ReadableDb, childId: string, day: string): PageRow | undefined {
  return db.get(
    `SELECT ${pageColumns} FROM diary_page WHERE child_id = ? AND day = ?
       AND NOT EXISTS (SELECT 1 FROM diary_step WHERE page_id = diary_page.id)
       AND NOT EXISTS (SELECT 1 FROM diary_draft WHERE page_id = diary_page.id)
     ORDER BY started_at DESC LIMIT 1`,
    [childId, day],
  )
}

/** The child's page of that day that was begun last. */
export function latestPage(db: ReadableDb, childId: string, day: string): PageRow | undefined {
  return db.get(
    `SELECT ${pageColumns} FROM diary_page WHERE child_id = ? AND day = ? ORDER BY started_at DESC, id DESC LIMIT 1`,
    [childId, day],
  )
}

export function addPage(
  db: WritableDb,
  childId: string,
  { id, day, startedAt, trusted, keyId }: Pick<PageRow, 'id' | 'day' | 'startedAt' | 'trusted' | 'keyId'>,
): void {
  db.shared.set('diary_page', id, {
    child_id: childId,
    day,
    started_at: startedAt,
    trusted,
    key_id: keyId,
  })
}

/** Whether nothing was ever put on it, what was undone included. */
export function isUntouched(db: ReadableDb, page: string): boolean {
  return stepCounts(db, page).all === 0 && draftOf(db, page) === undefined
}

export function stepCounts(db: ReadableDb, page: string): { readonly all: number; readonly undone: number } {
  const sql = 'SELECT count(*) AS "all", coalesce(sum(undone), 0) AS undone FROM diary_step WHERE page_id = ?'
  return db.get(sql, [page]) ?? { all: 0, undone: 0 }
}

/** What stands on the page, in order, the growing step last. */
export function standingSteps(db: ReadableDb, page: string): StepRow[] {
  const kept = db.all<StepRow>(
    'SELECT id, kind, data FROM diary_step WHERE page_id = ? AND undone = 0 ORDER BY ordinal, id',
    [page],
  )
  const draft = draftOf(db, page)
  return draft ? [...kept, draft] : kept
}

/** The text steps that stand on the page, the latest first. */
export function standingTextSteps(db: ReadableDb, page: string): StepRow[] {
  const sql = `SELECT id, kind, data FROM diary_step WHERE page_id = ? AND undone = 0 AND kind = 'text'
    ORDER BY ordinal DESC, id DESC`
  const kept = db.all<StepRow>(sql, [page])
  const draft = draftOf(db, page)
  return draft?.kind === 'text' ? [draft, ...kept] : kept
}

export function draftOf(db: ReadableDb, page: string): StepRow | undefined {
  return db.get('SELECT step_id AS id, kind, data FROM diary_draft WHERE page_id = ?', [page])
}

export function keepDraft(db: WritableDb, page: string, { id, kind, data }: StepRow): void {
  db.run(
    `INSERT INTO diary_draft (page_id, step_id, kind, data) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET step_id = excluded.step_id, kind = excluded.kind, data = excluded.data`,
    [page, id, kind, data],
  )
}

/** The growing step has stopped growing: it becomes a row that other seats may see. */
export function settleDraft(db: WritableDb, page: string): void {
  const draft = draftOf(db, page)
  if (!draft) return
  const last = db.get<{ last: number | null }>(
    'SELECT max(ordinal) AS last FROM diary_step WHERE page_id = ?',
    [page],
  )
  const { id, kind, data } = draft
  db.shared.set('diary_step', id, { page_id: page, ordinal: (last?.last ?? 0) + 1, kind, data, undone: 0 })
  db.run('DELETE FROM diary_draft WHERE page_id = ?', [page])
}

export function pagesWithDraft(db: ReadableDb): string[] {
  return db.all<{ page: string }>('SELECT page_id AS page FROM diary_draft').map(({ page }) => page)
}

/** Where a step with that id stands: on which page, or dropped for good. */
export function whereIs(db: WritableDb, step: string): { readonly page: string } | 'dropped' | undefined {
  if (isRemoved(db, 'diary_step', step)) return 'dropped'
  return db.get<{ page: string }>('SELECT page_id AS page FROM diary_step WHERE id = ?', [step])
}

export function replaceStep(db: WritableDb, { id, kind, data }: StepRow): void {
  db.shared.set('diary_step', id, { kind, data })
}

/** Drops what was undone: a new step took its place. `before` each of them. */
export function dropUndone(db: WritableDb, page: string, before: (step: string) => void): void {
  const undone = db.all<{ id: string }>('SELECT id FROM diary_step WHERE page_id = ? AND undone = 1', [page])
  for (const { id } of undone) {
    before(id)
    db.shared.remove('diary_step', id)
  }
}

/** Takes the last standing step off, or puts the first undone one back; answers which. */
export function turnBack(db: WritableDb, page: string, to: 'undone' | 'standing'): StepRow | undefined {
  const step = nextToTurn(db, page, to)
  if (step) db.shared.set('diary_step', step.id, { undone: to === 'undone' ? 1 : 0 })
  return step
}

/** The step that would be taken off, or put back, next. */
export function nextToTurn(db: ReadableDb, page: string, to: 'undone' | 'standing'): StepRow | undefined {
  const order =
    to === 'undone' ? 'undone = 0 ORDER BY ordinal DESC, id DESC' : 'undone = 1 ORDER BY ordinal, id'
  return db.get(`SELECT id, kind, data FROM diary_step WHERE page_id = ? AND ${order} LIMIT 1`, [page])
}

export function setOpening(db: WritableDb, page: string, opening: Sealed): void {
  db.shared.set('diary_page', page, { opening })
}

export function setThumbnail(db: WritableDb, page: string, hash: string): void {
  db.shared.set('diary_page', page, { thumbnail: hash })
}
