import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { APPLICATION_ID, applicationId, firstDamage, schemaVersion, tableNames } from '../db/identity.ts'
import type { BackupName } from './backup-rules.ts'
import { backupsIn, digestOf } from './files.ts'

/** What a copy is compared by. */
export interface Inventory {
  readonly schema: number
  readonly rows: Readonly<Record<string, number>>
}

/** Counts every table. Call inside a transaction, so that the counts belong together. */
export function inventory(raw: Database): Inventory {
  const count = (table: string) => Number(raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  return {
    schema: schemaVersion(raw),
    rows: Object.fromEntries(tableNames(raw).map((table) => [table, count(table)])),
  }
}

/** Makes a copy one file that needs none beside it, wherever it is carried. */
export function makeWhole(path: string): void {
  const raw = new BetterSqlite3(path, { fileMustExist: true })
  try {
    raw.pragma('journal_mode = DELETE')
  } finally {
    raw.close()
  }
}

/** Why a finished copy is not one to rely on; undefined when it is. Reads every page; leaves nothing beside the file. */
export function copyFault(path: string, expected?: Inventory): string | undefined {
  let raw: Database | undefined
  try {
    raw = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
    if (applicationId(raw) !== APPLICATION_ID) return 'not a database of this program'
    const damage = firstDamage(raw)
    if (damage !== undefined) return damage
    if (expected === undefined) return undefined
    const found = JSON.stringify(inventory(raw))
    return found === JSON.stringify(expected)
      ? undefined
      : `holds ${found} instead of ${JSON.stringify(expected)}`
  } catch (error) {
    return String(error)
  } finally {
    raw?.close()
  }
}

/** The newest backup whose bytes are those that were verified when it was made, and that opens; undefined when there is none.
 * Reads it whole (187 MB: 0.9 s). With `newest` only those whose form is no newer. */
export function newestVerifiedBackup(folder: string, newest = Infinity): BackupName | undefined {
  return backupsIn(folder).find(
    ({ file, digest }) => isUnchanged(join(folder, file), digest) && formOf(join(folder, file)) <= newest,
  )
}

function formOf(path: string): number {
  const raw = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  try {
    return schemaVersion(raw)
  } finally {
    raw.close()
  }
}

function isUnchanged(path: string, digest: string): boolean {
  try {
    return digestOf(path) === digest && copyFault(path) === undefined
  } catch {
    // A backup on a bad sector does not keep an older one from being used.
    return false
  }
}
