import type { ReadableDb, WritableDb } from '../db/handles.ts'

export interface KeyRow {
  readonly id: string
  /** By the secret of a seat. */
  readonly wrapped: string
  /** By the public half of a rescue pair; null where there was none. */
  readonly rescued: string | null
  readonly rescueId: string | null
}

export interface RescuePair {
  readonly id: string
  readonly publicKey: string
  readonly privateKey: string
}

const columns = 'id, wrapped, rescued, rescue_id AS rescueId'

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

export interface NewKeyRow extends KeyRow {
  /** By the public half of the escrow; null where there was none. */
  readonly escrowed: string | null
  readonly escrowId: string | null
}

export function addKey(db: WritableDb, childId: string, row: NewKeyRow): void {
  const { id, wrapped, rescued, rescueId, escrowed, escrowId } = row
  db.run(
    `INSERT INTO child_key (id, child_id, wrapped, rescued, rescue_id, escrowed, escrow_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [id, childId, wrapped, rescued, rescueId, escrowed, escrowId],
  )
}

export function rewrap(db: WritableDb, id: string, wrapped: string): void {
  db.run('UPDATE child_key SET wrapped = ? WHERE id = ?', [wrapped, id])
}

export function setRescued(db: WritableDb, id: string, rescueId: string, rescued: string): void {
  db.run('UPDATE child_key SET rescue_id = ?, rescued = ? WHERE id = ?', [rescueId, rescued, id])
}

/** Newest first: the paper that is kept now, and older ones that some key still needs. */
export const rescuePairs = (db: ReadableDb): RescuePair[] =>
  db.all('SELECT id, public_key AS publicKey, private_key AS privateKey FROM rescue_pair ORDER BY id DESC')

export function addPair(db: WritableDb, { id, publicKey, privateKey }: RescuePair): void {
  db.run('INSERT INTO rescue_pair (id, public_key, private_key) VALUES (?, ?, ?)', [
    id,
    publicKey,
    privateKey,
  ])
}

/** Pairs that no key is wrapped by any more, but for the newest. */
export function dropIdlePairs(db: WritableDb): void {
  db.run(`DELETE FROM rescue_pair WHERE id < (SELECT max(id) FROM rescue_pair)
    AND id NOT IN (SELECT rescue_id FROM child_key WHERE rescue_id IS NOT NULL)`)
}
