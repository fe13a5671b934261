import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { plainDb, type PlainDb } from '#core/db/connection.ts'
import { applicationId, firstDamage, schemaVersion, tableNames } from '#core/db/identity.ts'
import { migrate } from '#core/db/migrate.ts'
import { BUSY_TIMEOUT, setWritingPragmas } from '#core/db/pragmas.ts'
import { makeFolder } from '#core/kernel/make-folder.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { callMigrations } from './migrations/index.ts'

/** "HHcs": a seat's database is never taken for the call server's, nor the other way round. */
const CALL_APPLICATION_ID = 0x48_48_63_73

/** Where the database lies in the state folder. */
export const databaseOf = ({ state }: { readonly state: string }): string => join(state, 'calls.sqlite')

/** Opens the call server's database, or makes it. The error is a sentence for the operator; a refused file is left as it is. */
export function openCallDatabase(path: string): Result<PlainDb, string> {
  if (path !== ':memory:') makeFolder(dirname(path))
  const there = path !== ':memory:' && existsSync(path) && statSync(path).size > 0
  const raw = new BetterSqlite3(path, { timeout: BUSY_TIMEOUT })
  try {
    const problem = (there && refusal(raw)) || prepare(raw)
    if (!problem) return ok(plainDb(raw))
    raw.close()
    return err(`${path} ${problem}`)
  } catch (error) {
    raw.close()
    return err(`${path} cannot be opened: ${String(error)}`)
  }
}

function refusal(raw: Database): string | undefined {
  const id = applicationId(raw)
  if (id === 0 && schemaVersion(raw) === 0 && tableNames(raw).length === 0) return undefined
  if (id !== CALL_APPLICATION_ID) return 'belongs to another program'
  const damage = firstDamage(raw)
  if (damage !== undefined) return `is damaged: ${damage}`
  const newest = callMigrations.at(-1)?.version ?? 0
  return schemaVersion(raw) > newest ? 'was written by a later version of this program' : undefined
}

function prepare(raw: Database): string | undefined {
  setWritingPragmas(raw)
  const migrated = migrate(raw, callMigrations, CALL_APPLICATION_ID)
  return migrated.ok ? undefined : `could not be brought to this version: ${migrated.error.detail}`
}
