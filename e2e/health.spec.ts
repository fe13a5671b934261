// T3: a technician sees how the seat stands, worst first, tries what can be tried, prints a slip, takes a bundle along; a console says the same.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { serious } from './axe.ts'
import { roomWithChildren } from './child-ground.ts'
import { expect } from './fixture.ts'
import { hostBinary } from './host-binary.ts'
import { must } from './open-room.ts'
import { test } from './own-home.ts'
import { openPage } from './staff-ways.ts'

test('lamps stand worst first, are tried by hand, printed, and taken along without a name', async ({
  app,
  userData,
  documents,
}) => {
  const { staff } = await roomWithChildren(app)
  await openPage(staff, '设备')
  const lamps = staff.locator('.health-lamps li')
  await expect(lamps).toHaveCount(17)
  const order = await lamps.evaluateAll((all) =>
    all.map((one) =>
      ['bad', 'care', 'unknown', 'good'].findIndex((tone) => one.querySelector(`.lamp-mark.${tone}`)),
    ),
  )
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  await expect(staff.getByRole('button', { name: /^好 数据库/ })).toContainText('每一页都读过')

  // By hand: the notes are played, and somebody says that there was nothing.
  await staff.getByRole('button', { name: /喇叭和耳机/ }).press('Enter')
  await staff.getByRole('button', { name: '试一试' }).press('Enter')
  await staff.getByRole('button', { name: '没听见' }).press('Enter')
  await expect(staff.locator('.health-history')).toContainText('没听见')
  const { lamps: told } = await must(staff, 'health.look')
  expect(['none', 'not-heard']).toContain(told.find(({ name }) => name === 'speaker')?.says)

  // A microphone is opened for three seconds, and shut.
  await staff
    .getByRole('button', { name: /麦克风/ })
    .first()
    .click()
  await staff.getByRole('button', { name: '试一试' }).click()
  await expect(staff.locator('.health-history li')).not.toHaveCount(0)
  await expect
    .poll(async () => (await must(staff, 'health.history', { lamp: 'microphone' })).trials.length)
    .toBe(1)
  expect(await serious(staff)).toEqual([])

  await staff.getByRole('button', { name: '全部再查一遍' }).click()
  await expect(staff.getByRole('status').filter({ hasText: '查过' })).toBeVisible()

  await staff.getByRole('button', { name: '打印报修单' }).click()
  const slip = staff.locator('.print-sheet')
  await expect(slip.getByRole('heading', { level: 1, includeHidden: true })).toHaveText('报修单')
  await expect(slip).toContainText('这张单上没有孩子的名字')
  expect(await serious(staff)).toEqual([])
  await staff.keyboard.press('Escape')

  await staff.getByRole('button', { name: '给帮忙的人一包' }).click()
  const places = await must(staff, 'files.places')
  const { file } = await must(staff, 'health.saveBundle', {
    place: places.find(({ kind }) => kind === 'documents')!.id,
  })
  const all = Object.values(unzipSync(readFileSync(join(documents, file))))
    .map((bytes) => strFromU8(bytes))
    .join('\n')
  for (const { name } of await must(staff, 'children.list')) expect(all).not.toContain(name)
  expect(all).toContain('A room is open')
  expect(await serious(staff)).toEqual([])

  // The same on a console while the room stays open; nothing is written, no window opens.
  const before = readdirSync(userData)
  const { status, stdout } = spawnSync(
    hostBinary().path,
    [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), resolve(import.meta.dirname, '..'), '--check', `--user-data-dir=${userData}`],
    { encoding: 'utf8', env: { ...process.env, DISPLAY: '' } },
  ) // prettier-ignore
  expect(stdout).toContain('[ok] 数据库: 完好，每一页都读过。')
  expect(stdout).toContain('喇叭和耳机')
  expect(status).toBe(2)
  expect(readdirSync(userData)).toEqual(before)
})
