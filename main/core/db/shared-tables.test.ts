import { describe, expect, it } from 'vitest'
import { readableDb } from './connection.ts'
import { databaseAt } from './migrations/from-version.ts'
import { migrations } from './migrations/index.ts'
import { sharedTableFaults } from './shared-tables-check.ts'
import { houseTables } from './shared-tables.ts'
import { seatAt, testTables } from './test-seats.ts'

describe('the shared tables of the house', () => {
  it('can be merged in any order', () => {
    const db = readableDb(databaseAt(migrations.length))
    expect(sharedTableFaults(db, houseTables)).toEqual([])
  })
})

describe('sharedTableFaults', () => {
  it('finds nothing in tables that follow the rules', () => {
    expect(sharedTableFaults(seatAt('a').db, testTables)).toEqual([])
  })

  it('names each thing that would make seats differ', () => {
    const { raw, db } = seatAt('a')
    raw.exec(`CREATE TABLE place (number INTEGER UNIQUE, id TEXT PRIMARY KEY, child_id TEXT REFERENCES child (id) ON DELETE RESTRICT) STRICT;
      CREATE TABLE note (id TEXT PRIMARY KEY, seat TEXT, place_id TEXT REFERENCES place (id)) STRICT, WITHOUT ROWID;`)
    expect(
      sharedTableFaults(db, {
        shared: { place: ['child_id', 'colour'], ghost: [] },
        appendOnly: { note: ['place_id'] },
      }),
    ).toEqual([
      'place.colour: no such column',
      'place.number: not registered',
      'place: two seats can both break UNIQUE sqlite_autoindex_place_1',
      'place.child_id: RESTRICT cannot wait for the end of a merge',
      'place.child_id: child is not shared',
      'ghost: no such table',
      'note.place_id: rows of an append-only table outlive what they point to',
      'note: without a rowid nobody knows which rows are new',
    ])
  })
})
