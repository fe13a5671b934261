import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

const consent = (id: string, purpose: string, given: number) =>
  `INSERT INTO contact_consent (id, seat, at, trusted, child_id, contact_id, purpose, given, day, guardian_id,
    witness_id, how) VALUES ('${id}', 's', 1, 1, 'k', 'c', '${purpose}', ${given}, '2026-11-22', 'c', 'w', 'phone')`

it('0012 keeps consent to the numbers that stood on the card, and gives none to a later one', () => {
  const raw = databaseAt(11)
  raw.exec(`INSERT INTO child (id, name, pinyin, letter, sort_key, given, animal, tone, created_at)
    VALUES ('k', '林小雨', '', 'L', '', '小雨', 'rabbit', 'coral', 1)`)
  raw.exec(`INSERT INTO contact (id, child_id, relation, name, called, is_guardian, phones, created_at)
    VALUES ('c', 'k', '妈妈', '陈玉兰', '妈妈', 1, '["+8613800000001"]', 1)`)
  raw.exec(consent('1', 'phone', 1))
  raw.exec(consent('2', 'video', 1))
  raw.exec(consent('3', 'phone', 0))
  raw.exec(consent('4', 'phone', 1).replace(`'c', 'phone'`, `'gone', 'phone'`))
  migrateTo(raw, 12)
  expect(raw.prepare('SELECT id, phones FROM contact_consent ORDER BY id').raw().all()).toEqual([
    ['1', '["+8613800000001"]'],
    ['2', null],
    ['3', null],
    ['4', null],
  ])
  raw.exec(`INSERT INTO child_apart (id, child_id, line) VALUES ('a', 'k', 'x')`)
  raw.exec('DELETE FROM child')
  expect(raw.prepare('SELECT count(*) FROM child_apart').pluck().get()).toBe(0)
})
