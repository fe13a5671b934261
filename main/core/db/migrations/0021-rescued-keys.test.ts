import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0021 keeps the keys of the children, wrapped for the seat alone until there is a new recovery key', () => {
  const raw = databaseAt(20)
  raw.exec(`INSERT INTO child_key (id, child_id, wrapped) VALUES ('k', 'c', 'w')`)
  migrateTo(raw, 21)
  expect(raw.prepare('SELECT * FROM child_key').all()).toEqual([
    { id: 'k', child_id: 'c', wrapped: 'w', rescue_id: null, rescued: null },
  ])
})
