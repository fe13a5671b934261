import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { freshPage, noDeeds } from './busy-child.ts'
import { expect, test } from './fixture.ts'
import {
  asideOf,
  backupsOf,
  child,
  closed,
  codesOf,
  facesOf,
  forgetRoom,
  furnished,
  isOpen,
  saysWhy,
  scribble,
} from './furnished-room.ts'
import { begin, call, must, openRoom, signIn } from './open-room.ts'
import { cutPower, databaseBeside, databaseOf, readRoom, roomOf } from './room-copy.ts'
import { firstWindow } from './windows.ts'

test.afterAll(forgetRoom)

test.describe('the settings of the machine', () => {
  const spoils: Record<string, (file: string) => void> = {
    'of zero bytes': (file) => writeFileSync(file, ''),
    'full of garbage': (file) => writeFileSync(file, Buffer.from([0xff, 0, 0x7b, 0xc3, 0x28, 0x22])),
    'that are a list': (file) => writeFileSync(file, '[1, 2]'),
    'with another’s words': (file) => writeFileSync(file, '{"seatId": 7, "lastTrusted": "soon"}'),
    'that are a folder': (file) => {
      rmSync(file)
      mkdirSync(file)
    },
  }
  test('spoilt in any way: the room opens as the same seat, and staff are told', async ({
    launch,
    userData,
  }) => {
    await furnished(launch, userData)
    const file = join(userData, 'seat.json')
    const seat = () => readRoom(userData, ({ all }) => all(`SELECT value FROM meta WHERE key = 'seat'`))
    const before = seat()
    for (const [name, spoil] of Object.entries(spoils)) {
      spoil(file)
      const app = await launch()
      const pupil = await firstWindow(app)
      expect([name, await facesOf(pupil)]).toEqual([name, [child.name]])
      if (name === 'of zero bytes')
        expect(await codesOf(await signIn(app, pupil))).toContain('settings-recreated')
      expect([name, seat()]).toEqual([name, before])
      await cutPower(app)
    }
    expect(readdirSync(userData).filter((each) => each.startsWith('seat.json.broken-'))).toHaveLength(4)
  })
})

/** Another program's sound database. */
function foreign(file: string): void {
  rmSync(file, { force: true })
  const raw = new DatabaseSync(file)
  raw.exec(`CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('a'); PRAGMA application_id = 7`)
  raw.close()
}

const spoils: Record<string, (file: string) => void> = {
  'of zero bytes': (file) => truncateSync(file, 0),
  'cut in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096),
  'with flipped bytes': (file) => {
    const bytes = readFileSync(file)
    for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 600)
    writeFileSync(file, bytes)
  },
  'of garbage': (file) => writeFileSync(file, 'not a database, just words. '.repeat(4000)),
  'of another program': foreign,
}

test('a spoilt database is set aside as it is, and the newest backup takes its place', async ({
  launch,
  userData,
}) => {
  await furnished(launch, userData)
  const file = databaseOf(userData)
  for (const [name, spoil] of Object.entries(spoils)) {
    spoil(file)
    const spoilt = readFileSync(file)
    const before = asideOf(userData)
    const app = await launch()
    const pupil = await firstWindow(app)
    expect([name, await facesOf(pupil)]).toEqual([name, [child.name]])
    if (name === 'with flipped bytes')
      expect(await codesOf(await signIn(app, pupil))).toContain('restored-from-backup')
    const kept = asideOf(userData).filter((each) => !before.includes(each) && !/-(wal|shm)$/.test(each))
    expect([name, kept.length]).toEqual([name, 1])
    expect(readFileSync(join(roomOf(userData), kept[0]!)).equals(spoilt)).toBe(true)
    await cutPower(app)
  }
})

for (const [name, why] of [
  ['with flipped bytes', '数据库损坏'],
  ['of another program', '别的程序'],
] as const)
  test(`a database ${name} without any backup: set aside, said so, and the set-up begins anew`, async ({
    launch,
    userData,
  }) => {
    await furnished(launch, userData)
    rmSync(backupsOf(userData), { recursive: true })
    spoils[name]!(databaseOf(userData))
    const spoilt = readFileSync(databaseOf(userData))
    let app = await launch()
    const setup = await firstWindow(app)
    await expect(setup.getByText(why)).toBeVisible()
    const pupil = await openRoom(app)
    expect(await facesOf(pupil)).toEqual([])
    const [aside] = asideOf(userData).filter((each) => !/-(wal|shm)$/.test(each))
    expect(readFileSync(join(roomOf(userData), aside!)).equals(spoilt)).toBe(true)
    await closed(app)
    app = await launch()
    const staff = await signIn(app, await firstWindow(app))
    expect((await codesOf(staff)).join()).toContain('started-empty')
  })

test('a database of a newer version is left as it is, and the window says so', async ({
  launch,
  userData,
}) => {
  await furnished(launch, userData)
  const raw = databaseBeside(userData)
  raw.exec('PRAGMA user_version = 9999; PRAGMA wal_checkpoint(TRUNCATE)')
  raw.close()
  const bytes = readFileSync(databaseOf(userData))
  const app = await launch()
  await saysWhy(app, 'newer')
  await cutPower(app)
  expect(readFileSync(databaseOf(userData)).equals(bytes)).toBe(true)
  expect(asideOf(userData)).toEqual([])
})

test('no media folder, a file where logs should lie: the room opens and draws', async ({
  launch,
  userData,
}) => {
  const childId = await furnished(launch, userData)
  rmSync(join(roomOf(userData), 'media'), { recursive: true, force: true })
  rmSync(join(userData, 'logs'), { recursive: true, force: true })
  writeFileSync(join(userData, 'logs'), 'no folder')
  const app = await launch()
  const { pupil } = await isOpen(app)
  await begin(pupil, { childId })
  await freshPage(pupil, noDeeds())
  await scribble(pupil)
  await pupil.getByRole('button', { name: '写好了' }).click()
  await expect(pupil.locator('.page-card img')).toBeVisible()
  expect(readFileSync(join(userData, 'logs'), 'utf8')).toBe('no folder')
})

test('names of 1 and of 40 characters, rare characters and namesakes: each sits down as who they are', async ({
  app,
}) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const long = '欧阳'.repeat(20)
  const names = ['丁', long, '𠮷田㛃', '王芳', '王芳', '王芳']
  const ids: string[] = []
  for (const [index, name] of names.entries()) {
    const classLabel = index === names.length - 1 ? '三(1)班' : '二(1)班'
    const added = await call(staff, 'children.add', { ...child, name, classLabel, number: `${index + 1}` })
    expect(added).toMatchObject({ ok: true })
    if (added.ok) ids.push(added.value.id)
  }
  expect(new Set(ids).size).toBe(names.length)
  const faces = await must(pupil, 'children.faces')
  expect(faces.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  const chosen = new Set<string>()
  for (const name of new Set(names)) {
    const namesakes = faces.filter((face) => face.name === name)
    const tiles = pupil.locator('.tile').filter({ has: pupil.getByText(name, { exact: true }) })
    await expect(tiles).toHaveCount(namesakes.length)
    for (const [index, face] of namesakes.entries()) {
      await tiles.nth(index).click()
      await expect
        .poll(async () => (await must(pupil, 'sessions.now'))?.child)
        .toMatchObject({ id: face.id, name })
      chosen.add(face.id)
      await must(pupil, 'sessions.end')
      await expect(tiles.first()).toBeVisible()
    }
  }
  expect([...chosen].toSorted()).toEqual(ids.toSorted())
  await expect(call(staff, 'children.add', { ...child, name: `${long}多` })).resolves.toMatchObject({
    error: { code: 'bad-input' },
  })
})
