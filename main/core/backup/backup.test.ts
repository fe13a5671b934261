import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../db/handles.ts'
import { backupsIn } from './files.ts'
import { makeBackup } from './make-backup.ts'
import { openOrRestore, type Opening } from './open-or-restore.ts'
import { canMount, noteMigrations, roomIn, smallDisk, type TestRoom } from './test-rooms.ts'
import { newestVerifiedBackup } from './verify.ts'

function open(room: TestRoom): { db: WritableDb; opening: Opening } {
  const result = openOrRestore(room)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
function addNotes(db: WritableDb, from: number, to: number): void {
  db.transaction(() => {
    for (let id = from; id < to; id++)
      db.run('INSERT INTO note VALUES (?, ?)', [String(id), '今天下雨了'.repeat(20)])
  })
}
const count = (db: WritableDb) => db.get<{ n: number }>('SELECT count(*) AS n FROM note')?.n
const log = (db: WritableDb) => db.get(`SELECT value FROM meta WHERE key = 'log'`)
async function backUp(room: TestRoom): Promise<string> {
  const made = await makeBackup(room)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return join(room.folder, made.value.file)
}

/** A room of 500 notes with a backup of 300 of them, closed. */
async function backedUpRoom(room = roomIn()): Promise<TestRoom> {
  const { db } = open(room)
  addNotes(db, 0, 300)
  await backUp(room)
  addNotes(db, 300, 500)
  db.close()
  return room
}

describe('makeBackup', () => {
  it('copies what is committed while others go on writing, and reports its way', async () => {
    const room = roomIn()
    const { db } = open(room)
    addNotes(db, 0, 60_000)
    const shares: number[] = []
    const made = await makeBackup(room, {
      onProgress: (share) => {
        shares.push(share)
        addNotes(db, 100_000 + shares.length, 100_001 + shares.length)
      },
    })
    expect(made.ok).toBe(true)
    expect(shares.length).toBeGreaterThan(2)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const copy = new BetterSqlite3(join(room.folder, made.ok ? made.value.file : ''), { readonly: true })
    expect(copy.prepare('SELECT count(*) FROM note').pluck().get()).toBe(60_000)
    copy.close()
    expect(count(db)).toBe(60_000 + shares.length)
    db.close()
  })

  it('stops when told to and leaves nothing', async () => {
    const room = roomIn()
    const { db } = open(room)
    addNotes(db, 0, 60_000)
    const stop = new AbortController()
    const made = await makeBackup(room, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(made).toEqual({ ok: false, error: { kind: 'stopped' } })
    expect(readdirSync(room.folder)).toEqual([])
    db.close()
  })

  it('does not give its name to a copy of a damaged database', async () => {
    const room = roomIn()
    const { db } = open(room)
    addNotes(db, 0, 3000)
    db.close()
    tear(room.path)
    expect(await makeBackup(room)).toMatchObject({ ok: false, error: { kind: 'unsound' } })
    expect(readdirSync(room.folder)).toEqual([])
  })

  it('rotates when the clock is trusted and only then, and sweeps up after a cut', async () => {
    const room = await backedUpRoom()
    writeFileSync(join(room.folder, '.writing-1'), 'half a copy')
    for (let half = 0; half < 6; half++) {
      room.time.wall += 1_800_000
      await backUp(room)
    }
    const numbers = () => backupsIn(room.folder).map(({ number }) => number)
    expect(numbers()).toEqual([7, 6, 5, 4, 2])
    room.time.trusted = false
    room.time.wall = Date.UTC(2040, 0, 1)
    await backUp(room)
    expect(numbers()).toEqual([8, 7, 6, 5, 4, 2])
    expect(existsSync(join(room.folder, '.writing-1'))).toBe(false)
  })

  it.skipIf(!canMount)('says when its disk is full or read-only and leaves nothing half', async () => {
    const room = await backedUpRoom()
    const disk = smallDisk(32)
    expect(await makeBackup({ ...room, folder: disk.folder })).toEqual({
      ok: false,
      error: { kind: 'disk-full' },
    })
    expect(readdirSync(disk.folder)).toEqual([])
    disk.reseal('ro')
    expect(await makeBackup({ ...room, folder: join(disk.folder, 'in') })).toEqual({
      ok: false,
      error: { kind: 'read-only' },
    })
  })
})

describe('newestVerifiedBackup', () => {
  it('passes over one with a flipped bit, even where SQLite sees none', async () => {
    const room = await backedUpRoom()
    const good = newestVerifiedBackup(room.folder)
    const newest = await backUp(room)
    expect(newestVerifiedBackup(room.folder)?.number).toBe(2)
    const bytes = readFileSync(newest)
    const inText = bytes.indexOf('今天')
    bytes.writeUInt8(bytes.readUInt8(inText + 2) ^ 1, inText + 2)
    writeFileSync(newest, bytes)
    expect(newestVerifiedBackup(room.folder)).toEqual(good)
  })
})

const damages: Record<string, (path: string) => void> = {
  'zero bytes': (path) => writeFileSync(path, ''),
  'a missing file': (path) => rmSync(path),
  garbage: (path) => writeFileSync(path, Buffer.alloc(30_000, '\u0007 not a database')),
  'half a file': (path) => truncateSync(path, Math.floor(readFileSync(path).length / 8192) * 4096),
  'a torn page': tear,
  'a flipped header': (path) => flip(path, 20),
  'a lost file beside its journal': (path) => {
    writeFileSync(`${path}-wal`, readFileSync(path))
    rmSync(path)
  },
}

describe('openOrRestore', () => {
  for (const [name, damage] of Object.entries(damages)) {
    it(`puts the newest verified backup in the place of ${name}, and keeps what was there`, async () => {
      const room = await backedUpRoom()
      damage(room.path)
      const before = existsSync(room.path) ? readFileSync(room.path) : undefined
      const { db, opening } = open(room)
      expect(opening.kind).toBe('restored')
      expect(count(db)).toBe(300)
      addNotes(db, 300, 310)
      db.close()
      const aside = readdirSync(join(room.path, '..')).find((file) =>
        /[.]damaged-20261122T080000Z$/.test(file),
      )
      expect(aside && readFileSync(join(room.path, '..', aside))).toEqual(before)
      const again = open(room)
      expect([again.opening.kind, count(again.db)]).toEqual(['opened', 310])
      again.db.close()
    })
  }

  it('gives the restored database a log of its own, so that others read all of it again', async () => {
    const room = await backedUpRoom()
    const first = open(room)
    const before = log(first.db)
    first.db.close()
    writeFileSync(room.path, '')
    const { db } = open(room)
    expect(log(db)).not.toEqual(before)
    db.close()
  })

  it('never replays the journal of the damaged file into the restored one', async () => {
    const room = await backedUpRoom()
    const { db } = open(room)
    addNotes(db, 500, 510)
    copyFileSync(`${room.path}-wal`, `${room.path}-kept`)
    db.close()
    writeFileSync(room.path, '')
    copyFileSync(`${room.path}-kept`, `${room.path}-wal`)
    const restored = open(room)
    expect(count(restored.db)).toBe(300)
    expect(readdirSync(join(room.path, '..'))).toContain('room.sqlite.damaged-20261122T080000Z-wal')
    restored.db.close()
  })

  it('begins anew beside what was there when there is nothing to restore from, also with only spoilt backups', async () => {
    const empty = roomIn()
    writeFileSync(empty.path, 'x'.repeat(5000))
    expect(open(empty).opening).toMatchObject({
      kind: 'begun-anew',
      aside: ['room.sqlite.damaged-20261122T080000Z'],
    })
    const spoilt = await backedUpRoom()
    for (const { file } of backupsIn(spoilt.folder)) flip(join(spoilt.folder, file), 5000)
    rmSync(spoilt.path)
    const { db, opening } = open(spoilt)
    expect([opening.kind, count(db)]).toEqual(['begun-anew', 0])
    db.close()
  })

  it('sets another program’s database aside whole', () => {
    const room = roomIn()
    const other = new BetterSqlite3(room.path)
    other.exec('CREATE TABLE bookmark (url TEXT)')
    other.close()
    const before = readFileSync(room.path)
    const { db, opening } = open(room)
    expect(opening).toMatchObject({ kind: 'begun-anew', why: { kind: 'foreign' } })
    expect(readFileSync(`${room.path}.foreign-20261122T080000Z`)).toEqual(before)
    db.close()
  })

  it('backs up before a migration', async () => {
    const room = await backedUpRoom()
    const next = { version: 3, name: 'mark', sql: 'ALTER TABLE note ADD COLUMN mark INTEGER' }
    open({ ...room, migrations: [...noteMigrations, next] }).db.close()
    const [newest] = backupsIn(room.folder)
    expect(newest?.number).toBe(2)
    const copy = new BetterSqlite3(join(room.folder, newest?.file ?? ''), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(2)
    expect(copy.prepare('SELECT count(*) FROM note').pluck().get()).toBe(500)
    copy.close()
  })

  it.skipIf(!canMount)(
    'leaves the damaged file where it is when there is no room for the restored one',
    async () => {
      const disk = smallDisk(600)
      const room = { ...(await backedUpRoom()), path: join(disk.folder, 'room.sqlite') }
      const damaged = Buffer.alloc(560_000, 'damaged')
      writeFileSync(room.path, damaged)
      expect(openOrRestore(room)).toEqual({ ok: false, error: { kind: 'disk-full' } })
      expect(readFileSync(room.path)).toEqual(damaged)
      expect(readdirSync(disk.folder)).toEqual(['room.sqlite'])
    },
  )
})

function tear(path: string): void {
  const bytes = readFileSync(path)
  const page = Math.floor(bytes.length / 8192) * 4096
  bytes.fill(0, page, page + 4096)
  writeFileSync(path, bytes)
}
function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  writeFileSync(path, bytes)
}
