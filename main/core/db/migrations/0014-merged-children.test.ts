import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0014 keeps the children, each standing for itself, and finds who stands for a merged one', () => {
  const raw = databaseAt(13)
  for (const id of ['a', 'b', 'c', 'd', 'e'])
    raw.exec(`INSERT INTO child (id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
      VALUES ('${id}', '林小雨', '', 'L', '', '小雨', 'rabbit', 'coral', 1)`)
  migrateTo(raw, 14)
  const roots = () => raw.prepare('SELECT id, root FROM child_root ORDER BY id').raw().all()
  expect(raw.prepare('SELECT count(*) FROM child WHERE merged_into IS NULL').pluck().get()).toBe(5)
  expect(roots()).toEqual([])
  raw.exec(`UPDATE child SET merged_into = 'b' WHERE id = 'a'`)
  raw.exec(`UPDATE child SET merged_into = 'c' WHERE id = 'b'`)
  raw.exec(`UPDATE child SET merged_into = 'e' WHERE id = 'd'`)
  raw.exec(`UPDATE child SET merged_into = 'd' WHERE id = 'e'`)
  expect(roots()).toEqual([
    ['a', 'c'],
    ['b', 'c'],
    ['e', 'd'],
  ])
  raw.exec(`UPDATE child SET merged_into = 'nobody yet' WHERE id = 'b'`)
  expect(roots()).toEqual([['e', 'd']])
})
