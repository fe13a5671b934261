import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupsIn } from '../backup/files.ts'
import type { WritableDb } from '../db/handles.ts'
import { openReadable } from '../db/open.ts'
import type { RoomFiles } from './room-files.ts'

const reading = `SELECT value FROM meta WHERE key = 'seat'`

/**
 * The seat's id as its room keeps it, for a machine that lost its settings; undefined when there is none to read. What spoilt the
 * settings may have spoilt the database too: a backup will take its place, and the seat stays the same.
 */
export function seatOf({ database, backups }: Pick<RoomFiles, 'database' | 'backups'>): string | undefined {
  for (const path of [database, ...backupFiles(backups)]) {
    const seat = seatIn(path)
    if (seat !== undefined) return seat
  }
  return undefined
}

/** Newest first; none from a folder that cannot be read, as opening the room will say. */
function backupFiles(folder: string): readonly string[] {
  try {
    return backupsIn(folder).map(({ file }) => join(folder, file))
  } catch {
    return []
  }
}

function seatIn(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  try {
    const db = openReadable(path)
    try {
      return db.get<{ value: string }>(reading)?.value
    } finally {
      db.close()
    }
  } catch {
    // Damaged, foreign or locked: opening it properly will say so.
    return undefined
  }
}

/** Mirrors the seat's id into its database. */
export function keepSeat(db: WritableDb, seat: string): void {
  if (db.get<{ value: string }>(reading)?.value === seat) return
  db.run(
    `INSERT INTO meta (key, value) VALUES ('seat', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    [seat],
  )
}
