import { err, ok, type Result } from '../kernel/result.ts'
import { readColumns, writeColumns, type Columns } from './cells.ts'
import { isChanges, type AppendedRow, type Changes, type Cursor } from './changes.ts'
import type { PlainDb, ReadableDb } from './connection.ts'
import { forget, forgotten, isForgotten, isGone, keptOf } from './forgetting.ts'
import { insert } from './row-writes.ts'
import {
  logId,
  noteCells,
  noteRemoval,
  recordChange,
  settle,
  type Change,
  type RowKey,
} from './shared-rows.ts'
import { houseTables, type TableRegistry } from './shared-tables.ts'

export type { Changes } from './changes.ts'

export type MergeProblem =
  | { readonly kind: 'malformed' }
  /** Written by a later version of the program: this seat has to be brought up to date first. */
  | { readonly kind: 'newer'; readonly found: number; readonly supported: number }
  /** A row that no table of ours takes; nothing of the whole was taken over. */
  | { readonly kind: 'refused'; readonly detail: string }

export interface ExportParts {
  readonly tables?: TableRegistry
  /** At most so many changes, and so many rows of each append-only table. */
  readonly limit?: number
}

/** What this database has learnt since the cursor (from the beginning without one), its own and others' alike. */
export function exportChanges(
  db: ReadableDb,
  since?: Cursor,
  { tables = houseTables, limit = 10_000 }: ExportParts = {},
): Changes {
  return db.snapshot(() => {
    const log = logId(db)
    const from = since?.log === log ? since.positions : {}
    const positions: Record<string, number> = {}
    let more = false
    // A row goes out as it was written: which record stands for its child, each seat finds by itself (merged-rows.ts).
    const merged = db.get(`SELECT 1 FROM sqlite_schema WHERE name = 'merged_row'`) !== undefined
    const read = <T extends { position: number }>(table: string, columns: string): T[] => {
      const start = from[table] ?? 0
      const sql = `SELECT rowid AS position, ${columns} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ?`
      const rows = db.all<T>(sql, [start, limit])
      positions[table] = rows.at(-1)?.position ?? start
      more ||= rows.length === limit
      return rows
    }
    const writtenFor = (table: string, name: string): string =>
      merged && name === 'child_id'
        ? `coalesce((SELECT child_id FROM merged_row WHERE table_name = '${table}' AND row_id = ${table}.id), child_id) AS child_id`
        : name
    const changes = read<Change & { position: number }>(
      'change',
      'hlc, seat, table_name AS "table", row_id AS id, columns',
    ).map(({ hlc, seat, table, id, columns }) => ({ hlc, seat, table, id, columns }))
    const rows = Object.entries(tables.appendOnly).flatMap(([table, columns]) =>
      read<{ position: number }>(
        table,
        ['id', 'seat', ...columns.map((name) => writtenFor(table, name))].join(', '),
      ).map(({ position, ...row }) => {
        void position
        return { table, row: writeColumns(row) }
      }),
    )
    return { schema: version(db), upTo: { log, positions }, more, changes, rows }
  })
}

export interface ApplyParts {
  readonly tables?: TableRegistry
  /** Called inside the transaction with each append-only row that was new here: rollups count it once. */
  readonly onAppended?: (table: string, row: Columns) => void
}

/**
 * Takes over what another seat exported, in one transaction. Any order, any number of times, any detour over other seats
 * leads to the same tables. Hundreds of rows take longer than a tap may wait: large ones go to a worker thread.
 */
export function applyChanges(
  db: PlainDb,
  incoming: unknown,
  { tables = houseTables, onAppended }: ApplyParts = {},
): Result<{ readonly changes: number; readonly rows: number }, MergeProblem> {
  if (!isChanges(incoming)) return err({ kind: 'malformed' })
  const supported = version(db)
  if (incoming.schema > supported) return err({ kind: 'newer', found: incoming.schema, supported })
  try {
    return ok(
      db.transaction(() => {
        const rows = incoming.rows.filter((row) => takeRow(db, tables, row, onAppended)).length
        const fresh = incoming.changes
          .map((change) => takeChange(db, tables, change))
          .filter((taken) => taken !== undefined)
        // Children may stand before the class they belong to until all has been put in its place.
        db.run('PRAGMA defer_foreign_keys = ON')
        settle(db, tables, fresh.flat())
        return { changes: fresh.length, rows }
      }),
    )
  } catch (error) {
    if (
      !(error instanceof Error) ||
      !('code' in error) ||
      !String(error.code).startsWith('SQLITE_CONSTRAINT')
    )
      throw error
    return err({ kind: 'refused', detail: error.message })
  }
}

/** The rows that are to be settled for it; undefined when it says nothing new. */
function takeChange(db: PlainDb, tables: TableRegistry, change: Change): readonly RowKey[] | undefined {
  const { table, id, hlc, columns } = change
  if (columns !== null && isForgotten(db, tables, change)) {
    const isNew = recordChange(db, forgotten(change))
    if (!isGone(db, table, id)) return forget(db, tables, change)
    return isNew ? [] : undefined
  }
  if (!recordChange(db, change)) return undefined
  if (columns === null) {
    noteRemoval(db, change, hlc)
    return forget(db, tables, change)
  }
  noteCells(db, table, id, Object.keys(readColumns(columns) ?? {}), hlc)
  return [change]
}

function takeRow(
  db: PlainDb,
  tables: TableRegistry,
  { table, row }: AppendedRow,
  onAppended: ApplyParts['onAppended'],
): boolean {
  const names = Object.hasOwn(tables.appendOnly, table) ? tables.appendOnly[table] : undefined
  if (!names) return false
  const known = Object.entries(readColumns(row) ?? {}).filter(
    ([name]) => name === 'id' || name === 'seat' || names.includes(name),
  )
  const columns = keptOf(db, tables, table, Object.fromEntries(known))
  if (!columns) return false
  const isNew = insert(db, table, columns, 'ON CONFLICT (id) DO NOTHING') === 1
  if (isNew) onAppended?.(table, columns)
  return isNew
}

function version(db: ReadableDb): number {
  return db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0
}
