import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { makeFolder } from '../kernel/make-folder.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { codeOf, storageProblem, type StorageProblem } from '../kernel/storage-problem.ts'
import { readableDb, type ReadableDb } from './connection.ts'
import { writableDb, type WritableDb } from './handles.ts'
import { APPLICATION_ID, applicationId, firstDamage, schemaVersion, tableNames } from './identity.ts'
import { holdMergedRows, releaseMergedRows } from './merged-rows.ts'
import { migrate } from './migrate.ts'
import { migrations as houseMigrations, type Migration } from './migrations/index.ts'
import { BUSY_TIMEOUT, setReadingPragmas, setWritingPragmas } from './pragmas.ts'
import { houseTables, type TableRegistry } from './shared-tables.ts'

export type OpenProblem =
  | { readonly kind: StorageProblem }
  /** A sound SQLite file of another program; it is left as it is. */
  | { readonly kind: 'foreign'; readonly applicationId: number }
  /** Written by a later version of this program; it is left as it is. */
  | { readonly kind: 'newer'; readonly found: number; readonly supported: number }
  | { readonly kind: 'damaged'; readonly detail: string }
  | {
      readonly kind: 'migration-failed'
      readonly version: number
      readonly name: string
      readonly detail: string
    }

export interface OpenParts {
  /** The file, or `:memory:`. Its folder is made when it is not there. */
  readonly path: string
  readonly clock: Clock
  readonly seat: string
  readonly newId: NewId
  readonly log: Log
  /** Where backups lie: an empty or missing file beside backups is damage, not a beginning. A backup goes there before a migration. */
  readonly backups?: Backups
  readonly migrations?: readonly Migration[]
  readonly tables?: TableRegistry
}

/** What opening needs of the backups; `main/core/backup` gives it, this room does not know how. */
export interface Backups {
  exist(): boolean
  /** A verified copy, made now; returns when it is on disk. */
  beforeMigration(path: string): Result<string, OpenProblem>
}

/**
 * Every page is checked up to this size on each open, and up to the larger one after an unclean end: 187 MB took 0.9 s here,
 * and a child waits. What lies above is checked with each hourly backup.
 */
const ALWAYS_CHECKED = 32 * 2 ** 20
const CHECKED_AFTER_CUT = 256 * 2 ** 20

/** Opens the database of this seat, or makes it; brings it to the newest schema. Never changes a file that it refuses. */
export function openDatabase(parts: OpenParts): Result<WritableDb, OpenProblem> {
  let raw: Database | undefined
  try {
    const before = stateOf(parts.path)
    if (
      before.kind === 'lost' ||
      (before.kind === 'new' && parts.path !== ':memory:' && parts.backups?.exist())
    ) {
      return err({ kind: 'damaged', detail: 'the file is empty or gone' })
    }
    if (parts.path !== ':memory:') makeFolder(dirname(parts.path))
    const refused = lookedAt(before, parts)
    if (refused !== 'not-looked-at' && refused) return err(refused)
    raw = new BetterSqlite3(parts.path, { timeout: BUSY_TIMEOUT })
    const problem =
      (refused === 'not-looked-at' ? refusal(raw, before, parts) : undefined) ?? prepare(raw, parts)
    if (!problem) return ok(handOut(raw, parts))
    raw.close()
    return err(problem)
  } catch (error) {
    raw?.close()
    const problem = openProblem(error, parts.path)
    parts.log.error('The database could not be opened', { problem, error })
    return err(problem)
  }
}

/** A second connection that only reads, for reports and worker threads. The database has been opened before. */
export function openReadable(path: string): ReadableDb {
  const raw = new BetterSqlite3(path, { readonly: true, timeout: BUSY_TIMEOUT })
  setReadingPragmas(raw)
  return readableDb(raw)
}

type Before =
  | { readonly kind: 'new' }
  /** Empty or gone beside a journal that holds something: what was in it is lost. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'there'; readonly size: number; readonly unclean: boolean }

function stateOf(path: string): Before {
  if (path === ':memory:') return { kind: 'new' }
  const size = existsSync(path) ? statSync(path).size : 0
  const journal = `${path}-wal`
  const unclean = existsSync(journal) && statSync(journal).size > 0
  if (size > 0) return { kind: 'there', size, unclean }
  return { kind: unclean ? 'lost' : 'new' }
}

/**
 * The same through a connection that cannot write: one that can would, when it is closed again, move the journal into a file
 * that was refused. Some files cannot be read so, such as one with an old journal to roll back.
 */
function lookedAt(before: Before, parts: OpenParts): OpenProblem | undefined | 'not-looked-at' {
  if (before.kind !== 'there') return undefined
  let raw: Database | undefined
  try {
    raw = new BetterSqlite3(parts.path, { readonly: true, timeout: BUSY_TIMEOUT })
    return refusal(raw, before, parts)
  } catch (error) {
    if (/^SQLITE_(READONLY|CANTOPEN)/.test(codeOf(error) ?? '')) return 'not-looked-at'
    throw error
  } finally {
    raw?.close()
  }
}

/** Why this file is none that we may write to; looked at before anything in it is changed. */
function refusal(
  raw: Database,
  before: Before,
  { backups, migrations = houseMigrations }: OpenParts,
): OpenProblem | undefined {
  if (before.kind !== 'there') return undefined
  const tables = tableNames(raw)
  const id = applicationId(raw)
  if (id === 0 && schemaVersion(raw) === 0 && tables.length === 0) {
    // Our own first start, cut short before its first migration; unless there was more once.
    return backups?.exist() ? { kind: 'damaged', detail: 'the database is empty' } : undefined
  }
  if (id !== APPLICATION_ID) return { kind: 'foreign', applicationId: id }
  if (before.size <= (before.unclean ? CHECKED_AFTER_CUT : ALWAYS_CHECKED)) {
    const detail = firstDamage(raw)
    if (detail !== undefined) return { kind: 'damaged', detail }
  }
  const found = schemaVersion(raw)
  const supported = migrations.at(-1)?.version ?? 0
  return found > supported ? { kind: 'newer', found, supported } : undefined
}

function prepare(raw: Database, parts: OpenParts): OpenProblem | undefined {
  setWritingPragmas(raw)
  const migrations = parts.migrations ?? houseMigrations
  const from = schemaVersion(raw)
  if (from > 0 && from < (migrations.at(-1)?.version ?? 0) && parts.backups) {
    const backup = parts.backups.beforeMigration(parts.path)
    if (!backup.ok) return backup.error
    parts.log.info('A backup was made before migrating', { from, file: backup.value })
  }
  if (from < (migrations.at(-1)?.version ?? 0)) releaseMergedRows(raw)
  const migrated = migrate(raw, migrations)
  if (!migrated.ok) return { kind: 'migration-failed', ...migrated.error }
  holdMergedRows(raw)
  raw.prepare(`INSERT INTO meta (key, value) VALUES ('log', ?) ON CONFLICT DO NOTHING`).run(parts.newId())
  return undefined
}

function handOut(raw: Database, { clock, seat, tables = houseTables }: OpenParts): WritableDb {
  return writableDb(raw, { clock, seat, tables })
}

function openProblem(error: unknown, path: string): OpenProblem {
  const code = codeOf(error) ?? ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return { kind: 'damaged', detail: String(error) }
  const storage = storageProblem(error)
  if (storage) return { kind: storage }
  if (code.startsWith('SQLITE_CANTOPEN')) return { kind: isDirectory(path) ? 'io-error' : 'read-only' }
  throw error
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}
