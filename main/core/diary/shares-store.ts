import type { Animal, Tone } from '#contract/people.ts'
import type { Circle } from '#contract/shares.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { Present } from '../kernel/clock.ts'
import { standingShares, toThisAdult } from './readers.ts'

/** One giving of a page that stands; see `standingShares`. */
export interface ShareRow {
  readonly id: string
  readonly childId: string
  readonly page: string
  readonly circle: Circle
  readonly contactId: string | null
  readonly staffId: string | null
  /** JSON: ids of the messages by which it goes. */
  readonly messages: string
  /** UTC ms. */
  readonly givenAt: number
  readonly trusted: number
  readonly lookedAt: number | null
}

/** With the child who gave it, for the adult who has it. */
export interface ShareForAdult extends ShareRow {
  readonly childName: string
  readonly classLabel: string
  readonly animal: Animal
  readonly tone: Tone
  readonly photo: string | null
}

export type NewShare = Pick<ShareRow, 'id' | 'childId' | 'page' | 'circle' | 'contactId' | 'staffId'> & {
  readonly messages: readonly string[]
}

type OpenShare = Pick<ShareRow, 'id' | 'childId' | 'page' | 'contactId' | 'messages'>

const open = `SELECT id, child_id AS childId, page_id AS page, contact_id AS contactId, messages
  FROM diary_share WHERE ended_at IS NULL`

export function addShare(
  db: WritableDb,
  { id, childId, page, circle, contactId, staffId, messages }: NewShare,
  { at, trusted }: Present,
): void {
  db.shared.set('diary_share', id, {
    child_id: childId,
    page_id: page,
    circle,
    contact_id: contactId,
    staff_id: staffId,
    messages: JSON.stringify(messages),
    given_at: at,
    trusted: trusted ? 1 : 0,
    looked_at: null,
    looked_trusted: 0,
    ended_at: null,
  })
}

export function endShare(db: WritableDb, id: string, at: number): void {
  db.shared.set('diary_share', id, { ended_at: at })
}

/** All that were given of a page by this child end; those of two seats at once, too. */
export function endShares(db: WritableDb, childId: string, page: string, at: number): void {
  for (const { id } of openSharesOf(db, childId, page)) endShare(db, id, at)
}

/** Those not ended yet, whether they hold or not. */
export const openShares = (db: ReadableDb): OpenShare[] => db.all(open)

export const openSharesOf = (db: ReadableDb, childId: string, page: string): OpenShare[] =>
  db.all(`${open} AND child_id = ? AND page_id = ?`, [childId, page])

export const shareOfPage = (db: ReadableDb, page: string): ShareRow | undefined =>
  db.get(`SELECT * FROM (${standingShares}) WHERE page = ?`, [page])

/** Of one child, by page. */
export const sharesOf = (db: ReadableDb, childId: string): ReadonlyMap<string, ShareRow> =>
  new Map(
    db
      .all<ShareRow>(`SELECT * FROM (${standingShares}) WHERE childId = ?`, [childId])
      .map((row) => [row.page, row] as const),
  )

/** Whether the adult to whom it was given may still see it. */
export const standsWithAdult = (db: ReadableDb, { page, staffId }: ShareRow): boolean =>
  db.get(`SELECT 1 FROM (${standingShares}) WHERE page = ? AND ${toThisAdult}`, [page, staffId]) !== undefined

/** Given to this adult, the newest first. */
export const sharesWith = (db: ReadableDb, staffId: string): ShareForAdult[] =>
  db.all(
    `SELECT share.*, child.name AS childName, coalesce(class.label, '') AS classLabel, child.animal, child.tone, child.photo
     FROM (SELECT * FROM (${standingShares}) WHERE ${toThisAdult}) AS share
     JOIN child ON child.id = share.childId LEFT JOIN class ON class.id = child.class_id
     ORDER BY share.givenAt DESC, share.id DESC`,
    [staffId],
  )

/** Notes the first look of whom it was given to. */
export function noteLook(db: WritableDb, id: string, { at, trusted }: Present): void {
  db.shared.set('diary_share', id, { looked_at: at, looked_trusted: trusted ? 1 : 0 })
}
