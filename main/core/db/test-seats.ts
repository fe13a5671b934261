import BetterSqlite3, { type Database } from 'better-sqlite3'
import { plainClock } from '../kernel/plain-clock.ts'
import type { ChangeLog } from './change-log.ts'
import { writableDb, type WritableDb } from './handles.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { setWritingPragmas } from './pragmas.ts'
import type { TableRegistry } from './shared-tables.ts'

// Tables of the shapes that merging has to cope with, for the tests of this room only.
export const testTables = {
  shared: {
    klass: ['name', 'face'],
    child: ['name', 'klass_id', 'born'],
    page: ['child_id', 'words'],
    badge: ['child_id'],
  },
  appendOnly: { entry: ['at', 'what'] },
} as const satisfies TableRegistry

const testSchema = `
  CREATE TABLE klass (id TEXT PRIMARY KEY, name TEXT NOT NULL, face BLOB) STRICT;
  CREATE TABLE child (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, born INTEGER,
    klass_id TEXT REFERENCES klass (id) ON DELETE SET NULL
  ) STRICT;
  CREATE TABLE page (
    id TEXT PRIMARY KEY, words TEXT NOT NULL DEFAULT '',
    child_id TEXT NOT NULL REFERENCES child (id) ON DELETE CASCADE
  ) STRICT;
  CREATE TABLE badge (id TEXT PRIMARY KEY, child_id TEXT NOT NULL REFERENCES child (id)) STRICT;
  CREATE TABLE entry (id TEXT PRIMARY KEY, seat TEXT NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL) STRICT;
`

export type TestLog = ChangeLog<keyof typeof testTables.shared, keyof typeof testTables.appendOnly>

export interface TestSeat {
  readonly raw: Database
  readonly db: WritableDb
  readonly log: TestLog
  readonly clock: { set(wall: number): void; wall(): number }
}

/** One seat of a room, on a real database. */
export function seatAt(seat: string, { wall = 0, path = ':memory:' } = {}): TestSeat {
  let now = wall
  const clock = { ...plainClock({ wall: () => now }), set: (to: number) => void (now = to) }
  const raw = new BetterSqlite3(path === ':memory:' ? template : path)
  setWritingPragmas(raw)
  if (path !== ':memory:') makeTables(raw)
  raw.prepare(`INSERT INTO meta VALUES ('log', ?)`).run(`log-${seat}`)
  const db = writableDb(raw, { clock, seat, tables: testTables })
  return { raw, db, log: db.shared as unknown as TestLog, clock }
}

function makeTables(raw: Database): Database {
  migrate(raw, migrations.slice(0, 1))
  raw.exec(testSchema)
  return raw
}

// Copied for each seat: property tests need thousands.
const template = makeTables(new BetterSqlite3(':memory:')).serialize()
