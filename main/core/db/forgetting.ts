import { readColumns, type Columns } from './cells.ts'
import type { PlainDb } from './connection.ts'
import { update } from './row-writes.ts'
import { isRemoved, noteRemoval, type Change, type RowKey } from './shared-rows.ts'
import type { TableRegistry } from './shared-tables.ts'

/*
 * A removed row stands in no table any more, but the log held every value that it ever had, and gave them to each new seat. So what
 * is removed is forgotten: its changes stay, so that no clock is given out twice, but say no more than an id. What belongs to it
 * (`owned`) goes with it, though nobody removed it and wherever it comes from: a seat that was away for a month still writes for a
 * child who was erased meanwhile. Which rows are gone depends on the set of changes alone: those removed, and those of which any
 * change names one that is gone, or did so before it was forgotten. Rows of append-only tables keep what says nothing of a person
 * (`ended`), or nothing.
 */

/** What is left of a change. No column is called so. */
const FORGOTTEN = '{"-":1}'

/** Of a row that nobody removed by itself: after every clock, so that of a removal the first still counts. */
const BY_ANOTHER = '~'

/** Forgets a row that was removed and all that belongs to it; which rows those are, to be settled. */
export function forget(db: PlainDb, tables: TableRegistry, removed: RowKey): readonly RowKey[] {
  const gone: RowKey[] = []
  for (let next: readonly RowKey[] = [removed]; next.length > 0; next = belonging(db, tables, next)) {
    for (const key of next) {
      if (madeOf(key.id) === undefined) noteRemoval(db, key, BY_ANOTHER)
      forgetChanges(db, key)
      db.run('DELETE FROM cell_clock WHERE table_name = ? AND row_id = ?', [key.table, key.id])
      gone.push(key)
    }
  }
  endAppended(db, tables, gone)
  return gone
}

function forgetChanges(db: PlainDb, { table, id }: RowKey): void {
  // By position, and the id only where less of it stays: rewriting the index for each of ten thousand steps took minutes.
  const sql = 'SELECT position FROM change WHERE table_name = ? AND row_id = ? AND columns IS NOT NULL'
  for (const { position } of db.all<{ position: number }>(sql, [table, id])) {
    db.run('UPDATE change SET columns = ? WHERE position = ?', [FORGOTTEN, position])
    if (madeOf(id) !== undefined)
      db.run('UPDATE change SET row_id = ? WHERE position = ?', [idLeft(id), position])
  }
}

/** What is left of a change to a row that is gone. */
export const forgotten = (change: Change): Change => ({
  ...change,
  id: idLeft(change.id),
  columns: FORGOTTEN,
})

/** Whether the row is gone, or this change says that it belongs to one that is. */
export function isForgotten(db: PlainDb, tables: TableRegistry, { table, id, columns }: Change): boolean {
  if (columns === FORGOTTEN || isGone(db, table, id)) return true
  const owners = Object.hasOwn(tables.owned ?? {}, table) ? tables.owned?.[table] : undefined
  if (!owners || columns === null) return false
  const named = readColumns(columns) ?? {}
  return Object.entries(owners).some(([column, target]) => {
    const owner = named[column]
    return typeof owner === 'string' && isGone(db, target, owner)
  })
}

/** What is to be kept of a row that is appended: all of it, what says nothing of who is gone, or nothing. */
export function keptOf(db: PlainDb, { ended }: TableRegistry, table: string, row: Columns): Columns | null {
  const rule = ended && Object.hasOwn(ended, table) ? ended[table] : undefined
  const named = rule && row[rule.column]
  if (!rule || typeof named !== 'string' || !rule.of.some((target) => isGone(db, target, named))) return row
  return rule.left && rule.left(row)
}

/** Ids made of a child's (`<child>/sums/8+7`) say more than that a row is gone: for those the child's own removal stands. */
const madeOf = (id: string): string | undefined =>
  id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined

const idLeft = (id: string): string => {
  const child = madeOf(id)
  return child === undefined ? id : `${child}/`
}

export function isGone(db: PlainDb, table: string, id: string): boolean {
  const child = madeOf(id)
  return isRemoved(db, table, id) || (child !== undefined && isRemoved(db, 'child', child))
}

function belonging(db: PlainDb, { owned = {} }: TableRegistry, to: readonly RowKey[]): readonly RowKey[] {
  const found = new Map<string, RowKey>()
  for (const [table, columns] of Object.entries(owned))
    for (const [column, target] of Object.entries(columns)) {
      const ids = to.filter((key) => key.table === target).map(({ id }) => id)
      if (ids.length === 0) continue
      const sql = `SELECT DISTINCT row_id AS id FROM change WHERE table_name = ? AND columns IS NOT NULL AND columns <> ?
        AND (json_extract(columns, '$.${column}') IN (SELECT value FROM json_each(?))
          OR (instr(row_id, '/') > 0 AND substr(row_id, 1, instr(row_id, '/') - 1) IN (SELECT value FROM json_each(?))))`
      const among = JSON.stringify(ids)
      for (const { id } of db.all<{ id: string }>(sql, [table, FORGOTTEN, among, among]))
        found.set(`${table} ${id}`, { table, id })
    }
  return [...found.values()]
}

function endAppended(db: PlainDb, { ended = {}, appendOnly }: TableRegistry, gone: readonly RowKey[]): void {
  for (const [table, rule] of Object.entries(ended)) {
    const ids = gone.filter((key) => rule.of.includes(key.table)).map(({ id }) => id)
    if (ids.length === 0) continue
    const names = ['id', ...(appendOnly[table] ?? [])].join(', ')
    // Of merged records each row is of the one that it was written for (`merged-rows.ts`).
    const owner = hasMerges(db)
      ? `coalesce((SELECT child_id FROM merged_row WHERE table_name = '${table}' AND row_id = ${table}.id), ${rule.column})`
      : rule.column
    const sql = `SELECT ${names} FROM ${table} WHERE ${owner} IN (SELECT value FROM json_each(?))`
    for (const row of db.all<Columns>(sql, [JSON.stringify(ids)])) {
      const id = String(row['id'])
      const left = rule.left && rule.left(row)
      if (!left) db.run(`DELETE FROM ${table} WHERE id = ?`, [id])
      else {
        const { id: _same, ...columns } = left
        update(db, table, id, columns)
      }
      if (hasMerges(db)) db.run('DELETE FROM merged_row WHERE table_name = ? AND row_id = ?', [table, id])
    }
  }
}

const hasMerges = (db: PlainDb): boolean =>
  db.get(`SELECT 1 FROM sqlite_schema WHERE name = 'merged_row'`) !== undefined
