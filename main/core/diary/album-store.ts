import type { AlbumShelf } from '#contract/album.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { Sealed } from '../keys/seal.ts'
import type { PageRow } from './store.ts'

export interface AlbumRow extends PageRow {
  /** '1' or '0', sealed; null where the child never touched it. */
  readonly star: string | null
}

const columns = 'id, day, started_at AS startedAt, opening, thumbnail, trusted, key_id AS keyId, star'
/** Nothing was ever put on an empty page: it is no page to look back at. */
const written = `(EXISTS (SELECT 1 FROM diary_step WHERE page_id = diary_page.id AND undone = 0)
  OR EXISTS (SELECT 1 FROM diary_draft WHERE page_id = diary_page.id))`
const newest = 'ORDER BY started_at DESC, id DESC'

/** Months with pages, latest first, as far as their days are known. */
export const monthsOf = (db: ReadableDb, childId: string): { month: string; pages: number }[] =>
  db.all(
    `SELECT substr(day, 1, 7) AS month, count(*) AS pages FROM diary_page
     WHERE child_id = ? AND trusted = 1 GROUP BY month ORDER BY month DESC`,
    [childId],
  )

export const undatedOf = (db: ReadableDb, childId: string): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM diary_page WHERE child_id = ? AND trusted = 0', [childId])
    ?.n ?? 0

/** Pages of a month, of a year or without a day; `total` of them, and those of one screen. */
export function shelfOf(
  db: ReadableDb,
  childId: string,
  shelf: Exclude<AlbumShelf, 'liked'>,
  { from, limit }: { readonly from: number; readonly limit: number },
): { readonly rows: AlbumRow[]; readonly total: number } {
  const where = `child_id = :childId AND ${shelf === 'undated' ? 'trusted = 0' : 'trusted = 1 AND substr(day, 1, :length) = :shelf'}`
  const named = shelf === 'undated' ? { childId } : { childId, shelf, length: shelf.length }
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM diary_page WHERE ${where}`, named)?.n ?? 0
  const sql = `SELECT ${columns} FROM diary_page WHERE ${where} ${newest} LIMIT :limit OFFSET :from`
  return { rows: db.all(sql, { ...named, from, limit }), total }
}

/** Those whose star was touched, newest first. */
export const touchedOf = (db: ReadableDb, childId: string): AlbumRow[] =>
  db.all(`SELECT ${columns} FROM diary_page WHERE child_id = ? AND star IS NOT NULL ${newest}`, [childId])

export const albumRow = (db: ReadableDb, childId: string, page: string): AlbumRow | undefined =>
  db.get(`SELECT ${columns} FROM diary_page WHERE child_id = ? AND id = ?`, [childId, page])

/** Written pages of other years whose day is known, on one of these days of the year (MM-DD). */
export const onDays = (db: ReadableDb, childId: string, year: string, days: readonly string[]): AlbumRow[] =>
  db.all(
    `SELECT ${columns} FROM diary_page WHERE child_id = ? AND trusted = 1 AND substr(day, 1, 4) < ?
       AND substr(day, 6) IN (SELECT value FROM json_each(?)) AND ${written} ${newest}`,
    [childId, year, JSON.stringify(days)],
  )

export function setStar(db: WritableDb, page: string, star: Sealed): void {
  db.shared.set('diary_page', page, { star })
}
