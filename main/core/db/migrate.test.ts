import { describe, expect, it } from 'vitest'
import { noteMigrations, roomIn } from '../backup/test-rooms.ts'
import type { Backups } from './open.ts'
import { opened, refused } from './opening.fixture.ts'

describe('migrating', () => {
  const next = {
    version: 3,
    name: 'mark',
    sql: 'ALTER TABLE note ADD COLUMN mark INTEGER NOT NULL DEFAULT 7',
  }

  it('makes a backup first, of an existing database only', () => {
    const room = roomIn()
    const made: string[] = []
    const backups: Backups = {
      exist: () => false,
      beforeMigration: (path) => {
        made.push(path)
        return { ok: true, value: 'backup' }
      },
    }
    opened(room, backups).close()
    expect(made).toEqual([])
    const again = { ...room, migrations: [...noteMigrations, next] }
    opened(again, backups).close()
    opened(again, backups).close()
    expect(made).toEqual([room.path])
  })

  it('does not migrate when the backup fails, and stays at the version before when a migration does', () => {
    const room = roomIn()
    const db = opened(room)
    db.run('INSERT INTO note VALUES (?, ?)', ['n', '字'])
    db.close()
    const failing: Backups = {
      exist: () => true,
      beforeMigration: () => ({ ok: false, error: { kind: 'disk-full' } }),
    }
    expect(refused({ ...room, migrations: [...noteMigrations, next] }, failing)).toEqual({
      kind: 'disk-full',
    })
    const wrong = { ...next, sql: `${next.sql}; INSERT INTO note VALUES ('n', 'twice', 1)` }
    expect(refused({ ...room, migrations: [...noteMigrations, wrong] })).toMatchObject({
      kind: 'migration-failed',
      version: 3,
    })
    const after = opened(room)
    expect(after.all('SELECT * FROM note')).toEqual([{ id: 'n', words: '字' }])
    after.close()
  })

  it('refuses one that leaves rows pointing nowhere', () => {
    const room = roomIn()
    opened(room).close()
    const dangling = `CREATE TABLE leaf (id TEXT PRIMARY KEY, note_id TEXT REFERENCES note (id)) STRICT;
      INSERT INTO leaf VALUES ('l', 'nowhere');`
    const result = refused({ ...room, migrations: [...noteMigrations, { ...next, sql: dangling }] })
    expect(result).toMatchObject({
      kind: 'migration-failed',
      detail: expect.stringContaining('from leaf to note'),
    })
  })
})
