import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from './fixture.ts'
import { must, openRoom, settled, signIn } from './open-room.ts'

const database = (userData: string): string => join(userData, 'room', 'room.sqlite')

function alter(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

test('a settings file of zero bytes: the room opens, the seat keeps its name, staff are told', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await openRoom(first)
  await first.close()
  const file = join(userData, 'seat.json')
  const { seatId } = JSON.parse(readFileSync(file, 'utf8')) as { seatId: string }
  writeFileSync(file, '')
  const second = await launch()
  const pupil = await settled(await second.firstWindow())
  expect(await must(pupil, 'room.look')).toMatchObject({ school: '第一小学' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ seatId })
  expect(readdirSync(userData).filter((name) => name.startsWith('seat.json.broken-'))).toHaveLength(1)
  const staff = await signIn(second, pupil)
  expect((await must(staff, 'room.notices')).map(({ code }) => code)).toContain('settings-recreated')
})

test('a database of a newer version is left alone, with a page that says so in both languages', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await openRoom(first)
  await first.close()
  alter(database(userData), 'PRAGMA user_version = 900')
  const before = readFileSync(database(userData))
  const second = await launch()
  const page = await settled(await second.firstWindow())
  await expect(page.locator('main')).toHaveAttribute('data-problem', 'newer')
  await expect(page.locator('section[lang="zh-CN"] h1')).toHaveText(/更新版本/)
  await expect(page.locator('section[lang="en"] h1')).toHaveText(/newer version/)
  await second.close()
  expect(readFileSync(database(userData)).equals(before)).toBe(true)
})

test('a database of another program, or one that is rubbish: set aside, and the backup is back', async ({
  launch,
  userData,
}) => {
  const first = await launch()
  await openRoom(first)
  await first.close()
  for (const spoil of [
    () => alter(database(userData), 'PRAGMA application_id = 7'),
    () => writeFileSync(database(userData), Buffer.alloc(8192, 'rubbish')),
  ]) {
    spoil()
    const app = await launch()
    const pupil = await settled(await app.firstWindow())
    expect(await must(pupil, 'room.look')).toMatchObject({ school: '第一小学' })
    const staff = await signIn(app, pupil)
    expect((await must(staff, 'room.notices')).map(({ code }) => code)).toContain('restored-from-backup')
    await app.close()
  }
})

test('a data folder that is none: a page instead of a white window', async ({ launch, userData }) => {
  mkdirSync(userData, { recursive: true })
  writeFileSync(join(userData, 'room'), 'a file where a folder should be')
  const app = await launch()
  const page = await settled(await app.firstWindow())
  await expect(page.locator('main[data-problem] h1').first()).toBeVisible()
  expect(existsSync(join(userData, 'room'))).toBe(true)
})
