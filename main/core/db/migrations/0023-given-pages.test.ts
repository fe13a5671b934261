import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0023 leaves every page with its child alone and every message what it was', () => {
  const raw = databaseAt(22)
  raw.exec(
    `INSERT INTO diary_page (id, child_id, day, started_at, key_id) VALUES ('p', 'c', '2026-11-22', 5, 'k')`,
  )
  raw.exec(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state)
    VALUES ('m', 'c', 'mum', 'out', 'voice', 'audio/webm', 9, 9, 9, 'waiting')`)
  migrateTo(raw, 23)
  expect(raw.prepare('SELECT count(*) FROM diary_share').pluck().get()).toBe(0)
  expect(raw.prepare('SELECT id, star FROM diary_page').all()).toEqual([{ id: 'p', star: null }])
  expect(raw.prepare('SELECT id, state, share_id FROM message').all()).toEqual([
    { id: 'm', state: 'waiting', share_id: null },
  ])
})
