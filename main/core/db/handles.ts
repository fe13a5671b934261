import type { Database } from 'better-sqlite3'
import { createChangeLog, type ChangeLog, type ChangeLogParts } from './change-log.ts'
import { plainDb, type PlainDb } from './connection.ts'

export type { ReadableDb } from './connection.ts'

/** The handle of a store that writes. */
export interface WritableDb extends PlainDb {
  /** The way of rows that other seats may see. */
  readonly shared: ChangeLog
}

/** Wraps an opened connection for writing, with the change log of this seat. */
export function writableDb(raw: Database, parts: ChangeLogParts): WritableDb {
  const plain = plainDb(raw)
  return { ...plain, shared: createChangeLog(plain, parts) }
}
