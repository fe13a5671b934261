import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { openDatabase } from '../db/open.ts'
import { newId } from '../kernel/ids.ts'
import { silentLog } from '../kernel/log.ts'
import { plainClock } from '../kernel/plain-clock.ts'
import { roomFiles } from '../house/room-files.ts'
import { keyFiles } from '../keys/key-files.ts'
import { keepSeatSecret } from '../keys/seat-secret.ts'
import { createWrapping } from '../keys/wrapping.ts'
import { furnishExample, type Furnished } from './furnish.ts'

export interface ExampleInput {
  /** Where the example room's database shall be; its folder is made when it is not there. */
  readonly path: string
  readonly seat: string
  /** UTC milliseconds: the history ends before. */
  readonly now: number
  /** Minutes east of UTC. */
  readonly offset: number
}

/**
 * Makes the example room, for a thread of its own: in a file beside, which gets its name once it is whole, so that a cut
 * leaves no half room. Null when there is a room already. Throws what the disk throws.
 */
export async function makeExample(
  { path, seat, now, offset }: ExampleInput,
  { onProgress }: { readonly onProgress?: (share: number) => void } = {},
): Promise<Furnished | null> {
  if (existsSync(path)) return null
  const aside = `${path}.part`
  for (const file of [aside, `${aside}-wal`, `${aside}-shm`]) rmSync(file, { force: true })
  const clock = plainClock({ wall: () => now })
  const opened = openDatabase({ path: aside, clock, seat, newId, log: silentLog })
  if (!opened.ok)
    throw Object.assign(new Error('The example room could not be made'), { problem: opened.error })
  const db = opened.value
  const ground = { db, clock, newId, random: Math.random, seat, log: silentLog, zoneOffset: () => offset }
  const { keys, childKeys } = roomFiles(dirname(path))
  const secret = keepSeatSecret(keys)
  const wrapping = createWrapping(secret, keyFiles(childKeys, { hurried: true }), silentLog)
  const furnished = await furnishExample(ground, { now, wrapping, ...(onProgress && { onProgress }) })
  db.close()
  foldJournal(aside)
  renameSync(aside, path)
  return furnished
}

// What the journal still holds would stay behind when the file is renamed.
function foldJournal(path: string): void {
  const raw = new BetterSqlite3(path)
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
}
