import { existsSync } from 'node:fs'
import type { WritableDb } from '../db/handles.ts'
import { openReadable } from '../db/open.ts'

const reading = `SELECT value FROM meta WHERE key = 'seat'`

/** The seat's id as its database keeps it, for a machine that lost its settings; undefined when there is none to read. */
export function seatOf(path: string): string | undefined {
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
