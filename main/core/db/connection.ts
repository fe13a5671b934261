import type { Database, Statement } from 'better-sqlite3'

/** What a column holds. Booleans are 0 and 1, times UTC milliseconds, lengths milliseconds. */
export type SqlValue = string | number | null | Uint8Array

/** By position (`?`) or by name (`:name`). */
export type SqlParams = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

/**
 * The type says whether a query writes: a store that only reads takes this one. Statements are prepared once and
 * kept. Throws on SQL that would write, on a writable connection too.
 */
export interface ReadableDb {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the query's columns
  get<T>(sql: string, params?: SqlParams): T | undefined
  all<T>(sql: string, params?: SqlParams): T[]
  /** Rows one by one, for tables too long to hold. No other statement may write until the loop has ended. */
  iterate<T>(sql: string, params?: SqlParams): IterableIterator<T>
  /** All reads inside see one state of the database. */
  snapshot<T>(read: () => T): T
  close(): void
}

/** A connection that may write, below the change log. */
export interface PlainDb extends ReadableDb {
  /** Rows changed. For rows that stay on this seat; rows that other seats may see go through `shared`. */
  run(sql: string, params?: SqlParams): number
  /** BEGIN IMMEDIATE, a savepoint when nested. Committed and on disk when it returns; rolled back when `work` throws. */
  transaction<T>(work: () => T): T
  /** Folds the journal into the file and empties it, so that no older state of a page is left there. */
  emptyJournal(): void
}

const none: SqlParams = []

/** Wraps an opened connection for reading. A connection opened read-only stays so: SQLite refuses writes itself. */
export function readableDb(raw: Database): ReadableDb {
  const statement = statementCache(raw)
  const reader = (sql: string): Statement => {
    const prepared = statement(sql)
    if (!prepared.readonly) throw new Error('A query that writes was given to a read')
    return prepared
  }
  // One wrapper for all: making a transaction function costs more than running it.
  const within = raw.transaction((read: () => unknown) => read())
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows the query's columns
    get: <T>(sql: string, params = none) => reader(sql).get(params) as T | undefined,
    all: <T>(sql: string, params = none) => reader(sql).all(params) as T[],
    iterate: <T>(sql: string, params = none) => {
      // Not from the cache: a statement that is being stepped through cannot be used again until it is done.
      const own = raw.prepare(sql)
      if (!own.readonly) throw new Error('A query that writes was given to a read')
      return own.iterate(params) as IterableIterator<T>
    },
    snapshot: <T>(read: () => T) => within.deferred(read) as T,
    close: () => void raw.close(),
  }
}

/** Wraps an opened connection for writing. */
export function plainDb(raw: Database): PlainDb {
  const statement = statementCache(raw)
  const within = raw.transaction((work: () => unknown) => work())
  return {
    ...readableDb(raw),
    run: (sql: string, params = none) => statement(sql).run(params).changes,
    transaction: <T>(work: () => T) => within.immediate(work) as T,
    emptyJournal: () => void raw.pragma('wal_checkpoint(TRUNCATE)'),
  }
}

function statementCache(raw: Database): (sql: string) => Statement {
  const statements = new Map<string, Statement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known) return known
    const prepared = raw.prepare(sql)
    statements.set(sql, prepared)
    return prepared
  }
}
