// T4: an update from a stick, as a coordinator or technician sees it. The root's side is the real program on a folder of the test; the test
// starts it where systemd does on a seat.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { serious } from './axe.ts'
import { roomWithChildren } from './child-ground.ts'
import { expect, test as base } from './fixture.ts'
import { makeSeat, office, type Seat } from '../main/core/updates/update-seat.fixture.ts'
import { openPage } from './staff-ways.ts'

const test = base.extend<{ seat: Seat }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  seat: async ({}, use) => {
    const seat = makeSeat()
    await use(seat)
    seat.remove()
  },
  appArgs: async ({ seat }, use) => use([`--seat-root=${seat.root}`]),
})
test.skip(process.platform !== 'linux', 'a seat with a root’s side is a Linux one')

test('a stick that is refused in words, one that is prepared, and the change when nobody sits there', async ({
  app,
  seat,
}) => {
  const { staff } = await roomWithChildren(app)
  await openPage(staff, '升级')
  await expect(staff.getByText('这里没有新版本')).toBeVisible()
  seat.put({ version: '1.1.0' }, { keys: [office.stranger] })
  await expect(staff.getByText('签名不是这台电脑信得过的人的')).toBeVisible()
  rmSync(join(seat.stick, 'happy-home-update'), { recursive: true })
  seat.put(
    { version: '1.1.0', schema: 9999 },
    { news: { 'zh-CN': ['断了的电话接得更快', '预约能拖着排'], en: ['Faster'] } },
  )
  await expect(staff.getByRole('heading', { name: 'U 盘里是 1.1.0' })).toBeVisible()
  await expect(staff.getByText('开好以后就不能再退回了')).toBeVisible()
  await expect(staff.getByText('断了的电话接得更快')).toBeVisible()
  expect(await serious(staff)).toEqual([])
  await staff.getByRole('button', { name: '先装在旁边' }).click()
  await expect(staff.getByText('U 盘先别拔')).toBeVisible()
  seat.run('run')
  await expect(staff.getByText('U 盘可以拔了')).toBeVisible()
  await staff.getByRole('button', { name: '孩子走了就换' }).click()
  await expect(staff.getByText('停过电也记得')).toBeVisible()
  // Nobody sits there but who ordered it.
  await expect.poll(() => existsSync(seat.path('run/happy-home-updates/wish/switch'))).toBe(true)
  expect(existsSync(seat.path('run/happy-home-updates/open/now'))).toBe(true)
  seat.run('run')
  expect(seat.starts()).toBe('1.1.0')
  for (let start = 0; start < 4; start += 1) seat.run('starting')
  await expect(staff.getByText('1.1.0 没有开好')).toBeVisible()
  expect(await serious(staff)).toEqual([])
})
