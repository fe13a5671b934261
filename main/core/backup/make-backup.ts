import { existsSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import type { Clock } from '../kernel/clock.ts'
import { makeFolder } from '../kernel/make-folder.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { codeOf, storageProblem, type StorageProblem } from '../kernel/storage-problem.ts'
import { BUSY_TIMEOUT, setReadingPragmas } from '../db/pragmas.ts'
import { backupFile, backupsToKeep, readBackupFile, type BackupName } from './backup-rules.ts'
import { ASIDE, backupsIn, digestOf, flush, sweep } from './files.ts'
import { makingRoom } from './room-rules.ts'
import { copyFault, inventory, makeWhole, type Inventory } from './verify.ts'

export type BackupProblem =
  | { readonly kind: StorageProblem }
  | { readonly kind: 'stopped' }
  /** The copy is not sound; most often because the database is not. */
  | { readonly kind: 'unsound'; readonly detail: string }

export interface BackupParts {
  /** The database, open elsewhere or not. */
  readonly path: string
  /** Where backups lie; made when it is not there. */
  readonly folder: string
  readonly clock: Pick<Clock, 'wall' | 'certain'>
}

export interface Watching {
  /** 0 to 1, of the pages copied. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/**
 * Copies the database as it stands now, without stopping its writers, and verifies the copy before it gets its name.
 * Opens a connection of its own; meant for a worker thread. One at a time in a
 * folder: the house sees to it. Rotates by time that is certain, and drops the oldest where the disk grows full.
 */
export async function makeBackup(
  parts: BackupParts,
  watching: Watching = {},
): Promise<Result<BackupName, BackupProblem>> {
  return guarded(parts, async (aside) => {
    const raw = openSource(parts.path)
    try {
      setReadingPragmas(raw)
      // One snapshot for counting and copying: otherwise every write of another connection starts the copy again.
      raw.exec('BEGIN')
      const expected = inventory(raw)
      await raw.backup(aside, { progress: (pages) => watch(pages, watching) })
      return expected
    } finally {
      raw.close()
    }
  })
}

const PAGES_AT_ONCE = 2000

class Stopped extends Error {}

function watch(
  { totalPages, remainingPages }: { totalPages: number; remainingPages: number },
  watching: Watching,
): number {
  if (watching.signal?.aborted) throw new Stopped()
  watching.onProgress?.(totalPages === 0 ? 1 : 1 - remainingPages / totalPages)
  return PAGES_AT_ONCE
}

/** The same before a migration, when nobody else has the database open and nothing may happen in between. */
export function makeBackupNow(parts: BackupParts): Result<BackupName, BackupProblem> {
  const begun = begin(parts)
  if (!begun.ok) return begun
  const aside = begun.value
  try {
    const raw = openSource(parts.path)
    try {
      const expected = inventory(raw)
      raw.prepare('VACUUM INTO ?').run(aside)
      return finish(parts, aside, expected)
    } finally {
      raw.close()
    }
  } catch (error) {
    return failed(aside, error)
  }
}

async function guarded(
  parts: BackupParts,
  copy: (aside: string) => Promise<Inventory>,
): Promise<Result<BackupName, BackupProblem>> {
  const begun = begin(parts)
  if (!begun.ok) return begun
  if (!makeRoom(parts)) return err({ kind: 'disk-full' })
  try {
    return finish(parts, begun.value, await copy(begun.value))
  } catch (error) {
    return failed(begun.value, error)
  }
}

function openSource(path: string): Database {
  return new BetterSqlite3(path, { readonly: true, timeout: BUSY_TIMEOUT, fileMustExist: true })
}

function begin({ folder }: BackupParts): Result<string, BackupProblem> {
  const aside = join(folder, `${ASIDE}${process.pid}`)
  try {
    makeFolder(folder)
    sweep(folder)
    return ok(aside)
  } catch (error) {
    return failed(aside, error)
  }
}

/** The same before a migration would keep a room shut that could well open: there SQLite's own word counts. */
function makeRoom({ path, folder }: BackupParts): boolean {
  const { bavail, bsize } = statfsSync(folder)
  const need = sizeOf(path) + sizeOf(`${path}-wal`)
  const backups = backupsIn(folder).map((name) => ({ ...name, bytes: sizeOf(join(folder, name.file)) }))
  const dropped = makingRoom(backups, { need, free: bavail * bsize })
  for (const { file } of dropped ?? []) rmSync(join(folder, file), { force: true })
  return dropped !== undefined
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

function finish(
  { folder, clock }: BackupParts,
  aside: string,
  expected: Inventory,
): Result<BackupName, BackupProblem> {
  makeWhole(aside)
  flush(aside)
  const fault = copyFault(aside, expected)
  if (fault !== undefined) {
    remove(aside)
    return err({ kind: 'unsound', detail: fault })
  }
  const number = (backupsIn(folder)[0]?.number ?? 0) + 1
  const file = backupFile(number, clock.wall(), digestOf(aside))
  renameSync(aside, join(folder, file))
  flush(folder)
  const certain = clock.certain()
  if (certain > 0) rotate(folder, certain)
  const made = readBackupFile(file)
  if (!made) throw new Error(`${file} is no name of a backup`)
  return ok(made)
}

function rotate(folder: string, now: number): void {
  const all = backupsIn(folder)
  const kept = new Set(backupsToKeep(all, now).map(({ file }) => file))
  for (const { file } of all) if (!kept.has(file)) rmSync(join(folder, file), { force: true })
}

function remove(aside: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(aside + end, { force: true })
}

function failed(aside: string, error: unknown): Result<never, BackupProblem> {
  remove(aside)
  if (error instanceof Stopped) return err({ kind: 'stopped' })
  const kind = storageProblem(error)
  if (kind) return err({ kind })
  const code = codeOf(error) ?? ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return err({ kind: 'unsound', detail: String(error) })
  throw error
}
