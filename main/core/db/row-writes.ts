import type { Columns } from './cells.ts'
import type { PlainDb } from './connection.ts'

/** Inserts one row; table and column names come from the registry. Rows inserted: 1, or 0 where `conflict` says so. */
export function insert(db: PlainDb, table: string, row: Columns, conflict = ''): number {
  const names = Object.keys(row)
  const marks = names.map(() => '?').join(', ')
  return db.run(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks}) ${conflict}`,
    Object.values(row),
  )
}

/** Changes columns of one row; table and column names come from the registry. */
export function update(db: PlainDb, table: string, id: string, columns: Columns): void {
  const assignments = Object.keys(columns).map((name) => `${name} = ?`)
  if (assignments.length === 0) return
  db.run(`UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`, [...Object.values(columns), id])
}
