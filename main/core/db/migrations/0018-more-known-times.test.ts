import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0018 takes the times that are there for known, and the book shows the new column too', () => {
  const raw = databaseAt(17)
  raw.exec(`
    INSERT INTO learning_progress (id, child_id, activity, level, state, last_at) VALUES ('k/sums', 'k', 'sums', 'tens', '[]', 3);
    INSERT INTO learning_mistake (id, child_id, activity, level, item, answer, missed_at, due_at, card)
      VALUES ('k/sums/8+7', 'k', 'sums', 'tens', '8+7', '1', 5, 9, '{"reviewedAt":5}');
    INSERT INTO learning_stamp (id, child_id, activity, stamp, at) VALUES ('k/sums/s', 'k', 'sums', 's', 6);
    INSERT INTO child (id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
      VALUES ('k', '林小雨', '', 'L', '', '小雨', 'rabbit', 'coral', 1);
    INSERT INTO contact (id, child_id, relation, name, called, is_guardian, created_at)
      VALUES ('c', 'k', '妈妈', '陈玉兰', '妈妈', 1, 7);
    INSERT INTO child_merge (id, kept, gone, at, staff_id) VALUES ('m', 'k', 'l', 8, 'a')`)
  migrateTo(raw, 18)
  const row = (sql: string) => raw.prepare(sql).raw().all()
  expect(row('SELECT missed_at, trusted, due_trusted FROM learning_book')).toEqual([[5, 1, 1]])
  expect(row('SELECT last_at, trusted FROM learning_progress')).toEqual([[3, 1]])
  expect(row('SELECT at, trusted FROM learning_stamp')).toEqual([[6, 1]])
  expect(row('SELECT created_at, trusted FROM contact')).toEqual([[7, 1]])
  expect(row('SELECT at, trusted FROM child_merge')).toEqual([[8, 1]])
  expect(() => raw.exec('UPDATE learning_mistake SET due_trusted = 2')).toThrow('CHECK')
})
