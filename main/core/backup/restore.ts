import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Clock } from '../kernel/clock.ts'
import type { NewId } from '../kernel/ids.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { storageProblem, type StorageProblem } from '../kernel/storage-problem.ts'
import { fileStamp, type BackupName } from './backup-rules.ts'
import { flush } from './files.ts'
import { newestVerifiedBackup } from './verify.ts'

export interface RestoreParts {
  readonly path: string
  /** Where backups lie. */
  readonly folder: string
  readonly clock: Clock
  readonly newId: NewId
  /** Backups of a newer form than this are none for this program; what stands there is newer, not damaged. */
  readonly newest?: number
}

export interface Restored {
  readonly from: BackupName
  /** What the files that were there are called now; empty when there were none. */
  readonly aside: readonly string[]
}

export type RestoreProblem = { readonly kind: StorageProblem } | { readonly kind: 'no-backup' }

/**
 * Puts the newest verified backup in the place of a database that is damaged or gone. Nothing is deleted: the file and
 * its journals get other names. No connection may be open. A cut at any moment leaves a state that opening calls
 * damaged, so that the next start restores again.
 */
export function restore({
  path,
  folder,
  clock,
  newId,
  newest,
}: RestoreParts): Result<Restored, RestoreProblem> {
  const from = newestVerifiedBackup(folder, newest)
  if (!from) return err({ kind: 'no-backup' })
  const ready = `${path}.restoring`
  try {
    rmSync(ready, { force: true })
    copyFileSync(join(folder, from.file), ready)
    startNewLog(ready, newId)
    flush(ready)
    const aside = setAside(path, newest === undefined ? 'damaged' : 'newer', clock)
    renameSync(ready, path)
    flush(dirname(path))
    return ok({ from, aside })
  } catch (error) {
    rmSync(ready, { force: true })
    const kind = storageProblem(error)
    if (kind) return err({ kind })
    throw error
  }
}

/** Renames a database and its journals; their new names. The file goes first: without it the journals mean nothing. */
export function setAside(path: string, why: 'damaged' | 'foreign' | 'newer', clock: Clock): string[] {
  const stamp = fileStamp(clock.wall())
  const names = ['', '-wal', '-shm']
  let base = `${path}.${why}-${stamp}`
  for (let again = 2; names.some((end) => existsSync(base + end)); again++)
    base = `${path}.${why}-${stamp}-${again}`
  const aside: string[] = []
  for (const end of names) {
    if (!existsSync(path + end)) continue
    renameSync(path + end, base + end)
    aside.push(basename(base + end))
  }
  flush(dirname(path))
  return aside
}

// Others know positions and clock values of the log as it went on after the backup; it must not give them out again.
export function startNewLog(path: string, newId: NewId): void {
  const raw = new BetterSqlite3(path, { fileMustExist: true })
  try {
    raw.pragma('journal_mode = DELETE')
    raw.pragma('synchronous = FULL')
    raw.prepare(`UPDATE meta SET value = ? WHERE key = 'log'`).run(newId())
  } finally {
    raw.close()
  }
}
