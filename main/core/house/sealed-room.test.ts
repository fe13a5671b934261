import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs' // prettier-ignore
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ItemStep } from '#contract/diary.ts'
import { makeBackupNow } from '../backup/make-backup.ts'
import { openDatabase } from '../db/open.ts'
import { newId } from '../kernel/ids.ts'
import { silentLog } from '../kernel/log.ts'
import { plainClock } from '../kernel/plain-clock.ts'
import { filesBelow, openHouseIn, value } from './house-on-disk.fixture.ts'
import type { House } from './open-house.ts'
import { roomFiles } from './room-files.ts'

const words = '爷爷说妈妈今年不回来了，我没有告诉别人'
const beforeThat = '这一句后来被改掉了，谁也不应该看见'
const dropped = '撤销以后又画了别的，这一步不在了'
const points = [417.25, 318.75, 0.625, 418.5, 319.125, 0.5]
const picture = Uint8Array.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  ...Buffer.from('a drawing of mother'),
])
const said = [0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from('a voice that says what nobody was told')]
const [voice, more] = [
  Uint8Array.from(said),
  Uint8Array.from(Buffer.from('and a second later the rest of it')),
]
const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('a photograph of the yard')])
const writer = { childId: 'a', sessionId: 's' }

/** What nobody may find in the room's files, as it would lie there. */
const secrets: readonly (readonly [name: string, bytes: Buffer])[] = [
  ...[words, beforeThat, dropped].flatMap((text) => [
    named(text, Buffer.from(text)),
    named(`${text} in UTF-16`, Buffer.from(text, 'utf16le')),
    named(
      `${text} escaped`,
      Buffer.from(text.replaceAll(/./gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)),
    ),
    named(`${text} in base64`, Buffer.from(Buffer.from(text).toString('base64').slice(4, -8))),
  ]),
  named('the first words', Buffer.from(words.slice(0, 6))),
  named('points', Buffer.from('417.25,318.75')),
  named('the picture', Buffer.from('a drawing of mother')),
  ...['what nobody was told', 'second later the rest', 'photograph of the yard'].flatMap((text) => [
    named(text, Buffer.from(text)),
    named(`${text} in base64`, Buffer.from(Buffer.from(text).toString('base64').slice(4, -8))),
  ]),
]

function named(name: string, bytes: Buffer): readonly [string, Buffer] {
  return [name, bytes]
}

let folder: string

const filesOfPages = () => filesBelow(roomFiles(folder).pageMedia)

function found(): readonly string[] {
  const files = filesBelow(folder)
  expect(files.some((file) => file.endsWith('room.sqlite'))).toBe(true)
  return files.flatMap((file) => {
    const bytes = readFileSync(file)
    return secrets.filter(([, secret]) => bytes.includes(secret)).map(([name]) => `${name}: ${file}`)
  })
}

const open = (): House => openHouseIn(folder)

const textData = (text: string): string => JSON.stringify({ text })

/** A room as an older version left it: rows, log, a small picture and a backup, all readable. */
function plainRoom(): string {
  const files = roomFiles(folder)
  const clock = plainClock({ wall: () => Date.now() })
  const opened = openDatabase({ path: files.database, clock, seat: 'seat-1', newId, log: silentLog })
  if (!opened.ok) throw new Error(opened.error.kind)
  const db = opened.value
  const page = newId()
  const hash = createHash('sha256').update(picture).digest('hex')
  const step = (id: string, kind: string, data: string, ordinal: number) =>
    db.shared.set('diary_step', id, { page_id: page, ordinal, kind, data, undone: 0 })
  db.shared.set('diary_page', page, { child_id: 'a', day: '2026-11-22', started_at: 5, trusted: 1, opening: beforeThat.slice(0, 6) }) // prettier-ignore
  db.shared.set('diary_page', page, { opening: words.slice(0, 6), thumbnail: hash })
  const [one, two, three] = [newId(), newId(), newId()]
  step(one, 'stroke', JSON.stringify({ tool: 'pen', colour: 1, size: 12, points }), 1)
  step(two, 'text', textData(beforeThat), 2)
  step(two, 'text', textData(words), 2)
  step(three, 'text', textData(dropped), 3)
  db.shared.remove('diary_step', three)
  db.run(`INSERT INTO diary_draft (page_id, step_id, kind, data) VALUES (?, ?, 'text', ?)`, [page, newId(), textData(words)]) // prettier-ignore
  db.close()
  mkdirSync(join(files.media, 'diary'), { recursive: true })
  writeFileSync(join(files.media, 'diary', hash), picture)
  const copied = makeBackupNow({ path: files.database, folder: files.backups, clock: { wall: () => Date.now(), certain: () => 0 } }) // prettier-ignore
  expect(copied.ok).toBe(true)
  return page
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

it('nothing that a page holds lies readable in any file of the room: growing, undone, shown small, backed up', async () => {
  const house = open()
  const { diary } = house
  const page = value(diary.begin('a')).id
  value(diary.put(writer, page, { id: newId(), kind: 'stroke', tool: 'pen', colour: 1, size: 12, points }))
  value(diary.put(writer, page, { id: newId(), kind: 'text', text: beforeThat }))
  value(diary.undo('a', page))
  value(diary.put(writer, page, { id: newId(), kind: 'text', text: words }))
  value(await diary.keepThumbnail('a', page, picture))
  expect(found()).toEqual([])
  value(diary.put(writer, page, { id: newId(), kind: 'text', text: `${words}${dropped}` }))
  expect(found()).toEqual([])
  await house.close()
  expect(readdirSync(roomFiles(folder).backups)).toHaveLength(1)
  expect(found()).toEqual([])

  const later = open()
  const seen = value(later.diary.open('a', page))
  expect(seen.sheets[0]?.text).toBe(`${words}${dropped}`)
  expect(seen.sheets[0]?.marks[0]).toMatchObject({ points })
  const [shown] = value(later.diary.pages('a', { limit: 1 })).pages
  expect(shown?.opening).toBe(`${words}${dropped}`.slice(0, 24))
  const hash = shown?.thumbnail?.split('/').at(-1) ?? ''
  expect((await later.media.resolveMedia('diary', hash, { window: 'pupil', childId: 'a' }))?.bytes).toEqual(Buffer.from(picture)) // prettier-ignore
  await later.close()
})

it('nothing of a voice or a photograph lies readable: growing, left in hand, on its page, taken off, backed up', async () => {
  const house = open()
  const page = value(house.diary.begin('a')).id
  const at = { x: 500, y: 500, size: 300, turn: 0 }
  const item = (thing: ItemStep['thing']): ItemStep => ({ id: newId(), kind: 'item', sheet: 0, item: newId(), thing, at }) // prettier-ignore
  const [saying, seen] = [newId(), newId()]
  value(house.diaryMedia.begin('a', page, item({ kind: 'voice', media: saying, seconds: 0 })))
  value(await house.diaryMedia.append('a', saying, 0, voice))
  value(await house.diaryMedia.append('a', saying, 1, more))
  expect(found()).toEqual([])
  const photographed = item({ kind: 'photo', media: seen })
  value(house.diaryMedia.begin('a', page, photographed))
  value(await house.diaryMedia.append('a', seen, 0, photo))
  value(await house.diaryMedia.finish('a', seen, 0))
  value(house.diary.put(writer, page, photographed))
  expect(found()).toEqual([])
  await house.close()
  expect(found()).toEqual([])

  // The voice was left in hand: it lies on the page at the next start.
  const later = open()
  await expect
    .poll(() => Object.keys(value(later.diary.open('a', page)).media).toSorted())
    .toEqual([saying, seen].toSorted())
  const child = { window: 'pupil', childId: 'a' } as const
  expect(await later.media.resolveMedia('page', saying, child)).toEqual({
    type: 'audio/webm',
    bytes: Buffer.concat([voice, more]),
  })
  expect((await later.media.resolveMedia('page', seen, child))?.bytes).toEqual(Buffer.from(photo))
  for (const other of [
    { window: 'pupil' },
    { window: 'pupil', childId: 'b' },
    { window: 'staff', person: { id: 'c', name: '陈', role: 'coordinator' } },
    { window: 'staff', childId: 'a' },
  ] as const)
    expect(await later.media.resolveMedia('page', seen, other)).toBeUndefined()
  expect(filesOfPages()).toHaveLength(2)
  value(later.diary.undo('a', page))
  value(later.diary.put(writer, page, { id: newId(), kind: 'text', text: words }))
  await expect.poll(filesOfPages).toHaveLength(1)
  expect(found()).toEqual([])
  await later.close()
  expect(found()).toEqual([])
})

it('what an older version left readable is sealed at the first start, gone from log, pictures and backups, and still there', async () => {
  const page = plainRoom()
  expect(found().length).toBeGreaterThan(8)
  const house = open()
  const seen = value(house.diary.open('a', page))
  expect(seen.sheets[0]?.text).toBe(words)
  expect(seen.sheets[0]?.marks[0]).toMatchObject({ points })
  // Before anything else is written: the journal may end here.
  expect(found().filter((what) => what.includes('room.sqlite'))).toEqual([])
  await house.close()
  expect(found()).toEqual([])

  const raw = new BetterSqlite3(roomFiles(folder).database)
  // Rows still stand as the log says: other seats will get what this one has.
  const wrong = raw.prepare(`SELECT diary_step.id FROM diary_step JOIN cell_clock ON cell_clock.row_id = diary_step.id
    AND cell_clock.column_name = 'data' JOIN change ON change.hlc = cell_clock.hlc
    WHERE json_extract(change.columns, '$.data') IS NOT diary_step.data`) // prettier-ignore
  expect(wrong.all()).toEqual([])
  expect(raw.prepare('SELECT count(*) FROM diary_step').pluck().get()).toBe(3)
  raw.close()

  const later = open()
  const [shown] = value(later.diary.pages('a', { limit: 1 })).pages
  expect(shown).toMatchObject({ id: page, isClosed: false, opening: words.slice(0, 6) })
  const hash = shown?.thumbnail?.split('/').at(-1) ?? ''
  expect((await later.media.resolveMedia('diary', hash, { window: 'pupil', childId: 'a' }))?.bytes).toEqual(Buffer.from(picture)) // prettier-ignore
  await later.close()
})

it('a seat that lost its secret shows pages shut and whole, goes on with new ones, and opens all when it is back', async () => {
  const before = open()
  const page = value(before.diary.begin('a')).id
  value(before.diary.put(writer, page, { id: newId(), kind: 'text', text: words }))
  await before.close()
  const { keys } = roomFiles(folder)
  const away = `${folder}-keys`
  renameSync(keys, away)

  const without = open()
  const shut = { ok: false, error: { code: 'diary-closed' } }
  expect(without.diary.open('a', page)).toMatchObject(shut)
  expect(without.diary.put(writer, page, { id: newId(), kind: 'text', text: 'x' })).toMatchObject(shut)
  expect(without.diary.undo('a', page)).toMatchObject(shut)
  expect(await without.diary.keepThumbnail('a', page, picture)).toMatchObject(shut)
  const fresh = value(without.diary.begin('a')).id
  value(without.diary.put(writer, fresh, { id: newId(), kind: 'text', text: 'new' }))
  expect(value(without.diary.pages('a', { limit: 5 })).pages.map(({ isClosed }) => isClosed)).toEqual([
    false,
    true,
  ])
  await without.close()

  // The files of both times, as whoever finds the old ones again puts them there.
  renameSync(join(away, 'secret.key'), join(keys, 'secret.key'))
  cpSync(join(away, 'children'), join(keys, 'children'), { recursive: true })
  rmSync(away, { recursive: true })
  const after = open()
  expect(value(after.diary.open('a', page)).sheets[0]?.text).toBe(words)
  await after.close()
})
