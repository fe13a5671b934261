import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeBackup } from '#core/backup/make-backup.ts'
import { canMount, smallDisk, temporaryFolder } from '#core/backup/test-rooms.ts'
import { inventory } from '#core/backup/verify.ts'
import { filesBelow, openHouseIn } from '#core/house/house-on-disk.fixture.ts'
import { roomFiles } from '#core/house/room-files.ts'
import { erasedList } from '#core/rights/erased-list.ts'
import { recipientOf } from './age.ts'
import { backupFoldersIn, listsIn } from './found.ts'
import { identityOf } from './identity.ts'
import { makeOutside, type OutsideInput } from './make-outside.ts'
import { restoreOutside, type RestoreInput } from './restore-outside.ts'

const key = new Uint8Array(randomBytes(32))
const watch = { onProgress: () => {}, signal: new AbortController().signal }
const pages = ['a page of grandmother’s garden', 'the cat of the neighbours']

interface Seat {
  readonly room: string
  readonly stick: string
  readonly back: (over?: Partial<OutsideInput>, by?: typeof watch) => ReturnType<typeof makeOutside>
  readonly restore: (number: number, over?: Partial<RestoreInput>) => ReturnType<typeof restoreOutside>
}

let template: string
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'room-'))
  const files = roomFiles(template)
  const house = openHouseIn(template)
  await house.setup.finish({
    language: 'zh-CN',
    school: '石城镇中心小学',
    room: '一室',
    seat: 4,
    coordinator: { name: '周老师', pin: '739150' },
  })
  for (const name of ['林小雨', '陈思远'])
    house.children.add({ name, classLabel: '二(1)班', number: null, birthday: null })
  await house.close()
  rmSync(files.backups, { recursive: true })
  mkdirSync(join(files.media, 'page'), { recursive: true })
  for (const [at, text] of pages.entries())
    writeFileSync(join(files.media, 'page', `${at}.bin`), text.repeat(9000))
  writeFileSync(files.erased, JSON.stringify({ erased: ['gone'] }))
})
afterAll(() => rmSync(template, { recursive: true }))

/** A room with staff, two pictures and a list of who was erased, and a stick. */
async function seatWith(stick = join(temporaryFolder(), 'happy-home-backup-0a1b2c3d')): Promise<Seat> {
  const room = temporaryFolder()
  const files = roomFiles(room)
  cpSync(template, room, { recursive: true, preserveTimestamps: true })
  mkdirSync(stick, { recursive: true })
  const recipient = await recipientOf(key)
  return {
    room,
    stick,
    back: async (over = {}, by = watch) => {
      const made = await makeBackup({ path: files.database, folder: files.backups, clock: { wall: Date.now, certain: () => 0 } })
      if (!made.ok) throw new Error(made.error.kind)
      return makeOutside(
        {
          copy: join(files.backups, made.value.file),
          media: files.media,
          without: [files.messageParts],
          rescue: files.rescue,
          erased: files.erased,
          erasedThen: erasedList(files.erased).ids().size,
          folder: stick,
          recipient,
          salt: 'salt',
          now: { at: Date.now(), trusted: true },
          version: '0.1.0',
          place: { school: '石城镇中心小学', room: '一室', seat: 4 },
          ...over,
        },
        by,
      )
    },
    restore: (number, over = {}) =>
      restoreOutside({ folder: stick, number, key, into: join(temporaryFolder(), 'room'), isTrial: true, ...over }, watch),
  }
} // prettier-ignore

const countsOf = (path: string) => {
  const raw = new BetterSqlite3(path, { readonly: true })
  try {
    return inventory(raw).rows
  } finally {
    raw.close()
  }
}
const fileOf = (stick: string, form: RegExp): string =>
  filesBelow(stick).find((path) => form.test(relative(stick, path))) ?? ''

describe('a backup on a stick', () => {
  it('comes back on another seat as it was, opens there, and names nobody on the stick', async () => {
    const { room, stick, back } = await seatWith()
    expect(await back()).toMatchObject({ ok: true, value: { number: 1, media: 2, newMedia: 2 } })
    for (const path of filesBelow(stick)) {
      const bytes = readFileSync(path)
      for (const secret of ['林小雨', '周老师', '石城', 'grandmother', 'SQLite format', 'gone', '0.bin'])
        expect(bytes.includes(secret), `${secret} in ${path}`).toBe(false)
    }
    const into = join(temporaryFolder(), 'room')
    const came = await restoreOutside({ folder: stick, number: 1, key, into, isTrial: false }, watch)
    expect(came).toMatchObject({ ok: true, value: { seat: 4, school: '石城镇中心小学', media: 2 } })
    expect(countsOf(roomFiles(into).database)).toEqual(countsOf(roomFiles(room).database))
    for (const [at, text] of pages.entries())
      expect(readFileSync(join(roomFiles(into).media, 'page', `${at}.bin`), 'utf8')).toBe(text.repeat(9000))
    expect(JSON.parse(readFileSync(roomFiles(into).erased, 'utf8'))).toEqual({ erased: ['gone'] })
    const house = openHouseIn(into, { seat: 'seat-of-another-pc' })
    expect(house.children.list().map(({ name }) => name).toSorted()).toEqual(['林小雨', '陈思远'].toSorted())
    expect(house.setup.state().needed).toBe(false)
    await house.close()
  }) // prettier-ignore

  it.skipIf(spawnSync('age', ['--version']).status !== 0)('is opened by the age of Debian, too', async () => {
    const { stick, back } = await seatWith()
    await back()
    const paper = join(temporaryFolder(), 'paper.txt')
    writeFileSync(paper, `${identityOf(key)}\n`)
    const { stdout, status } = spawnSync('age', ['-d', '-i', paper, fileOf(stick, /^room-/)], { maxBuffer: 2 ** 28 })
    expect(status).toBe(0)
    expect(gunzipSync(stdout).subarray(0, 15).toString()).toBe('SQLite format 3')
  }) // prettier-ignore

  it('writes what does not change once, and keeps the newest four', async () => {
    const { stick, room, back, restore } = await seatWith()
    await back()
    const first = fileOf(stick, /objects/)
    const { mtimeMs } = statSync(first)
    writeFileSync(join(roomFiles(room).media, 'page', '2.bin'), 'a third')
    expect(await back()).toMatchObject({ ok: true, value: { media: 3, newMedia: 1 } })
    expect(statSync(first).mtimeMs).toBe(mtimeMs)
    for (let more = 0; more < 4; more += 1) await back()
    expect(listsIn(stick).map(({ number }) => number)).toEqual([6, 5, 4, 3])
    expect(readdirSync(stick).filter((name) => name.startsWith('room-'))).toHaveLength(4)
    expect(await restore(6)).toMatchObject({ ok: true, value: { media: 3 } })
    expect(backupFoldersIn(join(stick, '..'))).toEqual([stick])
  })

  it('forgets with the room: who was erased is in none that stays', async () => {
    const { stick, room, back } = await seatWith()
    await back()
    rmSync(join(roomFiles(room).media, 'page', '0.bin'))
    writeFileSync(roomFiles(room).erased, JSON.stringify({ erased: ['gone', 'and one more'] }))
    await back()
    expect(listsIn(stick).map(({ number }) => number)).toEqual([2])
    expect(filesBelow(stick).filter((path) => path.includes('/objects/'))).toHaveLength(1)
  })

  it('writes again what the stick lost', async () => {
    const { stick, back, restore } = await seatWith()
    await back()
    truncateSync(fileOf(stick, /objects/), 10)
    expect(await restore(1)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
    expect(await back()).toMatchObject({ ok: true, value: { newMedia: 1 } })
    expect(await restore(2)).toMatchObject({ ok: true })
  })
})

const flip = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(bytes.length + at) ^ 1, bytes.length + at)
  writeFileSync(path, bytes)
}
const swap = (one: string, other: string): void => {
  copyFileSync(one, `${one}.x`)
  renameSync(other, one)
  renameSync(`${one}.x`, other)
}

describe('a backup that is not what it was', () => {
  it.each<[string, (stick: string) => void, string]>([
    ['a flipped byte in the database', (stick) => flip(fileOf(stick, /^room-/), -50), 'damaged'],
    ['a flipped byte in a picture', (stick) => flip(fileOf(stick, /objects/), -50), 'damaged'],
    ['a flipped byte in the list inside', (stick) => flip(fileOf(stick, /^inside-/), -5), 'damaged'],
    ['a database cut short', (stick) => truncateSync(fileOf(stick, /^room-/), 3000), 'damaged'],
    ['a picture that is gone', (stick) => rmSync(fileOf(stick, /objects/)), 'damaged'],
    ['two pictures in each other’s place', (stick) => {
      const [one, other] = filesBelow(stick).filter((path) => path.includes('/objects/'))
      swap(one!, other!)
    }, 'damaged'],
    ['a link in the place of the database', (stick) => {
      const path = fileOf(stick, /^room-/)
      renameSync(path, `${path}.real`)
      symlinkSync(`${path}.real`, path)
    }, 'damaged'],
    ['no list at all', (stick) => rmSync(fileOf(stick, /^backup-/)), 'no-place'],
    ['a list of nonsense', (stick) => writeFileSync(fileOf(stick, /^backup-/), '{"format":9}'), 'no-place'],
    ['a list that leads out of its folder', (stick) => {
      const path = fileOf(stick, /^backup-/)
      const list = JSON.parse(readFileSync(path, 'utf8'))
      writeFileSync(path, JSON.stringify({ ...list, database: '../../etc/passwd' }))
    }, 'no-place'],
    ['a backup of a newer program', (stick) => {
      const path = fileOf(stick, /^backup-/)
      writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), schema: 9999 }))
    }, 'newer'],
  ])('is refused: %s', async (_name, spoil, kind) => {
    const { stick, back, restore } = await seatWith()
    await back()
    spoil(stick)
    const into = join(temporaryFolder(), 'room')
    expect(await restore(1, { into, isTrial: false })).toMatchObject({ ok: false, error: { kind } })
    expect(existsSync(into)).toBe(false)
  }) // prettier-ignore

  it('opens to no other key', async () => {
    const { back, restore } = await seatWith()
    await back()
    expect(await restore(1, { key: new Uint8Array(randomBytes(32)) })).toEqual({
      ok: false,
      error: { kind: 'wrong-key' },
    })
  })

  it('leaves nothing of a trial, and nothing on the stick of one that was stopped', async () => {
    const { stick, back, restore } = await seatWith()
    const into = join(temporaryFolder(), 'room')
    const stop = new AbortController()
    stop.abort()
    expect(await back({}, { ...watch, signal: stop.signal })).toEqual({
      ok: false,
      error: { kind: 'stopped' },
    })
    expect(filesBelow(stick)).toEqual([])
    await back()
    expect(await restore(1, { into })).toMatchObject({ ok: true })
    expect(existsSync(into)).toBe(false)
  })
})

describe.skipIf(!canMount)('a stick', () => {
  it('that is full says so, keeps the backup before and no half of this one', async () => {
    const disk = smallDisk(4000)
    const { stick, room, back, restore } = await seatWith(join(disk.folder, 'happy-home-backup-0a1b2c3d'))
    expect(await back()).toMatchObject({ ok: true })
    const before = filesBelow(stick).toSorted()
    const noise = createHash('sha256').update('x').digest()
    writeFileSync(join(roomFiles(room).media, 'page', 'large.bin'), Buffer.concat(Array.from({ length: 160_000 }, () => noise)))
    expect(await back()).toEqual({ ok: false, error: { kind: 'disk-full' } })
    expect(filesBelow(stick).toSorted()).toEqual(before)
    expect(await restore(1)).toMatchObject({ ok: true })
    rmSync(join(roomFiles(room).media, 'page', 'large.bin'))
    disk.reseal('ro')
    expect(await back()).toEqual({ ok: false, error: { kind: 'read-only' } })
  }) // prettier-ignore

  it('that is pulled out in the middle says so, and the next one is whole', async () => {
    const place = temporaryFolder()
    const { stick, back, restore } = await seatWith(join(place, 'happy-home-backup-0a1b2c3d'))
    await back()
    let pulled = false
    // Both are to be written again, so that the stick goes before the second.
    for (const path of filesBelow(join(stick, 'objects'))) writeFileSync(path, '')
    const away = `${place}-away`
    onTestFinished(() => rmSync(away, { recursive: true, force: true }))
    const pull = () => {
      if (!pulled) renameSync(place, away)
      pulled = true
    }
    expect(await back({}, { ...watch, onProgress: pull })).toEqual({ ok: false, error: { kind: 'no-place' } })
    expect(existsSync(place)).toBe(false)
    renameSync(away, place)
    expect(await restore(1)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
    expect(await back()).toMatchObject({ ok: true, value: { number: 2 } })
    expect(await restore(2)).toMatchObject({ ok: true })
  })
})
