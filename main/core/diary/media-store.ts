import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { Sealed } from '../keys/seal.ts'

/** A file of a page: whose, sealed with which key, put down by which step. */
export interface MediaRow {
  readonly id: string
  readonly page: string
  readonly childId: string
  readonly step: string
  readonly keyId: string
}

/** One that grows, or is whole and not put down yet. */
export interface TakingRow extends MediaRow {
  /** The step that will put it down. */
  readonly data: Sealed
  readonly isWhole: boolean
}

const media = `SELECT diary_media.id AS id, page_id AS page, child_id AS childId, step_id AS step, diary_media.key_id AS keyId
  FROM diary_media JOIN diary_page ON diary_page.id = page_id`
const taking = `SELECT media_id AS id, page_id AS page, child_id AS childId, step_id AS step, diary_taking.key_id AS keyId,
  data, is_whole AS isWhole FROM diary_taking JOIN diary_page ON diary_page.id = page_id`

type RawTaking = Omit<TakingRow, 'isWhole'> & { readonly isWhole: number }
const readable = (row: RawTaking): TakingRow => ({ ...row, isWhole: row.isWhole === 1 })

/** Put down, or still in hand. */
export function mediaOf(db: ReadableDb, id: string): MediaRow | undefined {
  return db.get<MediaRow>(`${media} WHERE diary_media.id = ?`, [id]) ?? takingOf(db, id)
}

export function takingOf(db: ReadableDb, id: string): TakingRow | undefined {
  const row = db.get<RawTaking>(`${taking} WHERE media_id = ?`, [id])
  return row && readable(row)
}

/** Of that child, or all, in the order in which they were begun. */
export function everyTaking(db: ReadableDb, childId?: string): TakingRow[] {
  return db
    .all<RawTaking>(`${taking} WHERE ? IN ('', child_id) ORDER BY media_id`, [childId ?? ''])
    .map(readable)
}

/** Ids of the files that lie on a page. */
export function mediaOfPage(db: ReadableDb, page: string): string[] {
  return db
    .all<{ id: string }>('SELECT id FROM diary_media WHERE page_id = ? ORDER BY id', [page])
    .map(({ id }) => id)
}

/** Every file that a row names. */
export function namedMedia(db: ReadableDb): ReadonlySet<string> {
  const rows = db.all<{ id: string }>(
    'SELECT id FROM diary_media UNION ALL SELECT media_id AS id FROM diary_taking',
  )
  return new Set(rows.map(({ id }) => id))
}

export function addTaking(
  db: WritableDb,
  { id, page, step, keyId, data }: Omit<TakingRow, 'childId' | 'isWhole'>,
): void {
  db.run('INSERT INTO diary_taking (media_id, page_id, step_id, key_id, data) VALUES (?, ?, ?, ?, ?)', [
    id,
    page,
    step,
    keyId,
    data,
  ])
}

export function setWhole(db: WritableDb, id: string, data: Sealed): void {
  db.run('UPDATE diary_taking SET data = ?, is_whole = 1 WHERE media_id = ?', [data, id])
}

export function dropTaking(db: WritableDb, id: string): void {
  db.run('DELETE FROM diary_taking WHERE media_id = ?', [id])
}

/** It is put down: a row that other seats may see. */
export function addMedia(db: WritableDb, { id, page, step, keyId }: Omit<MediaRow, 'childId'>): void {
  db.shared.set('diary_media', id, { page_id: page, step_id: step, key_id: keyId })
  dropTaking(db, id)
}

/** Files of a step that is dropped for good; answers which. */
export function dropMediaOf(db: WritableDb, step: string): string[] {
  const rows = db.all<{ id: string }>('SELECT id FROM diary_media WHERE step_id = ?', [step])
  for (const { id } of rows) db.shared.remove('diary_media', id)
  return rows.map(({ id }) => id)
}
