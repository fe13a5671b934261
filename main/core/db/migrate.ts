import type { Database } from 'better-sqlite3'
import { storageProblem } from '../kernel/storage-problem.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { APPLICATION_ID, schemaVersion } from './identity.ts'
import type { Migration } from './migrations/index.ts'

export interface MigrationFailure {
  readonly version: number
  readonly name: string
  readonly detail: string
}

/**
 * Brings a database to the last migration given, each in a transaction of its own together with its number: a power cut
 * leaves the version before or the version after. Throws storage problems (full, read-only); anything else that goes
 * wrong is a failure value, and the version before it stands.
 */
export function migrate(
  raw: Database,
  migrations: readonly Migration[],
  applicationId = APPLICATION_ID,
): Result<number, MigrationFailure> {
  const pending = migrations.filter(({ version }) => version > schemaVersion(raw))
  if (pending.length === 0) return ok(schemaVersion(raw))
  // DROP TABLE deletes row by row and would cascade into other tables while one is rebuilt; checked as a whole instead.
  const enforced = raw.pragma('foreign_keys', { simple: true })
  raw.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) {
      const detail = runOne(raw, migration, applicationId)
      if (detail !== undefined) return err({ version: migration.version, name: migration.name, detail })
    }
    return ok(schemaVersion(raw))
  } finally {
    raw.pragma(`foreign_keys = ${String(enforced)}`)
  }
}

function runOne(raw: Database, { version, sql }: Migration, applicationId: number): string | undefined {
  const before = schemaVersion(raw)
  if (version !== before + 1) throw new Error(`Migration ${version} cannot follow version ${before}`)
  try {
    raw
      .transaction(() => {
        raw.exec(sql)
        const dangling = raw.pragma('foreign_key_check') as { table: string; parent: string }[]
        const first = dangling[0]
        if (first)
          throw new Error(
            `${dangling.length} rows point nowhere, first from ${first.table} to ${first.parent}`,
          )
        raw.pragma(`user_version = ${version}`)
        raw.pragma(`application_id = ${applicationId}`)
      })
      .immediate()
    return undefined
  } catch (error) {
    if (storageProblem(error) || !(error instanceof Error)) throw error
    return error.message
  }
}
