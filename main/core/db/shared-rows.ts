import { readColumns, sameCell, type Columns } from './cells.ts'
import { insert, update } from './row-writes.ts'
import type { PlainDb, ReadableDb, SqlValue } from './connection.ts'
import { isWriter, type Hlc } from './hlc-rules.ts'
import type { TableRegistry } from './shared-tables.ts'

export interface RowKey {
  readonly table: string
  readonly id: string
}

export interface Change extends RowKey {
  readonly hlc: Hlc
  readonly seat: string
  /** JSON of columns; null for a removal. */
  readonly columns: string | null
}

/** Appends to the log. False when the change is known already. */
export function recordChange(db: PlainDb, { hlc, seat, table, id, columns }: Change): boolean {
  const sql = `INSERT INTO change (hlc, seat, table_name, row_id, columns) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (hlc) DO NOTHING`
  return db.run(sql, [hlc, seat, table, id, columns]) === 1
}

/** The id of this database's log: positions in it mean nothing in another one. Throws before the first opening. */
export function logId(db: ReadableDb): string {
  const id = db.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'log'`)?.value
  if (id === undefined || !isWriter(id)) throw new Error('The database has no log of its own yet')
  return id
}

/** The row is gone for good; of several removals the first one counts, so that all seats keep the same. */
export function noteRemoval(db: PlainDb, { table, id }: RowKey, hlc: Hlc): void {
  const sql = `INSERT INTO tombstone (table_name, row_id, hlc) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET hlc = excluded.hlc WHERE excluded.hlc < hlc`
  db.run(sql, [table, id, hlc])
}

/** Columns that this change is the latest for. */
export function noteCells(db: PlainDb, table: string, id: string, names: readonly string[], hlc: Hlc): void {
  const sql = `INSERT INTO cell_clock (table_name, row_id, column_name, hlc) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET hlc = excluded.hlc WHERE excluded.hlc > hlc`
  for (const name of names) db.run(sql, [table, id, name, hlc])
}

/**
 * Makes rows stand as their cells say. What stands depends on the set of changes alone, not on the order in which they
 * came: a row is there unless it was removed, misses a column or a row that it cannot be without (a foreign key that may
 * be NULL with `ON DELETE SET NULL` becomes NULL instead). What misses something waits in `withheld`.
 */
export function settle(db: PlainDb, tables: TableRegistry, start: readonly RowKey[]): void {
  const queue: RowKey[] = [...start, ...withheldRows(db)]
  for (let key = queue.shift(); key; key = queue.shift()) {
    if (!Object.hasOwn(tables.shared, key.table)) continue
    const outcome = place(db, tables, key)
    if (outcome === 'appeared') queue.push(...withheldRows(db))
    else if (outcome !== 'same') queue.push(...outcome)
  }
}

/** Puts one row in its place: 'same', 'appeared', or the rows that stood on it when it vanished. */
function place(db: PlainDb, tables: TableRegistry, key: RowKey): 'same' | 'appeared' | readonly RowKey[] {
  const { table, id } = key
  const registered = tables.shared[table] ?? []
  const before = db.get<Columns>(`SELECT id, ${registered.join(', ')} FROM ${table} WHERE id = ?`, [id])
  const wish = wished(db, table, id, registered)
  withhold(db, key, wish.waits)
  if (wish.columns) {
    try {
      if (!before) return insert(db, table, { id, ...wish.columns }) === 1 ? 'appeared' : 'same'
      update(db, table, id, differing(before, wish.columns))
      return 'same'
    } catch (error) {
      if (!isBrokenConstraint(error)) throw error
      withhold(db, key, true)
    }
  }
  if (!before) return 'same'
  const standing = rowsStandingOn(db, tables, key)
  db.run(`DELETE FROM ${table} WHERE id = ?`, [id])
  return standing
}

interface Wish {
  /** What the row shall hold; undefined when it shall not be there. */
  readonly columns: Columns | undefined
  /** Whether something that has not arrived yet could make it otherwise. */
  readonly waits: boolean
}

function wished(db: PlainDb, table: string, id: string, registered: readonly string[]): Wish {
  if (isRemoved(db, table, id)) return { columns: undefined, waits: false }
  const columns = winningCells(db, table, id, registered)
  if (Object.keys(columns).length === 0) return { columns: undefined, waits: false }
  let waits = false
  for (const { from, target, mayBeNull } of foreignKeys(db, table)) {
    const value = columns[from]
    if (typeof value !== 'string' || exists(db, target, value)) continue
    waits ||= !isRemoved(db, target, value)
    if (!mayBeNull) return { columns: undefined, waits }
    columns[from] = null
  }
  if (requiredColumns(db, table).some((name) => (columns[name] ?? null) === null))
    return { columns: undefined, waits: true }
  return { columns, waits }
}

function winningCells(
  db: PlainDb,
  table: string,
  id: string,
  registered: readonly string[],
): Record<string, SqlValue> {
  const sql = `SELECT cell.column_name AS name, change.columns AS columns FROM cell_clock AS cell
    JOIN change ON change.hlc = cell.hlc WHERE cell.table_name = ? AND cell.row_id = ?`
  const cells: Record<string, SqlValue> = {}
  for (const { name, columns } of db.all<{ name: string; columns: string }>(sql, [table, id])) {
    const value = registered.includes(name) ? readColumns(columns)?.[name] : undefined
    if (value !== undefined) cells[name] = value
  }
  return cells
}

interface ForeignKey {
  readonly from: string
  readonly target: string
  readonly mayBeNull: boolean
}

function foreignKeys(db: PlainDb, table: string): ForeignKey[] {
  const sql = `SELECT "from", "table" AS target, on_delete = 'SET NULL' AS mayBeNull FROM pragma_foreign_key_list(?)`
  return db
    .all<{ from: string; target: string; mayBeNull: number }>(sql, [table])
    .map(({ from, target, mayBeNull }) => ({ from, target, mayBeNull: mayBeNull === 1 }))
}

function requiredColumns(db: PlainDb, table: string): string[] {
  const sql = `SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1 AND dflt_value IS NULL AND pk = 0`
  return db.all<{ name: string }>(sql, [table]).map(({ name }) => name)
}

function rowsStandingOn(db: PlainDb, tables: TableRegistry, { table, id }: RowKey): RowKey[] {
  return Object.keys(tables.shared).flatMap((other) =>
    foreignKeys(db, other)
      .filter(({ target }) => target === table)
      .flatMap(({ from }) => db.all<{ id: string }>(`SELECT id FROM ${other} WHERE ${from} = ?`, [id]))
      .map((row) => ({ table: other, id: row.id })),
  )
}

function withheldRows(db: PlainDb): RowKey[] {
  return db.all<RowKey>('SELECT table_name AS "table", row_id AS id FROM withheld')
}

function withhold(db: PlainDb, { table, id }: RowKey, waits: boolean): void {
  if (waits)
    db.run('INSERT INTO withheld (table_name, row_id) VALUES (?, ?) ON CONFLICT DO NOTHING', [table, id])
  else db.run('DELETE FROM withheld WHERE table_name = ? AND row_id = ?', [table, id])
}

/** Whether the row was removed for good, here or elsewhere. */
export function isRemoved(db: PlainDb, table: string, id: string): boolean {
  return db.get('SELECT 1 FROM tombstone WHERE table_name = ? AND row_id = ?', [table, id]) !== undefined
}

/** Whether the row stands in its table. */
export function exists(db: PlainDb, table: string, id: string): boolean {
  return db.get(`SELECT 1 FROM ${table} WHERE id = ?`, [id]) !== undefined
}

function differing(before: Columns, wanted: Columns): Columns {
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !sameCell(before[name], value)))
}

// A statement that breaks one undoes itself only, so the transaction around it can go on.
function isBrokenConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT_')
}
