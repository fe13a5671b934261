import type { AskAbout } from '#contract/me-choices.ts'
import type { Animal, Tone } from '#contract/people.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'

export interface AskRow {
  readonly id: string
  readonly staffId: string
  readonly about: AskAbout
  readonly due: string
  readonly doneAt: number | null
}

/** An open question with the child it is of. */
export interface AskNoticeRow extends AskRow {
  readonly childId: string
  readonly childName: string
  readonly classLabel: string
  readonly animal: Animal
  readonly tone: Tone
  readonly photo: string | null
}

const columns =
  'child_ask.id, child_ask.staff_id AS staffId, child_ask.about, child_ask.due, child_ask.done_at AS doneAt'

/** Newest first. */
export const asksOf = (db: ReadableDb, childId: string, most: number): AskRow[] =>
  db.all(`SELECT ${columns} FROM child_ask WHERE child_id = ? ORDER BY asked_at DESC, id DESC LIMIT ?`, [
    childId,
    most,
  ])

/** Of children who are in the room, the earliest date first. */
export const openAsks = (db: ReadableDb): AskNoticeRow[] =>
  db.all(
    `SELECT ${columns}, child.id AS childId, child.name AS childName, coalesce(class.label, '') AS classLabel,
       child.animal, child.tone, child.photo
     FROM child_ask JOIN child ON child.id = child_ask.child_id AND child.left_at IS NULL
     LEFT JOIN class ON class.id = child.class_id
     WHERE child_ask.done_at IS NULL ORDER BY child_ask.due, child_ask.id`,
  )

export interface NewAsk {
  readonly id: string
  readonly childId: string
  readonly staffId: string
  readonly about: AskAbout
  readonly askedAt: number
  readonly trusted: boolean
  readonly due: string
}

export function addAsk(db: WritableDb, ask: NewAsk): void {
  db.shared.set('child_ask', ask.id, {
    child_id: ask.childId,
    staff_id: ask.staffId,
    about: ask.about,
    asked_at: ask.askedAt,
    trusted: ask.trusted ? 1 : 0,
    due: ask.due,
    done_at: null,
    done_by: null,
  })
}

export function closeAsk(db: WritableDb, id: string, at: number, staffId: string): void {
  db.shared.set('child_ask', id, { done_at: at, done_by: staffId })
}

export const staffName = (db: ReadableDb, staffId: string): string =>
  db.get<{ name: string }>('SELECT name FROM staff WHERE id = ?', [staffId])?.name ?? ''
