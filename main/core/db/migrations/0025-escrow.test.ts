import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0025 keeps the keys of the children, in no escrow until two grown-ups have a key', () => {
  const raw = databaseAt(24)
  raw.exec(`INSERT INTO child_key (id, child_id, wrapped) VALUES ('k', 'c', 'w')`)
  migrateTo(raw, 25)
  expect(raw.prepare('SELECT * FROM child_key').all()).toEqual([
    { id: 'k', child_id: 'c', wrapped: 'w', rescue_id: null, rescued: null, escrow_id: null, escrowed: null },
  ])
  expect(raw.prepare('SELECT count(*) FROM opening_entry').pluck().get()).toBe(0)
})
