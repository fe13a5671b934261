import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0026 leaves a wish to talk with the adult who was chosen, as far as it had come', () => {
  const raw = databaseAt(25)
  raw.exec(`INSERT INTO talk_wish (id, child_id, staff_id, asked_at, trusted, received_at) VALUES
    ('one', 'c', 'li', 5, 1, NULL), ('two', 'c', 'li', 6, 0, 7)`)
  raw.exec(`INSERT INTO talk_mood (wish_id, mood) VALUES ('one', 'sad')`)
  migrateTo(raw, 26)
  expect(raw.prepare('SELECT id, received_at, step, heard_by FROM talk_wish ORDER BY id').all()).toEqual([
    { id: 'one', received_at: null, step: 0, heard_by: null },
    { id: 'two', received_at: 7, step: 0, heard_by: null },
  ])
  expect(raw.prepare('SELECT mood FROM talk_mood').pluck().get()).toBe('sad')
  expect(raw.prepare('SELECT count(*) FROM feeling').pluck().get()).toBe(0)
})
