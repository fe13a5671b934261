import { expect, it } from 'vitest'
import { readableDb } from '../db/connection.ts'
import { databaseAt } from '../db/migrations/from-version.ts'
import { migrations } from '../db/migrations/index.ts'
import { houseTables, type TableRegistry } from '../db/shared-tables.ts'
import { copyParts } from './copy-parts.ts'
import { tablesOfChild, tablesOfNobody } from './tables.ts'

const raw = databaseAt(migrations.length)
const db = readableDb(raw)
const tables = db
  .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
  .map(({ name }) => name)
const { shared, appendOnly, owned, ended }: TableRegistry = houseTables

it('says of every table of the room what a copy and an erasure do with it', () => {
  const named = [...Object.keys(tablesOfChild), ...Object.keys(tablesOfNobody)]
  expect(tables.filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !tables.includes(name))).toEqual([])
  expect(new Set(named).size).toBe(named.length)
  const withChild = tables.filter((name) =>
    db
      .all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [name])
      .some((column) => column.name === 'child_id'),
  )
  expect(withChild.filter((name) => !Object.hasOwn(tablesOfChild, name))).toEqual([])
})

it('asks each table in words that it understands', () => {
  for (const [table, { rows }] of Object.entries(tablesOfChild))
    expect(db.all(`SELECT * FROM ${table} WHERE ${rows}`, { ids: '["a"]' })).toEqual([])
  for (const { sql } of copyParts) expect(db.all(sql, { ids: '["a"]' })).toEqual([])
})

it('copies every table that it says is copied, and no other', () => {
  const copied = Object.entries(tablesOfChild).filter(([, of]) => of.copied === true)
  expect(copyParts.map(({ table }) => table).toSorted()).toEqual(copied.map(([table]) => table).toSorted())
})

it('leaves each shared table to the change log, and empties the others here', () => {
  for (const [table, { erased }] of Object.entries(tablesOfChild)) {
    const isOwned =
      table === 'child' || Object.hasOwn(owned ?? {}, table) || Object.hasOwn(ended ?? {}, table)
    const isShared = Object.hasOwn(shared, table) || Object.hasOwn(appendOnly, table)
    if (typeof erased === 'object') continue
    expect([table, erased]).toEqual([table, isShared ? 'log' : 'here'])
    expect([table, isOwned]).toEqual([table, isShared])
  }
})
