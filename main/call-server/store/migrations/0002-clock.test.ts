import BetterSqlite3 from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '#core/db/migrate.ts'
import { callMigrations } from './index.ts'

it('0002 keeps what was there, and has room for one memory of the clock', () => {
  const raw = new BetterSqlite3(':memory:')
  migrate(raw, callMigrations.slice(0, 1), 1)
  raw.exec(`INSERT INTO rooms (id, name, created_at) VALUES ('r', 'Room', 1)`)
  migrate(raw, callMigrations, 1)
  expect(raw.prepare('SELECT id FROM rooms').pluck().all()).toEqual(['r'])
  raw.exec(`INSERT INTO clock_memory (id, memory) VALUES (1, '{}')`)
  expect(() => raw.exec(`INSERT INTO clock_memory (id, memory) VALUES (2, '{}')`)).toThrow('CHECK')
})
