import { existsSync, statSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { backupsIn } from '#core/backup/files.ts'
import { inventory } from '#core/backup/verify.ts'
import { firstDamage } from '#core/db/identity.ts'
import { BUSY_TIMEOUT } from '#core/db/pragmas.ts'
import { readMachine, type SystemPlaces } from './machine.ts'
import type { MachineReadings, RoomReadings } from './readings.ts'

export interface ReadSeatInput {
  readonly database: string
  readonly backups: string
  readonly folder: string
  /** Reads every page of the database; without it that is not looked at. */
  readonly whole: boolean
  readonly places?: SystemPlaces
}

export interface SeatReadings extends MachineReadings {
  readonly database: RoomReadings['database'] | 'not-asked'
  readonly copies: RoomReadings['copies']
}

/** Looks at the machine and at what lies on its disk. Meant for a thread: it waits for the disk. */
export async function readSeat({
  database,
  backups,
  folder,
  whole,
  places,
}: ReadSeatInput): Promise<SeatReadings> {
  const machine = await readMachine(folder, places)
  return { ...machine, database: whole ? readDatabase(database) : 'not-asked', copies: readCopies(backups) }
}

function readDatabase(path: string): RoomReadings['database'] {
  if (!existsSync(path)) return 'none'
  try {
    const raw = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT })
    try {
      const damage = firstDamage(raw) ?? null
      const rows = damage === null ? Object.values(inventory(raw).rows) : []
      return { damage, rows: rows.reduce((sum, one) => sum + one, 0), bytes: statSync(path).size }
    } finally {
      raw.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    // Somebody holds it just now, as at the end of a backup.
    return code.startsWith('SQLITE_BUSY') ? null : { damage: code, rows: 0, bytes: 0 }
  }
}

function readCopies(folder: string): RoomReadings['copies'] {
  try {
    const all = backupsIn(folder)
    return { count: all.length, newestAt: all[0]?.at ?? null }
  } catch {
    return null
  }
}
