import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '#core/db/migrate.ts'
import { callMigrations } from './index.ts'

it('0003 keeps messages, and believes no time that stood beside them', () => {
  const raw = new BetterSqlite3(':memory:')
  migrate(raw, callMigrations.slice(0, 2), 1)
  raw.exec(`
    INSERT INTO rooms (id, name, created_at) VALUES ('r', 'Room', 1);
    INSERT INTO children (user, room, given, animal, tone) VALUES ('c1', 'r', 'A', 'cat', 'rose');
    INSERT INTO contacts (user, id, room, child, called, language, video, phone, messages, photo)
      VALUES ('p1', 'p', 'r', 'c1', 'B', 'en', 1, 0, 1, 0);`)
  raw.exec(`INSERT INTO messages (id, room, child, contact, source, target, kind, type, size, length_ms, sha256, sealed_key, begun_at, arrived_at)
    VALUES ('m', 'r', 'c1', 'p1', 'c1', 'p1', 'voice', 'audio/mp4', 3, 1000, 'x', x'00', 1, 2)`)
  migrate(raw, callMigrations, 1)
  expect(raw.prepare('SELECT id, arrived_at, counted_from FROM messages').raw().all()).toEqual([
    ['m', 2, null],
  ])
})
