import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0028 leaves wishes and their waiting as they are; of none is anything seen yet', () => {
  const raw = databaseAt(27)
  raw.exec(`INSERT INTO talk_wish (id, child_id, staff_id, asked_at, trusted, step) VALUES ('w', 'k', 'a', 1, 1, 1);
    INSERT INTO talk_wait (wish_id, ms) VALUES ('w', 7)`)
  migrateTo(raw, 28)
  expect(raw.prepare('SELECT id, step, ms FROM talk_wish JOIN talk_wait ON wish_id = id').all()).toEqual([
    { id: 'w', step: 1, ms: 7 },
  ])
  expect(raw.prepare('SELECT count(*) FROM talk_seen').pluck().get()).toBe(0)
})
