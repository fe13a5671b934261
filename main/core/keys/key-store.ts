import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { dropMeta, readMeta, writeMeta } from '../db/meta.ts'
import { dropGeneration } from './escrow-store.ts'

export interface KeyRow {
  readonly id: string
  readonly childId: string
  /** By the public half of a rescue pair, where an older version left it; null else. */
  readonly rescued: string | null
  readonly rescueId: string | null
}

export interface RescuePair {
  readonly id: string
  readonly publicKey: string
  readonly privateKey: string
}

const columns = 'id, child_id AS childId, rescued, rescue_id AS rescueId'

/** Newest first; `own` is 0 where a key came with a record that was merged into this child's. */
export function keysOf(db: ReadableDb, childId: string): (KeyRow & { readonly own: number })[] {
  return db.all(
    `SELECT ${columns}, NOT EXISTS
       (SELECT 1 FROM merged_row WHERE table_name = 'child_key' AND row_id = child_key.id) AS own
     FROM child_key WHERE child_id = ? ORDER BY id DESC`,
    [childId],
  )
}

export const allKeys = (db: ReadableDb): KeyRow[] => db.all(`SELECT ${columns} FROM child_key`)

export interface NewKeyRow extends Pick<KeyRow, 'id'> {
  /** Its part by the public half of the escrow; null where there was none. */
  readonly escrowed: string | null
  readonly escrowId: string | null
}

/** Which keys a child has; the keys themselves lie in files of their own (`key-files.ts`). */
export function addKey(db: WritableDb, childId: string, { id, escrowed, escrowId }: NewKeyRow): void {
  db.run(`INSERT INTO child_key (id, child_id, wrapped, escrowed, escrow_id) VALUES (?, ?, '', ?, ?)`, [
    id,
    childId,
    escrowed,
    escrowId,
  ])
}

export interface KeyInside extends KeyRow {
  readonly wrapped: string
}

/** Keys that an older version left wrapped in the database. */
export const keysInside = (db: ReadableDb): KeyInside[] =>
  db.all(`SELECT ${columns}, wrapped FROM child_key WHERE wrapped <> ''`)

/** Nothing of these keys is left in the database, nor of an escrow that held any. */
export function emptyInside(db: WritableDb, keys: readonly Pick<KeyRow, 'id'>[]): void {
  for (const { id } of keys)
    db.run(`UPDATE child_key SET wrapped = '', rescued = NULL, rescue_id = NULL WHERE id = ?`, [id])
  dropGeneration(db)
}

/** Newest first: the paper that is kept now, and older ones that some key still needs. */
export const rescuePairs = (db: ReadableDb): RescuePair[] =>
  db.all('SELECT id, public_key AS publicKey, private_key AS privateKey FROM rescue_pair ORDER BY id DESC')

/** A new paper: nobody who was erased before is wrapped for it. Older pairs stay where a key of an older version names them. */
export function replacePairs(db: WritableDb, { id, publicKey, privateKey }: RescuePair): void {
  db.run('INSERT INTO rescue_pair (id, public_key, private_key) VALUES (?, ?, ?)', [
    id,
    publicKey,
    privateKey,
  ])
  db.run(
    `DELETE FROM rescue_pair WHERE id <> ?
       AND id NOT IN (SELECT rescue_id FROM child_key WHERE rescue_id IS NOT NULL)`,
    [id],
  )
  dropMeta(db, OLD_PAPER)
}

const OLD_PAPER = 'erased-since-paper'

export const paperIsOld = (db: ReadableDb): boolean => readMeta(db, OLD_PAPER) !== undefined

/** Children are erased whose keys the paper opens in older copies of the backups' folder. */
export function markPaperOld(db: WritableDb): void {
  if (rescuePairs(db).length > 0) writeMeta(db, OLD_PAPER, '1')
}
