import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0016 counts the days of messages that are done as before', () => {
  const raw = databaseAt(15)
  for (const [id, state, seenAt] of [
    ['seen', 'here', 9],
    ['unseen', 'here', 'NULL'],
    ['up', 'arrived', 'NULL'],
    ['heard', 'arrived', 8],
  ])
    raw.exec(`
      INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state, seen_at)
        VALUES ('${id}', 'k', 'c', 'in', 'voice', 'audio/webm', 0, 0, 7, '${state}', ${seenAt})`)
  migrateTo(raw, 16)
  expect(raw.prepare('SELECT id, counted_from FROM message ORDER BY id').raw().all()).toEqual([
    ['heard', 8],
    ['seen', 9],
    ['unseen', null],
    ['up', 7],
  ])
})
