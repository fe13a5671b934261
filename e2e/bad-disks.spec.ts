import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { freshPage, noDeeds } from './busy-child.ts'
import { expect, test } from './fixture.ts'
import { forgetRoom, furnished, isOpen, saysWhy, scribble } from './furnished-room.ts'
import { begin, must } from './open-room.ts'
import { cutPower, readRoom, roomOf } from './room-copy.ts'
import { strokesOn } from './on-page.ts'

test.afterAll(forgetRoom)

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
    await expect(page.getByRole('button', { name: '林小雨' })).toBeVisible()
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
    await begin(pupil, { childId })
    const page = await freshPage(pupil, noDeeds())
    await scribble(pupil)
    await expect(pupil.locator('.saved')).toHaveText('存好了')
    const kept = strokesOn(await must(pupil, 'diary.open', { page })).length
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
    await expect(pupil.locator('.saved')).toHaveText('存好了')
    expect(strokesOn(await must(pupil, 'diary.open', { page }))).toHaveLength(drawn)
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
    await expect(page.getByRole('button', { name: '林小雨' })).toBeVisible()
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
