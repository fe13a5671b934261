import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_MEMORY } from '../kernel/clock-rules.ts'
import { newId } from '../kernel/ids.ts'
import { applyChanges, exportChanges } from '../db/merge.ts'
import { testGround } from '../db/test-ground.ts'
import { ERASURE_WAITS } from '../rights/request-rules.ts'
import { tablesOfChild } from '../rights/tables.ts'
import { jobs } from './jobs.ts'
import { fill, name, texts, type Filled } from './filled-room.fixture.ts'
import { filesBelow, openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const spelt = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text.replaceAll(/[^\0-~]/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)),
  // Wherever it begins within three bytes, without its ends, which depend on what stands beside it.
  ...[0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
        .toString('base64')
        .slice(4, -4),
    ),
  ),
]

let folder: string
let now: number

/** Where in the room's files any of these lies, in any spelling. */
function found(words: readonly string[]): readonly string[] {
  const secrets = words.flatMap((text) => spelt(text).map((bytes) => [text, bytes] as const))
  return filesBelow(folder).flatMap((file) => {
    const bytes = readFileSync(file)
    return secrets.filter(([, secret]) => bytes.includes(secret)).map(([text]) => `${text}: ${file}`)
  })
}

const open = (): House =>
  openHouseIn(folder, {
    clockMemory: { ...NO_MEMORY, lastTrusted: now, certain: now },
    builtAt: now - 30 * 86_400_000,
  })

const ask = ({ child, guardian }: Filled) =>
  ({ childId: child, askedBy: guardian, how: 'in-person', staffId: 's' }) as const

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erased-'))
  now = Date.UTC(2026, 10, 25, 2)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

/** Starts again so much later, with a clock that two witnesses agree on. */
async function later(house: House, ms: number): Promise<House> {
  await house.close()
  now += ms
  vi.setSystemTime(now)
  return open()
}

it('erases a child from every file of the room, keeps counts without a name, and leaves the others alone', async () => {
  let house = open()
  const room = fill(house, { folder, now })
  value(house.rights.askErasure(ask(room)))
  value(house.rights.askCorrection(ask(room), `请改成${name}`))
  const ids = JSON.stringify([room.child, room.twin])
  for (const [table, { rows }] of Object.entries(tablesOfChild))
    expect([table, house.ground.db.all(`SELECT 1 FROM ${table} WHERE ${rows}`, { ids }).length > 0]).toEqual([
      table,
      true,
    ])
  house = await later(house, ERASURE_WAITS - 60_000)
  await house.erasures.look()
  expect(found([name]).length).toBeGreaterThan(0)
  expect(value(await house.rights.look(room.child)).requests).toHaveLength(2)

  house = await later(house, 120_000)
  await house.erasures.look()
  const { db } = house.ground
  expect(await house.rights.look(room.child)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  for (const [table, { rows }] of Object.entries(tablesOfChild).filter(
    ([, { erased }]) => typeof erased === 'string',
  ))
    expect([table, db.all(`SELECT 1 FROM ${table} WHERE ${rows}`, { ids })]).toEqual([table, []])
  // Before anything else is written: the journal may end here. Only backups may still hold it, for a moment.
  expect(found(texts).filter((where) => !where.includes('/backups/'))).toEqual([])
  await house.close()
  expect(found(texts)).toEqual([])
  expect(readdirSync(roomFiles(folder).backups)).toHaveLength(1)
  // Ids stand where a removal stands, and nowhere else.
  house = open()
  expect(house.children.list().map((one) => one.name)).toEqual(['王小明'])
  const texted = house.ground.db
    .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .filter(({ name: table }) => !['change', 'tombstone', 'opening_entry'].includes(table))
    .filter(({ name: table }) => {
      const rows = JSON.stringify(house.ground.db.all(`SELECT * FROM ${table}`))
      return [room.child, room.twin, room.guardian, room.page].some((id) => rows.includes(id))
    })
  expect(texted).toEqual([])
  expect(house.ground.db.all(`SELECT DISTINCT columns FROM change WHERE row_id IN (SELECT value FROM json_each(?)) AND columns IS NOT NULL`, [JSON.stringify([room.child, room.guardian, room.page])])).toEqual([{ columns: '{"-":1}' }]) // prettier-ignore
  // Counts stay, without a name and only to the hour; 1 ms is of the turn that was cut.
  expect(house.ground.db.get('SELECT sum(ms) AS ms FROM usage_day')).toEqual({ ms: 180_001 })
  expect(house.ground.db.all(`SELECT DISTINCT child_id, contact_id, at % 3600000 AS rest FROM call_log`)).toEqual([{ child_id: '', contact_id: '', rest: 0 }]) // prettier-ignore
  expect(house.ground.db.get(`SELECT count(*) AS n FROM staff_act WHERE subject = '' AND method = 'rights.erased'`)).toEqual({ n: 1 }) // prettier-ignore
  await house.close()
})

it('a backup that comes back, however it comes, shows the child not for a moment', async () => {
  let house = open()
  const room = fill(house, { folder, now })
  value(house.rights.askErasure(ask(room)))
  await house.close()
  const { backups, database } = roomFiles(folder)
  const [kept] = readdirSync(backups)
  const aside = join(tmpdir(), `${newId()}.backup`)
  copyFileSync(join(backups, kept!), aside)
  now += ERASURE_WAITS + 60_000
  vi.setSystemTime(now)
  house = open()
  await house.erasures.look()
  await house.close()
  expect(found(texts)).toEqual([])

  // Somebody brings the old one from a stick, and the database is gone.
  copyFileSync(aside, join(backups, kept!))
  for (const made of readdirSync(backups)) if (made !== kept) rmSync(join(backups, made))
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true })
  rmSync(aside)
  expect(found([name]).length).toBeGreaterThan(0)
  house = open()
  expect(house.children.faces().map((face) => face.name)).toEqual(['王小明'])
  await house.erasures.look()
  await house.close()
  expect(found(texts)).toEqual([])
})

it('can be taken back until then, waits for the end of a turn, and for a time that is certain', async () => {
  let house = open()
  const room = fill(house, { folder, now })
  value(house.rights.askErasure(ask(room)))
  value(house.rights.askErasure(ask(room)))
  const [asked, ...more] = value(await house.rights.look(room.child)).requests
  expect(more).toEqual([])
  value(house.rights.takeBackErasure({ childId: room.child, id: asked!.id }, 's'))
  house = await later(house, ERASURE_WAITS * 2)
  await house.erasures.look()
  expect(house.children.list()).toHaveLength(2)
  value(house.rights.askErasure(ask(room)))
  house.ground.db.shared.set('session', newId(), { seat: 'seat-2', child_id: room.child, started_at: now, trusted: 1, planned_ms: 1, length_ms: 0, continues: null, end_reason: null, cut: 0 }) // prettier-ignore
  house = await later(house, ERASURE_WAITS + 60_000)
  await house.erasures.look()
  expect(house.children.list()).toHaveLength(2)
  const open_ = house.ground.db.get<{ id: string }>('SELECT id FROM session WHERE end_reason IS NULL')!
  house.ground.db.shared.set('session', open_.id, { end_reason: 'goodbye', length_ms: 5 })
  await house.erasures.look()
  expect(house.children.list()).toHaveLength(1)
  await house.close()
})

it('goes on after a power cut between the rows and the files, and at another seat by the removal alone', async () => {
  let house = open()
  const room = fill(house, { folder, now })
  const before = exportChanges(house.ground.db)
  const away = testGround({ seat: 'seat-2' })
  value(applyChanges(away.db, before))
  const { media } = roomFiles(folder)
  const files = () => readdirSync(join(media, 'photo')).length + readdirSync(join(media, 'message')).length
  expect(files()).toBe(2)
  await jobs.eraseChildren({ path: house.database, seat: 'seat-1', ids: [room.child, room.twin] })
  expect(house.ground.db.all('SELECT 1 FROM erased_file')).not.toEqual([])
  expect(files()).toBe(2)
  house = await later(house, 1000)
  await house.erasures.look()
  expect(files()).toBe(0)
  expect(house.ground.db.all('SELECT 1 FROM erased_file')).toEqual([])
  value(applyChanges(away.db, exportChanges(house.ground.db)))
  value(applyChanges(house.ground.db, before))
  for (const { db } of [away, house.ground]) {
    expect(db.all('SELECT name FROM child')).toEqual([{ name: '王小明' }])
    expect(JSON.stringify(db.all('SELECT * FROM change'))).not.toContain(name)
    expect(db.all(`SELECT 1 FROM call_log WHERE child_id <> ''`)).toEqual([])
    expect(db.all('SELECT 1 FROM learning_answer')).toEqual([])
  }
  expect(JSON.parse(readFileSync(roomFiles(folder).erased, 'utf8'))).toEqual({ erased: expect.arrayContaining([room.child, room.twin]) }) // prettier-ignore
  await house.close()
})
