import type { BackupName } from './backup-rules.ts'

/** Left free whatever is backed up: a copy must never take the place of what a child draws. Bytes. */
export const LEFT_FREE = 200 * 2 ** 20
/** Backups take at most this share of what is free or theirs already. */
export const MOST_SHARE = 0.5
/** Never dropped to make room: the new copy is not verified yet. */
export const NEVER_DROPPED = 2

export interface SizedBackup extends BackupName {
  readonly bytes: number
}

/**
 * Which backups go before one of `need` bytes is made, oldest first and as few as will do; undefined where it does not fit
 * whatever goes, and then nothing should. `free` and `need` in bytes.
 */
export function makingRoom(
  backups: readonly SizedBackup[],
  { need, free }: { readonly need: number; readonly free: number },
): readonly SizedBackup[] | undefined {
  const oldestFirst = backups.toSorted((a, b) => a.number - b.number)
  const all = oldestFirst.reduce((sum, { bytes }) => sum + bytes, 0)
  const most = (free + all) * MOST_SHARE
  const dropped: SizedBackup[] = []
  let gone = 0
  const fits = (): boolean => free + gone - need >= LEFT_FREE
  for (const backup of oldestFirst.slice(0, -NEVER_DROPPED)) {
    if (fits() && all - gone + need <= most) break
    dropped.push(backup)
    gone += backup.bytes
  }
  return fits() ? dropped : undefined
}
