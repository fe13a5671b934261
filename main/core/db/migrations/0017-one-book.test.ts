import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0017 keeps every mistake, and shows an item that a child has twice as it was touched last', () => {
  const raw = databaseAt(16)
  const add = (id: string, childId: string, missedAt: number, reviewedAt: number, leftAt: number | null) =>
    raw
      .prepare(
        `INSERT INTO learning_mistake (id, child_id, activity, level, item, answer, missed_at, due_at, card, left_at)
         VALUES (?, ?, 'sums', 'tens', '8+7', '1', ?, 9, ?, ?)`,
      )
      .run(id, childId, missedAt, JSON.stringify({ reviewedAt }), leftAt)
  add('a', 'kept', 1, 5, null)
  add('b', 'kept', 2, 2, 4)
  add('c', 'other', 9, 9, null)
  migrateTo(raw, 17)
  const book = () => raw.prepare('SELECT id FROM learning_book ORDER BY id').pluck().all()
  expect(raw.prepare('SELECT count(*) FROM learning_mistake').pluck().get()).toBe(3)
  expect(book()).toEqual(['a', 'c'])
  raw.exec(`UPDATE learning_mistake SET left_at = 6 WHERE id = 'b'`)
  expect(book()).toEqual(['b', 'c'])
  raw.exec(`UPDATE learning_mistake SET child_id = 'gone' WHERE id = 'b'`)
  expect(book()).toEqual(['a', 'b', 'c'])
})
