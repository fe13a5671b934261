import type { Columns } from './cells.ts'
import type { PlainDb } from './connection.ts'

/** Inserts one row; table and column names come from the registry. Rows inserted: 1, or 0 where `conflict` says so. */
export function insert(db: PlainDb, table: string, row: Columns, conflict = ''): number {
  return db.run(insertInto(table, Object.keys(row), conflict), Object.values(row))
}

/** The statement that inserts one row, its values in the order of the names. */
export function insertInto(table: string, names: readonly string[], conflict = ''): string {
  return `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) ${conflict}`
}

/** Changes columns of one row; table and column names come from the registry. */
export function update(db: PlainDb, table: string, id: string, columns: Columns): void {
  const assignments = Object.keys(columns).map((name) => `${name} = ?`)
  if (assignments.length === 0) return
  db.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`, [...Object.values(columns), id])
}
