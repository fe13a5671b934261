import { existsSync, readFileSync, statSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import BetterSqlite3, { type Database } from 'better-sqlite3'
import { strToU8, zipSync } from 'fflate/browser'
import type { HealthLook } from '#contract/health.ts'
import { inventory } from '#core/backup/verify.ts'
import { BUSY_TIMEOUT } from '#core/db/pragmas.ts'
import { cleanLog, masked } from './bundle-rules.ts'

export interface BundleInput {
  readonly database: string
  readonly logs: readonly string[]
  readonly look: HealthLook
  readonly version: string
}

/** At most so much of the end of a log, bytes. */
const LOG_END = 400_000

/** Who is named in this room: none of them belongs in a bundle. */
const NAMES = `SELECT name AS word FROM child UNION SELECT given FROM child UNION SELECT name FROM contact UNION SELECT called FROM contact
  UNION SELECT phone.value FROM contact, json_each(contact.phones) AS phone UNION SELECT name FROM staff`

/**
 * A zip for whoever helps from afar: lamps, their history, how many rows each table has, the log without what anybody typed. Nothing in it is
 * a row of a person; and whatever names one of this room, is masked on top.
 */
export function makeBundle({ database, logs, look, version }: BundleInput): Uint8Array {
  const raw = new BetterSqlite3(database, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT })
  try {
    const names = namesIn(raw)
    const text = (value: unknown): Uint8Array =>
      strToU8(masked(typeof value === 'string' ? value : JSON.stringify(value, null, 2), names))
    const log = cleanLog(logs.map(endOf).join('\n'))
    return zipSync({
      'lamps.json': text(look),
      'history.json': text(
        raw.prepare('SELECT at, trusted, lamp, tone, says FROM health_turn ORDER BY rowid').all(),
      ),
      'trials.json': text(
        raw.prepare('SELECT at, trusted, device, result, level FROM health_trial ORDER BY rowid').all(),
      ),
      'seat.json': text({
        version,
        platform: process.platform,
        release: release(),
        processor: cpus()[0]?.model ?? null,
        memory: totalmem(),
        rows: inventory(raw),
      }),
      'log.txt': text([...log.lines, `(${log.left} lines left out)`].join('\n')),
    })
  } finally {
    raw.close()
  }
}

function namesIn(raw: Database): readonly string[] {
  const words = raw.prepare<[], string | null>(NAMES).pluck().all()
  // As it stands in plain text, and as JSON writes it.
  return words.flatMap((word) =>
    typeof word === 'string' ? [word.trim(), JSON.stringify(word.trim()).slice(1, -1)] : [],
  )
}

function endOf(path: string): string {
  if (!existsSync(path)) return ''
  const from = Math.max(0, statSync(path).size - LOG_END)
  return readFileSync(path).subarray(from).toString('utf8')
}
