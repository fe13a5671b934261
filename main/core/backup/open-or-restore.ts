import { err, ok, type Result } from '../kernel/result.ts'
import { storageProblem } from '../kernel/storage-problem.ts'
import { openDatabase, type Backups, type OpenParts, type OpenProblem } from '../db/open.ts'
import type { WritableDb } from '../db/handles.ts'
import type { BackupName } from './backup-rules.ts'
import { backupsIn } from './files.ts'
import { makeBackupNow } from './make-backup.ts'
import { restore, setAside } from './restore.ts'

/** How the room came to its database; staff are told of everything but `opened`. */
export type Opening =
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'restored'
      readonly why: OpenProblem
      readonly from: BackupName
      readonly aside: readonly string[]
    }
  /** Nothing to restore from: the room begins anew beside what was set aside. */
  | { readonly kind: 'begun-anew'; readonly why: OpenProblem; readonly aside: readonly string[] }

export interface RoomParts extends Omit<OpenParts, 'backups'> {
  /** Where backups lie. */
  readonly folder: string
  /** A newer program wrote here and did not prove itself: what it left is set aside, and the backup that it made before it began takes its place. */
  readonly isBackFromUpdate?: boolean
}

/**
 * Opens the database; when it is damaged, gone or another program's, sets it aside and puts the newest verified backup in
 * its place. What else keeps it from opening (a full or read-only disk, a newer schema, a lock) is left for people to mend.
 */
export function openOrRestore(
  parts: RoomParts,
): Result<{ readonly db: WritableDb; readonly opening: Opening }, OpenProblem> {
  const withBackups: OpenParts = { ...parts, backups: backupsOf(parts) }
  const first = openDatabase(withBackups)
  if (first.ok) return ok({ db: first.value, opening: { kind: 'opened' } })
  const why = first.error
  const isLeft = why.kind === 'newer' && parts.isBackFromUpdate
  if (why.kind !== 'damaged' && why.kind !== 'foreign' && !isLeft) return first
  parts.log.error('The database is set aside', { why })
  const restored = restore({ ...parts, ...(why.kind === 'newer' && { newest: why.supported }) })
  if (restored.ok) {
    const second = openDatabase(withBackups)
    return second.ok
      ? ok({ db: second.value, opening: { kind: 'restored', why, ...restored.value } })
      : second
  }
  // Never anew beside data that a program can read.
  if (why.kind === 'newer') return first
  if (restored.error.kind !== 'no-backup') return err(restored.error)
  return beginAnew(parts, why)
}

function beginAnew(parts: RoomParts, why: OpenProblem): ReturnType<typeof openOrRestore> {
  try {
    const aside = setAside(parts.path, why.kind === 'foreign' ? 'foreign' : 'damaged', parts.clock)
    // Without the backups: there are none that could be used, and the empty place is meant.
    const anew = openDatabase(parts)
    return anew.ok ? ok({ db: anew.value, opening: { kind: 'begun-anew', why, aside } }) : anew
  } catch (error) {
    const kind = storageProblem(error)
    if (kind) return err({ kind })
    throw error
  }
}

function backupsOf({ folder, clock }: RoomParts): Backups {
  return {
    exist: () => backupsIn(folder).length > 0,
    beforeMigration: (path) => {
      const made = makeBackupNow({ path, folder, clock })
      if (made.ok) return ok(made.value.file)
      if (made.error.kind === 'unsound') return err({ kind: 'damaged', detail: made.error.detail })
      if (made.error.kind === 'stopped') throw new Error('Nothing stops a backup before a migration')
      return err({ kind: made.error.kind })
    },
  }
}
