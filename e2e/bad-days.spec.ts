import type { ElectronApplication, Page } from '@playwright/test'
import { execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { doSums, freshPage, noDeeds } from './busy-child.ts'
import { expect, settled, test } from './fixture.ts'
import { hostBinary } from './host-binary.ts'
import { call, must, openRoom, signIn } from './open-room.ts'
import { cutPower, databaseOf, readRoom, roomOf } from './room-copy.ts'

const child = { name: '林小雨', classLabel: '二(1)班', number: null, birthday: null }

let template: { readonly folder: string; readonly childId: string } | undefined
test.afterAll(() => {
  if (template) rmSync(template.folder, { recursive: true, force: true })
  template = undefined
})

/** Puts a room with one child into a data folder, closed in order: with a verified backup. Answers the child's id. */
async function furnished(launch: () => Promise<ElectronApplication>, userData: string): Promise<string> {
  if (template) {
    cpSync(template.folder, userData, { recursive: true })
    return template.childId
  }
  const app = await launch()
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const { id: childId } = await must(staff, 'children.add', child)
  await closed(app)
  const folder = mkdtempSync(join(tmpdir(), 'happy-home-furnished-'))
  for (const name of ['room', 'seat.json'])
    cpSync(join(userData, name), join(folder, name), { recursive: true })
  template = { folder, childId }
  return childId
}

/** The one window that a start opens. */
const first = async (app: ElectronApplication) => settled(await app.firstWindow())

async function closed(app: ElectronApplication): Promise<void> {
  const gone = new Promise<void>((done) => void app.once('close', () => done()))
  await app.evaluate(({ app: program }) => setImmediate(() => program.quit())).catch(() => undefined)
  await gone
}

const facesOf = async (pupil: Page) => (await must(pupil, 'children.faces')).map(({ name }) => name)
const codesOf = async (staff: Page) => (await must(staff, 'room.notices')).map(({ code }) => code)
const backupsOf = (userData: string) => join(roomOf(userData), 'backups')
const asideOf = (userData: string) =>
  readdirSync(roomOf(userData)).filter((file) => /(damaged|foreign)-/.test(file))

/** The window says in both languages why there is no room. */
async function saysWhy(app: ElectronApplication, code: string): Promise<Page> {
  const page = await settled(await app.firstWindow())
  await expect(page.locator(`[data-problem="${code}"]`)).toBeVisible()
  for (const language of ['zh-CN', 'en']) {
    const words = page.locator(`section[lang="${language}"]`)
    await expect(words.locator('h1')).not.toHaveText(code)
    await expect(words.locator('p')).not.toBeEmpty()
  }
  return page
}

/** The room is open, with its child. */
async function isOpen(app: ElectronApplication): Promise<{ pupil: Page; codes: readonly string[] }> {
  const pupil = await first(app)
  await expect(pupil.getByRole('button', { name: '林小雨' })).toBeVisible()
  const staff = await signIn(app, pupil)
  return { pupil, codes: await codesOf(staff) }
}

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
    test.setTimeout(120_000)
    await furnished(launch, userData)
    const file = join(userData, 'seat.json')
    const seat = () => readRoom(userData, ({ all }) => all(`SELECT value FROM meta WHERE key = 'seat'`))
    const before = seat()
    for (const [name, spoil] of Object.entries(spoils)) {
      spoil(file)
      const app = await launch()
      const pupil = await first(app)
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
  test.setTimeout(150_000)
  await furnished(launch, userData)
  const file = databaseOf(userData)
  for (const [name, spoil] of Object.entries(spoils)) {
    spoil(file)
    const spoilt = readFileSync(file)
    const before = asideOf(userData)
    const app = await launch()
    const pupil = await first(app)
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
    const setup = await first(app)
    await expect(setup.getByText(why)).toBeVisible()
    const pupil = await openRoom(app)
    expect(await facesOf(pupil)).toEqual([])
    const [aside] = asideOf(userData).filter((each) => !/-(wal|shm)$/.test(each))
    expect(readFileSync(join(roomOf(userData), aside!)).equals(spoilt)).toBe(true)
    await closed(app)
    app = await launch()
    const staff = await signIn(app, await first(app))
    expect((await codesOf(staff)).join()).toContain('started-empty')
  })

test('a database of a newer version is left as it is, and the window says so', async ({
  launch,
  userData,
}) => {
  await furnished(launch, userData)
  const raw = new DatabaseSync(databaseOf(userData))
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
  await must(pupil, 'sessions.begin', { childId })
  await freshPage(pupil, noDeeds())
  await scribble(pupil)
  await pupil.getByRole('button', { name: '写好了' }).click()
  await expect(pupil.locator('.page-card img')).toBeVisible()
  expect(readFileSync(join(userData, 'logs'), 'utf8')).toBe('no folder')
})

async function scribble(pupil: Page): Promise<void> {
  const box = await pupil.locator('.paper-box canvas').boundingBox()
  if (!box) throw new Error('There is no paper')
  await pupil.mouse.move(box.x + 40, box.y + 40)
  await pupil.mouse.down()
  for (let step = 1; step <= 12; step++)
    await pupil.mouse.move(box.x + 40 + step * 15, box.y + 40 + (step % 3) * 30)
  await pupil.mouse.up()
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0
const mount = (...words: string[]) => execFileSync('mount', words)

test.describe('disks', () => {
  let mounted: string[] = []
  test.beforeEach(() => test.skip(!mayMount, 'only root may mount a disk'))
  test.afterEach(() => {
    for (const place of mounted.toReversed()) execFileSync('umount', ['-l', place])
    mounted = []
  })
  const bind = (place: string) => {
    mount('--bind', place, place)
    mounted.push(place)
  }

  test('a read-only data folder: the window says so, and the room opens by itself once it is mended', async ({
    launch,
    userData,
  }) => {
    await furnished(launch, userData)
    bind(userData)
    mount('-o', 'remount,ro,bind', userData)
    const app = await launch()
    const page = await saysWhy(app, 'read-only')
    mount('-o', 'remount,rw,bind', userData)
    await expect(page.getByRole('button', { name: '林小雨' })).toBeVisible({ timeout: 20_000 })
    await cutPower(app)
  })

  test('settings that cannot be replaced: the room opens all the same', async ({ launch, userData }) => {
    await furnished(launch, userData)
    const file = join(userData, 'seat.json')
    writeFileSync(file, '')
    bind(file)
    const app = await launch()
    const { codes } = await isOpen(app)
    expect(codes).toContain('settings-recreated')
    await cutPower(app)
  })

  test('a disk that fills while a child draws: the child is told, nothing is lost, and it goes on', async ({
    launch,
    userData,
  }) => {
    const room = roomOf(userData)
    mkdirSync(room)
    mount('-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', room)
    mounted.push(room)
    const childId = await furnished(launch, userData)
    const app = await launch()
    const { pupil } = await isOpen(app)
    await must(pupil, 'sessions.begin', { childId })
    const page = await freshPage(pupil, noDeeds())
    await scribble(pupil)
    await expect(pupil.locator('.saved')).toHaveText('存好了')
    const kept = (await must(pupil, 'diary.open', { page })).strokes.length
    const filler = join(room, 'filler')
    fill(filler)
    // The journal has room of its own for a while.
    const said = pupil.locator('.saved.not')
    let drawn = kept
    for (; drawn < kept + 400 && !(await said.isVisible()); drawn++) await scribble(pupil)
    await expect(said).toHaveText('存不下')
    await expect(pupil.locator('.unsaved-note')).toContainText('电脑的本子写满了，请叫老师')
    expect(await must(pupil, 'sessions.now')).toMatchObject({ place: { name: 'diary-page' } })
    await scribble(pupil)
    drawn += 1
    rmSync(filler)
    await expect(pupil.locator('.saved')).toHaveText('存好了', { timeout: 20_000 })
    expect((await must(pupil, 'diary.open', { page })).strokes).toHaveLength(drawn)
    await cutPower(app)
    readRoom(userData, ({ one }) =>
      expect(
        one(
          `SELECT (SELECT count(*) FROM diary_step WHERE kind = 'stroke') + (SELECT count(*) FROM diary_draft)`,
        ),
      ).toBe(drawn),
    )
  })

  test('a disk that is full at the start: the window says so, and the room opens once there is space', async ({
    launch,
    userData,
  }) => {
    const room = roomOf(userData)
    mkdirSync(room)
    mount('-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', room)
    mounted.push(room)
    await furnished(launch, userData)
    fill(join(room, 'filler'))
    const app = await launch()
    const page = await saysWhy(app, 'disk-full')
    rmSync(join(room, 'filler'))
    await expect(page.getByRole('button', { name: '林小雨' })).toBeVisible({ timeout: 20_000 })
    await cutPower(app)
  })
})

function fill(file: string): void {
  writeFileSync(file, '')
  for (const size of [2 ** 20, 4096])
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  expect(statfsSync(resolve(file, '..')).bavail).toBe(0)
}
