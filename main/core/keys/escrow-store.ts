import type { ReadableDb, WritableDb } from '../db/handles.ts'
import type { Pair } from './escrow-rules.ts'

/** A grown-up's pair of keys. */
export interface HolderRow {
  readonly staffId: string
  readonly publicKey: string
  /** Sealed by the PIN and the secret of the seat. */
  readonly privateKey: string
  /** How the PIN becomes a key: cost and salt. */
  readonly recipe: string
  /** Opens only at the seat where the pair was made. */
  readonly mark: string
}

export interface GenerationRow {
  readonly id: string
  readonly publicKey: string
  /** 1: somebody who was part of it is not any more. */
  readonly stale: number
}

const holderColumns = `staff_id AS staffId, public_key AS publicKey, private_key AS privateKey, recipe, mark`

export const holders = (db: ReadableDb): HolderRow[] => db.all(`SELECT ${holderColumns} FROM escrow_holder`)

export const holderOf = (db: ReadableDb, staffId: string): HolderRow | undefined =>
  db.get(`SELECT ${holderColumns} FROM escrow_holder WHERE staff_id = ?`, [staffId])

export function setHolder(db: WritableDb, { staffId, publicKey, privateKey, recipe, mark }: HolderRow): void {
  dropHolder(db, staffId)
  db.run(
    'INSERT INTO escrow_holder (staff_id, public_key, private_key, recipe, mark) VALUES (?, ?, ?, ?, ?)',
    [staffId, publicKey, privateKey, recipe, mark],
  )
}

/** The person's key and all that was sealed for it; what is left of the generation is stale then. */
export function dropHolder(db: WritableDb, staffId: string): void {
  const gone = db.run('DELETE FROM escrow_pair WHERE one = ? OR other = ?', [staffId, staffId])
  if (gone > 0) db.run('UPDATE escrow_generation SET stale = 1')
  db.run('DELETE FROM escrow_holder WHERE staff_id = ?', [staffId])
}

export const generation = (db: ReadableDb): GenerationRow | undefined =>
  db.get('SELECT id, public_key AS publicKey, stale FROM escrow_generation')

export const pairs = (db: ReadableDb): Pair[] => db.all('SELECT one, other FROM escrow_pair')

/** The private half of the generation, sealed to the one and then to the other. */
export const sealedFor = (db: ReadableDb, { one, other }: Pair): string | undefined =>
  db.get<{ sealed: string }>('SELECT sealed FROM escrow_pair WHERE one = ? AND other = ?', [one, other])
    ?.sealed

/** Nothing of the generation before is left: its rows are overwritten (`secure_delete`). */
export function dropGeneration(db: WritableDb): void {
  db.run('UPDATE child_key SET escrow_id = NULL, escrowed = NULL WHERE escrow_id IS NOT NULL')
  db.run('DELETE FROM escrow_pair')
  db.run('DELETE FROM escrow_generation')
}

export function addGeneration(
  db: WritableDb,
  { id, publicKey }: Pick<GenerationRow, 'id' | 'publicKey'>,
  sealed: readonly (Pair & { readonly sealed: string })[],
): void {
  db.run('INSERT INTO escrow_generation (id, public_key, stale) VALUES (?, ?, 0)', [id, publicKey])
  for (const pair of sealed)
    db.run('INSERT INTO escrow_pair (one, other, sealed) VALUES (?, ?, ?)', [
      pair.one,
      pair.other,
      pair.sealed,
    ])
}

export function setEscrowed(db: WritableDb, keyId: string, escrowId: string, escrowed: string): void {
  db.run('UPDATE child_key SET escrow_id = ?, escrowed = ? WHERE id = ?', [escrowId, escrowed, keyId])
}

/** Keys that this generation does not hold. */
export const unescrowed = (db: ReadableDb, escrowId: string): { id: string }[] =>
  db.all('SELECT id FROM child_key WHERE escrow_id IS NOT ?', [escrowId])

/** A child's keys as this generation holds them. */
export const escrowedOf = (
  db: ReadableDb,
  childId: string,
  escrowId: string,
): { id: string; escrowed: string }[] =>
  db.all('SELECT id, escrowed FROM child_key WHERE child_id = ? AND escrow_id = ?', [childId, escrowId])

/** Whose PIN somebody else chose. */
export const isGiven = (db: ReadableDb, staffId: string): boolean =>
  db.get('SELECT 1 FROM pin_given WHERE staff_id = ?', [staffId]) !== undefined

export function setGiven(db: WritableDb, staffId: string, given: boolean): void {
  db.run(
    given
      ? 'INSERT INTO pin_given (staff_id) VALUES (?) ON CONFLICT DO NOTHING'
      : 'DELETE FROM pin_given WHERE staff_id = ?',
    [staffId],
  )
}
