import type { ReadableDb } from './connection.ts'
import type { TableRegistry } from './shared-tables.ts'

/** What in a schema would keep merging from being the same on all seats, in words for a developer; for tests. */
export function sharedTableFaults(db: ReadableDb, { shared, appendOnly }: TableRegistry): string[] {
  const known = Object.keys(shared)
  return [
    ...Object.entries(shared).flatMap(([table, columns]) => [
      ...columnFaults(db, table, ['id', ...columns]),
      ...uniqueFaults(db, table),
      ...keys(db, table).flatMap(({ from, target, onDelete }) => {
        const faults = []
        if (onDelete === 'RESTRICT')
          faults.push(`${table}.${from}: RESTRICT cannot wait for the end of a merge`)
        if (!known.includes(target)) faults.push(`${table}.${from}: ${target} is not shared`)
        else if (known.indexOf(target) >= known.indexOf(table) && onDelete !== 'SET NULL') {
          faults.push(`${table}.${from}: ${target} must be registered before it`)
        }
        return faults
      }),
    ]),
    ...Object.entries(appendOnly).flatMap(([table, columns]) => [
      ...columnFaults(db, table, ['id', 'seat', ...columns]),
      ...uniqueFaults(db, table),
      ...keys(db, table).map(
        ({ from }) => `${table}.${from}: rows of an append-only table outlive what they point to`,
      ),
      ...(hasRowid(db, table) ? [] : [`${table}: without a rowid nobody knows which rows are new`]),
    ]),
  ]
}

function columnFaults(db: ReadableDb, table: string, registered: readonly string[]): string[] {
  const rows = db.all<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)', [table])
  if (rows.length === 0) return [`${table}: no such table`]
  const key = rows.filter(({ pk }) => pk > 0).map(({ name }) => name)
  const there = rows.map(({ name }) => name)
  return [
    ...(key.join() === 'id' ? [] : [`${table}: its primary key must be id`]),
    ...registered.filter((name) => !there.includes(name)).map((name) => `${table}.${name}: no such column`),
    ...there.filter((name) => !registered.includes(name)).map((name) => `${table}.${name}: not registered`),
  ]
}

function uniqueFaults(db: ReadableDb, table: string): string[] {
  const sql = `SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND origin <> 'pk'`
  return db
    .all<{ name: string }>(sql, [table])
    .map(({ name }) => `${table}: two seats can both break UNIQUE ${name}`)
}

function keys(db: ReadableDb, table: string) {
  const sql = `SELECT "from", "table" AS target, on_delete AS onDelete FROM pragma_foreign_key_list(?)`
  return db.all<{ from: string; target: string; onDelete: string }>(sql, [table])
}

function hasRowid(db: ReadableDb, table: string): boolean {
  return db.get('SELECT 1 FROM pragma_table_list WHERE name = ? AND wr = 0', [table]) !== undefined
}
