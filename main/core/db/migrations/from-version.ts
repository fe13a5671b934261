import BetterSqlite3, { type Database } from 'better-sqlite3'
import { migrate } from '../migrate.ts'
import { setWritingPragmas } from '../pragmas.ts'
import { migrations } from './index.ts'

/** A `:memory:` database as it stood at a version, for putting rows in before the next migration is tried on them. */
export function databaseAt(version: number): Database {
  const raw = new BetterSqlite3(':memory:')
  setWritingPragmas(raw)
  migrateTo(raw, version)
  return raw
}

/** Runs the migrations up to and with this one, as opening would. Throws when one fails. */
export function migrateTo(raw: Database, version: number): void {
  const migrated = migrate(
    raw,
    migrations.filter((migration) => migration.version <= version),
  )
  if (!migrated.ok) throw new Error(`Migration ${migrated.error.version}: ${migrated.error.detail}`)
}
