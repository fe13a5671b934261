import { copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { canMount, noteMigrations, roomIn, smallDisk } from '../backup/test-rooms.ts'
import { storageProblem } from '../kernel/storage-problem.ts'
import type { ReadableDb } from './handles.ts'
import { openReadable, type Backups } from './open.ts'
import { opened, refused } from './opening.fixture.ts'

const someBackups: Backups = { exist: () => true, beforeMigration: () => ({ ok: true, value: 'x' }) }

const pragmas = [
  'synchronous',
  'foreign_keys',
  'busy_timeout',
  'trusted_schema',
  'temp_store',
  'secure_delete',
]
const settings = (db: ReadableDb) =>
  pragmas.map((name) => Object.values(db.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0])
/** Byte 18 of the header: 2 when the file is written through a write-ahead log (SQLite file format 1.3.3). */
const isWriteAhead = (path: string) => readFileSync(path)[18] === 2

describe('openDatabase', () => {
  it('sets its pragmas on every open, the reading connection its own', () => {
    const room = roomIn()
    for (let start = 0; start < 3; start++) {
      const db = opened(room)
      expect(settings(db)).toEqual([2, 1, 5000, 0, 2, 1])
      expect(isWriteAhead(room.path)).toBe(true)
      const reader = openReadable(room.path)
      expect(settings(reader).slice(1, 5)).toEqual([1, 5000, 0, 2])
      expect(reader.get('PRAGMA query_only')).toEqual({ query_only: 1 })
      reader.close()
      db.close()
    }
  })

  it('keeps what was written, and the id of its log, from one start to the next', () => {
    const room = roomIn()
    const first = opened(room)
    first.run('INSERT INTO note VALUES (?, ?)', ['n', '字'])
    const log = first.get(`SELECT value FROM meta WHERE key = 'log'`)
    first.close()
    const second = opened(room)
    expect(second.all('SELECT * FROM note')).toEqual([{ id: 'n', words: '字' }])
    expect(second.get(`SELECT value FROM meta WHERE key = 'log'`)).toEqual(log)
    second.close()
  })

  it('refuses a database of another program and leaves it byte for byte', () => {
    const room = roomIn()
    const other = new BetterSqlite3(room.path)
    other.exec('CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 2')
    other.close()
    const before = readFileSync(room.path)
    expect(refused(room)).toEqual({ kind: 'foreign', applicationId: 0 })
    expect(readFileSync(room.path)).toEqual(before)
    expect(existsSync(`${room.path}-wal`)).toBe(false)
  })

  it('refuses a newer schema and says both versions', () => {
    const room = roomIn()
    opened(room).close()
    const before = readFileSync(room.path)
    expect(refused({ ...room, migrations: noteMigrations.slice(0, 1) })).toEqual({
      kind: 'newer',
      found: 2,
      supported: 1,
    })
    expect(readFileSync(room.path)).toEqual(before)
  })

  it('leaves a file that it refuses byte for byte, its journal beside it too', () => {
    const room = roomIn()
    const first = opened(room)
    first.run('INSERT INTO note VALUES (?, ?)', ['n', '字'])
    // As after a power cut: nobody closed it, and the journal holds the last words.
    const cut = roomIn()
    for (const end of ['', '-wal']) copyFileSync(room.path + end, cut.path + end)
    first.close()
    const before = ['', '-wal'].map((end) => readFileSync(cut.path + end))
    expect(refused({ ...cut, migrations: noteMigrations.slice(0, 1) })).toMatchObject({ kind: 'newer' })
    expect(['', '-wal'].map((end) => readFileSync(cut.path + end))).toEqual(before)
    expect(refused(cut)).toBe('opened')
  })

  it('takes an empty or missing file for a beginning only when there are no backups', () => {
    const room = roomIn()
    expect(refused(room, someBackups)).toMatchObject({ kind: 'damaged' })
    writeFileSync(room.path, '')
    expect(refused(room, someBackups)).toMatchObject({ kind: 'damaged' })
    expect(refused(room)).toBe('opened')
  })

  it('takes an empty file beside a journal for damage, backups or not', () => {
    const room = roomIn()
    writeFileSync(room.path, '')
    writeFileSync(`${room.path}-wal`, 'frames')
    expect(refused(room)).toMatchObject({ kind: 'damaged' })
    expect(readFileSync(`${room.path}-wal`, 'utf8')).toBe('frames')
  })

  it('goes on where a first start was cut before its first migration', () => {
    const room = roomIn()
    const raw = new BetterSqlite3(room.path)
    raw.pragma('journal_mode = WAL')
    raw.close()
    expect(refused(room)).toBe('opened')
  })

  it('calls garbage, a truncated file and a torn page damage', () => {
    for (const damage of [garbage, truncate, tear]) {
      const room = roomIn()
      const db = opened(room)
      db.transaction(() => {
        for (let row = 0; row < 3000; row++)
          db.run('INSERT INTO note VALUES (?, ?)', [`${row}`, '字'.repeat(40)])
      })
      db.close()
      damage(room.path)
      expect(refused(room)).toMatchObject({ kind: 'damaged' })
    }
  })

  it('opens at the last whole transaction before a damaged spot in the journal', () => {
    const room = roomIn()
    const db = opened(room)
    for (let row = 0; row < 40; row++)
      db.run('INSERT INTO note VALUES (?, ?)', [String(row).padStart(2, '0'), '字'])
    const [file, journal] = [readFileSync(room.path), readFileSync(`${room.path}-wal`)]
    db.close()
    const spot = Math.floor(journal.length * 0.8)
    journal.writeUInt8(journal.readUInt8(spot) ^ 1, spot)
    writeFileSync(room.path, file)
    writeFileSync(`${room.path}-wal`, journal)
    const after = opened(room)
    const ids = after.all<{ id: string }>('SELECT id FROM note ORDER BY id').map(({ id }) => Number(id))
    expect(ids).toEqual(ids.map((_, row) => row))
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThan(40)
    expect(after.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    after.close()
  })

  it('says locked while another program holds the file', () => {
    const room = roomIn()
    opened(room).close()
    const other = new BetterSqlite3(room.path)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    expect(refused(room)).toEqual({ kind: 'locked' })
    other.close()
  })

  it.skipIf(!canMount)('says when the folder is read-only', () => {
    const disk = smallDisk(4096)
    const room = roomIn(disk.folder)
    disk.reseal('ro')
    expect(refused(room)).toEqual({ kind: 'read-only' })
    disk.reseal('rw')
    opened(room).close()
    disk.reseal('ro')
    expect(refused(room)).toEqual({ kind: 'read-only' })
  })

  it.skipIf(!canMount)(
    'says when the disk is full, keeps what was acknowledged, and goes on when there is room',
    () => {
      expect(refused(roomIn(smallDisk(16).folder))).toEqual({ kind: 'disk-full' })
      const room = roomIn(smallDisk(1024).folder)
      const db = opened(room)
      let kept = 0
      let problem: string | undefined
      while (problem === undefined) {
        try {
          db.run('INSERT INTO note VALUES (?, ?)', [`${kept}`, 'x'.repeat(3000)])
          kept += 1
        } catch (error) {
          problem = storageProblem(error)
        }
      }
      expect(problem).toBe('disk-full')
      expect(db.get('SELECT count(*) AS n FROM note')).toEqual({ n: kept })
      db.close()
    },
  )

  it('throws nothing of its own at a folder in the file’s place', () => {
    const room = roomIn()
    mkdirSync(room.path)
    expect(refused(room)).toMatchObject({ kind: 'io-error' })
  })
})

function garbage(path: string): void {
  writeFileSync(path, Buffer.alloc(20_000, 'not a database '))
}
function truncate(path: string): void {
  truncateSync(path, Math.floor(readFileSync(path).length / 2))
}
function tear(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0, Math.floor(bytes.length / 8192) * 4096, Math.floor(bytes.length / 8192) * 4096 + 4096)
  writeFileSync(path, bytes)
}
