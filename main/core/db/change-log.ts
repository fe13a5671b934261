import type { Clock } from '../kernel/clock.ts'
import { sameCell, writeColumns, type Columns } from './cells.ts'
import type { PlainDb, SqlValue } from './connection.ts'
import { forget, isForgotten, keptOf } from './forgetting.ts'
import { nextHlc, type Hlc } from './hlc-rules.ts'
import { insert, insertInto, update } from './row-writes.ts'
import { exists, isRemoved, logId, noteCells, noteRemoval, recordChange, settle } from './shared-rows.ts'
import type { AppendOnlyTable, SharedTable, TableRegistry } from './shared-tables.ts'

/**
 * The one call through which rows go that another seat may see: it writes the row and what merging needs in one
 * transaction (a savepoint inside the caller's). Throws on a table or column that is not registered, and what SQLite
 * throws on a broken constraint.
 */
export interface ChangeLog<Shared extends string = SharedTable, AppendOnly extends string = AppendOnlyTable> {
  /** Inserts the row or changes the columns given; columns that keep their value leave no trace. False when it was removed for good. */
  set(table: Shared, id: string, columns: Columns): boolean
  /**
   * Removes the row for good, on all seats, with what belongs to it, and forgets what the log said of them (`forgetting.ts`). False when it
   * was removed before.
   */
  remove(table: Shared, id: string): boolean
  /** Adds a row that never changes; `seat` is filled in. False when a row with this id is there already. */
  append(table: AppendOnly, row: Columns & { readonly id: string }): boolean
}

export interface ChangeLogParts {
  readonly clock: Clock
  readonly seat: string
  readonly tables: TableRegistry
}

export function createChangeLog<Shared extends string, AppendOnly extends string>(
  db: PlainDb,
  { clock, seat, tables }: ChangeLogParts,
): ChangeLog<Shared, AppendOnly> {
  const writer = logId(db)

  // Read inside the writing transaction, so that worker threads with connections of their own never get the same one.
  const next = (): Hlc => {
    const last = db.get<{ hlc: Hlc | null }>('SELECT max(hlc) AS hlc FROM change')?.hlc ?? undefined
    return nextHlc(last, clock.wall(), writer)
  }

  const set = (table: string, id: string, columns: Columns): boolean => {
    check(tables.shared, table, Object.keys(columns))
    return db.transaction(() => {
      if (isRemoved(db, table, id)) return false
      const names = Object.keys(columns)
      const before = db.get<Columns>(`SELECT ${['id', ...names].join(', ')} FROM ${table} WHERE id = ?`, [id])
      const changed = before ? pick(columns, (name, value) => !sameCell(before[name], value)) : columns
      if (before && Object.keys(changed).length === 0) return true
      const known = !before && hasCells(db, table, id)
      const hlc = next()
      const change = { hlc, seat, table, id, columns: writeColumns(changed) }
      if (isForgotten(db, tables, change)) return false
      recordChange(db, change)
      noteCells(db, table, id, Object.keys(changed), hlc)
      if (before) update(db, table, id, changed)
      else if (!known) insert(db, table, { id, ...changed })
      else settle(db, tables, [{ table, id }])
      return !known || exists(db, table, id)
    })
  }

  const remove = (table: string, id: string): boolean => {
    check(tables.shared, table, [])
    return db.transaction(() => {
      if (isRemoved(db, table, id)) return false
      const hlc = next()
      recordChange(db, { hlc, seat, table, id, columns: null })
      noteRemoval(db, { table, id }, hlc)
      // Before settling: here a row that is still needed refuses its removal, while from elsewhere it is a fact.
      db.run(`DELETE FROM ${table} WHERE id = ?`, [id])
      settle(db, tables, forget(db, tables, { table, id }))
      return true
    })
  }

  // Rows of a table come in one shape; working its statement out anew costs as much as a third of the insert.
  const shapes = new Map<string, Shape>()
  const shapeOf = (table: string, keys: readonly string[]): Shape => {
    const known = shapes.get(table)
    if (known && known.keys.length === keys.length && known.keys.every((key, at) => key === keys[at]))
      return known
    const columns = keys.filter((key) => key !== 'seat')
    check(
      tables.appendOnly,
      table,
      columns.filter((name) => name !== 'id'),
    )
    const sql = insertInto(table, ['seat', ...columns], 'ON CONFLICT (id) DO NOTHING')
    const shape = { keys, columns, sql }
    shapes.set(table, shape)
    return shape
  }

  const append = (table: string, row: Columns & { readonly id: string }): boolean => {
    const from = row['seat']
    if (from !== undefined && from !== seat)
      throw new Error(`A row of seat ${String(from)} cannot be appended here`)
    const kept = keptOf(db, tables, table, row)
    if (!kept) return false
    const { columns, sql } = shapeOf(table, Object.keys(kept))
    const values: SqlValue[] = [seat]
    for (const name of columns) values.push(kept[name] as SqlValue)
    return db.run(sql, values) === 1
  }

  return { set, remove, append }
}

interface Shape {
  readonly keys: readonly string[]
  readonly columns: readonly string[]
  readonly sql: string
}

function hasCells(db: PlainDb, table: string, id: string): boolean {
  return (
    db.get('SELECT 1 FROM cell_clock WHERE table_name = ? AND row_id = ? LIMIT 1', [table, id]) !== undefined
  )
}

function check(
  known: Readonly<Record<string, readonly string[]>>,
  table: string,
  columns: readonly string[],
): void {
  const own = Object.hasOwn(known, table) ? known[table] : undefined
  if (!own) throw new Error(`Table ${table} is not registered in shared-tables.ts`)
  const strange = columns.find((name) => !own.includes(name))
  if (strange !== undefined)
    throw new Error(`Column ${table}.${strange} is not registered in shared-tables.ts`)
}

function pick(columns: Columns, keep: (name: string, value: SqlValue) => boolean): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name, value]) => keep(name, value)))
}
