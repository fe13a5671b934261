import type { ElectronApplication } from '@playwright/test'
import { keyFor, keyIdOf, openText } from '#core/keys/seal.ts'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { patience } from './patience.ts'
import { killAll, processTree } from './process-tree.ts'

/** The folder of the real room in a data folder. */
export const roomOf = (userData: string): string => join(userData, 'room')
export const databaseOf = (userData: string): string => join(roomOf(userData), 'room.sqlite')

/** The database of a room whose program runs and writes, too: each waits for the other as long as any wait may last. */
export const databaseBeside = (userData: string): DatabaseSync =>
  new DatabaseSync(databaseOf(userData), { timeout: patience })

/** Ends the whole app at once, as the power does; resolves when Playwright has seen it. */
export async function cutPower(app: ElectronApplication): Promise<void> {
  const gone = new Promise<void>((done) => void app.once('close', () => done()))
  killAll(processTree(app.process().pid ?? 0))
  await gone
}

/**
 * A copy of a data folder's room, taken while its process stands still: what `kill -9` at this moment would leave. The
 * program goes on afterwards and never knew.
 */
export function snapshot(app: ElectronApplication, userData: string): string {
  const pid = app.process().pid ?? 0
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-cut-'))
  process.kill(pid, 'SIGSTOP')
  try {
    cpSync(roomOf(userData), roomOf(folder), { recursive: true, filter: (file) => !file.includes('backups') })
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  return folder
}

export interface Room {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the columns
  readonly all: <T>(sql: string, ...values: SQLInputValue[]) => T[]
  readonly one: (sql: string, ...values: SQLInputValue[]) => number
  /** What was sealed for that place of a page, with the secret of the seat at hand; throws where it does not open. */
  readonly unseal: (place: string, sealed: string) => string
}

/** Reads a copy of the room as it lies on the disk, with a SQLite of its own: the app is not asked. */
export function readRoom<T>(userData: string, read: (room: Room) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-read-'))
  try {
    cpSync(roomOf(userData), folder, {
      recursive: true,
      filter: (file) => !/(backups|media|-shm)$/.test(file),
    })
    const raw = new DatabaseSync(join(folder, 'room.sqlite'))
    try {
      const all = <R>(sql: string, ...values: SQLInputValue[]) => raw.prepare(sql).all(...values) as R[]
      const one = (sql: string, ...values: SQLInputValue[]) =>
        Number(Object.values(raw.prepare(sql).get(...values) ?? {})[0] ?? Number.NaN)
      const unseal = (place: string, sealed: string): string => {
        const wrapping = keyFor('child-key', readFileSync(join(folder, 'keys', 'secret.key')))
        const id = keyIdOf(sealed) ?? ''
        const file = JSON.parse(readFileSync(join(folder, 'keys', 'children', `${id}.json`), 'utf8')) as {
          bySeat: string
        }
        const key = openText(wrapping, `child-key/${id}`, file.bySeat)
        const text = openText(Buffer.from(key ?? '', 'base64'), place, sealed)
        if (text === undefined) throw new Error(`${place} does not open`)
        return text
      }
      return read({ all, one, unseal })
    } finally {
      raw.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const counted = `SELECT day, child_id, activity,
    sum(CASE WHEN kind IN ('activity', 'session-end') THEN length_ms ELSE 0 END) AS ms,
    sum(kind = 'activity' OR (kind = 'session-begin' AND detail IS NOT 'continues')) AS times,
    sum(kind = 'session-end' AND detail IS 'power-cut') AS cuts, sum(kind = 'sum') AS sums,
    sum(kind = 'diary-page' AND detail IS 'new') AS pages
  FROM usage_event GROUP BY day, child_id, activity`
const days = 'SELECT day, child_id, activity, ms, times, cuts, sums, pages FROM usage_day'

/** Days' counts that are not those of their events: none, always. */
export const miscounted = ({ all }: Room): unknown[] =>
  all(
    `SELECT * FROM (${counted} EXCEPT ${days}) UNION ALL SELECT * FROM (${days} EXCEPT SELECT * FROM (${counted}))`,
  )

/** The first complaints about the file, `ok` when it is sound. */
export const soundness = ({ all }: Room): string =>
  all<{ integrity_check: string }>('PRAGMA integrity_check')
    .map((row) => row.integrity_check)
    .join()
