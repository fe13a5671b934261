import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0015 takes the times that are there for known', () => {
  const raw = databaseAt(14)
  raw.exec(`
    INSERT INTO diary_page (id, child_id, day, started_at) VALUES ('p', 'k', '2026-11-22', 5);
    INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state)
      VALUES ('m', 'k', 'c', 'out', 'voice', 'audio/webm', 0, 0, 7, 'waiting')`)
  migrateTo(raw, 15)
  expect(raw.prepare('SELECT id, started_at, trusted FROM diary_page').all()).toEqual([
    { id: 'p', started_at: 5, trusted: 1 },
  ])
  expect(raw.prepare('SELECT id, at, trusted, seen_trusted FROM message').all()).toEqual([
    { id: 'm', at: 7, trusted: 1, seen_trusted: 1 },
  ])
  expect(() => raw.exec('UPDATE diary_page SET trusted = 2')).toThrow('CHECK')
})
