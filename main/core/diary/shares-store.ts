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

export type NewShare = Pick<ShareRow, 'id' | 'childId' | 'page' | 'circle' | 'contactId' | 'staffId'> & {
  readonly messages: readonly string[]
}

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

/** All that were given of a page by this child end; those of two seats at once, too. */
export function endShares(db: WritableDb, childId: string, page: string, at: number): void {
  const sql = 'SELECT id FROM diary_share WHERE child_id = ? AND page_id = ? AND ended_at IS NULL'
  for (const { id } of db.all<{ id: string }>(sql, [childId, page]))
    db.shared.set('diary_share', id, { ended_at: at })
}

export const shareOfPage = (db: ReadableDb, page: string): ShareRow | undefined =>
  db.get(`SELECT * FROM (${standingShares}) WHERE page = ?`, [page])

/** Of one child, by page. */
export const sharesOf = (db: ReadableDb, childId: string): ReadonlyMap<string, ShareRow> =>
  new Map(
    db
      .all<ShareRow>(`SELECT * FROM (${standingShares}) WHERE childId = ?`, [childId])
      .map((row) => [row.page, row] as const),
  )

/** Given to this adult, the newest first. */
export const sharesWith = (db: ReadableDb, staffId: string): ShareRow[] =>
  db.all(`SELECT * FROM (${standingShares}) WHERE ${toThisAdult} ORDER BY givenAt DESC, id DESC`, [staffId])

/** Notes the first look of whom it was given to. */
export function noteLook(db: WritableDb, id: string, { at, trusted }: Present): void {
  db.shared.set('diary_share', id, { looked_at: at, looked_trusted: trusted ? 1 : 0 })
}
