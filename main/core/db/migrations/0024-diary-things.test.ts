import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0024 keeps every step of every page, and takes things and sheets', () => {
  const raw = databaseAt(23)
  raw.exec(`INSERT INTO diary_page (id, child_id, day, started_at) VALUES ('p', 'c', '2026-11-22', 5)`)
  raw.exec(
    `INSERT INTO diary_step (id, page_id, ordinal, kind, data, undone) VALUES ('s', 'p', 1, 'stroke', 'x', 0), ('t', 'p', 2, 'text', 'y', 1)`,
  )
  const steps = 'SELECT * FROM diary_step ORDER BY ordinal'
  const before = raw.prepare(steps).all()
  migrateTo(raw, 24)
  expect(raw.prepare(steps).all()).toEqual(before)
  raw.exec(`INSERT INTO diary_step (id, page_id, ordinal, kind, data) VALUES ('i', 'p', 3, 'item', 'z')`)
  expect(() =>
    raw.exec(`INSERT INTO diary_step (id, page_id, ordinal, kind, data) VALUES ('v', 'no', 1, 'item', '')`),
  ).toThrow('FOREIGN KEY')
  raw.exec('DELETE FROM diary_page')
  expect(raw.prepare('SELECT count(*) FROM diary_step').pluck().get()).toBe(0)
})
