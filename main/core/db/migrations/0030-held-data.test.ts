import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0030 leaves what guardians asked as it is, and holds nobody’s data', () => {
  const raw = databaseAt(29)
  raw.exec(`INSERT INTO rights_request (id, child_id, kind, asked_at, trusted, asked_by, how, staff_id, state)
    VALUES ('r', 'k', 'erasure', 1, 1, 'g', 'phone', 's', 'open')`)
  migrateTo(raw, 30)
  expect(raw.prepare('SELECT id, state FROM rights_request').all()).toEqual([{ id: 'r', state: 'open' }])
  expect(raw.prepare('SELECT count(*) FROM child_hold').pluck().get()).toBe(0)
})
