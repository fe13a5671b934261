import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0027 leaves pages and steps as they are, and forgets the files of a page with it', () => {
  const raw = databaseAt(26)
  raw.exec(`INSERT INTO diary_page (id, child_id, day, started_at, key_id) VALUES ('p', 'c', '2026-11-22', 5, 'k');
    INSERT INTO diary_step (id, page_id, ordinal, kind, data) VALUES ('s', 'p', 1, 'text', 'sealed')`)
  migrateTo(raw, 27)
  expect(raw.prepare('SELECT id, page_id, kind, data FROM diary_step').all()).toEqual([
    { id: 's', page_id: 'p', kind: 'text', data: 'sealed' },
  ])
  raw.exec(`INSERT INTO diary_media VALUES ('m', 'p', 's', 'k');
    INSERT INTO diary_taking (media_id, page_id, step_id, key_id, data) VALUES ('n', 'p', 't', 'k', 'sealed');
    DELETE FROM diary_page`)
  expect(raw.prepare('SELECT count(*) FROM diary_media').pluck().get()).toBe(0)
  expect(raw.prepare('SELECT count(*) FROM diary_taking').pluck().get()).toBe(0)
})
