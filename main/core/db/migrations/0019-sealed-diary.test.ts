import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0019 leaves pages as they are, to be sealed by opening the room', () => {
  const raw = databaseAt(18)
  raw.exec(
    `INSERT INTO diary_page (id, child_id, day, started_at, opening) VALUES ('p', 'c', '2026-11-22', 5, '今天')`,
  )
  migrateTo(raw, 19)
  expect(raw.prepare('SELECT child_id, day, started_at, opening, key_id FROM diary_page').all()).toEqual([
    { child_id: 'c', day: '2026-11-22', started_at: 5, opening: '今天', key_id: null },
  ])
  expect(raw.prepare('SELECT count(*) FROM child_key').pluck().get()).toBe(0)
})
