import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0020 keeps the merges that stand, in which nothing was taken', () => {
  const raw = databaseAt(19)
  raw.exec(`INSERT INTO child_merge (id, kept, gone, at, staff_id) VALUES ('m', 'k', 'l', 8, 'a')`)
  migrateTo(raw, 20)
  expect(raw.prepare('SELECT id, at, took FROM child_merge').raw().all()).toEqual([['m', 8, null]])
})
