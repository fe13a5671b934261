import { existsSync } from 'node:fs'
import { openReadable } from '../db/open.ts'

/** The seat's id as its database keeps it, for a machine that lost its settings; undefined when there is none to read. */
export function seatOf(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  try {
    const db = openReadable(path)
    try {
      return db.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'seat'`)?.value
    } finally {
      db.close()
    }
  } catch {
    // Damaged, foreign or locked: opening it properly will say so.
    return undefined
  }
}
