import { expect, it } from 'vitest'
import { databaseAt, migrateTo } from './from-version.ts'

it('0010 keeps the messages that were there, and takes each that was taken back once', () => {
  const raw = databaseAt(9)
  raw.exec(`INSERT INTO message (id, child_id, contact_id, direction, kind, type, size, length_ms, at, state)
    VALUES ('m', 'k', 'c', 'out', 'voice', 'audio/webm', 0, 0, 1, 'waiting')`)
  migrateTo(raw, 10)
  expect(raw.prepare('SELECT id FROM message').pluck().all()).toEqual(['m'])
  raw.exec(`INSERT INTO message_taken_back (id) VALUES ('m')`)
  expect(() => raw.exec(`INSERT INTO message_taken_back (id) VALUES ('m')`)).toThrow('UNIQUE')
})
