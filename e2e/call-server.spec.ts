import type { Page } from '@playwright/test'
import { layCallGround, type CallGround } from './call-ground.ts'
import { freePort } from '../main/call-server/engines/ports.ts'
import { whyNoEngines } from './calls/needs.ts'
import { expect, test as base } from './fixture.ts'
import { begin, must, openRoom, signIn } from './open-room.ts'
import { comeIn, goOut, openPage } from './staff-ways.ts'

const test = base.extend<{ ground: CallGround }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  ground: async ({}, use) => {
    const ground = await layCallGround()
    await use(ground)
    return ground.close()
  },
})

const panel = (staff: Page) => staff.locator('.call-server')
const join = async (staff: Page, line: string) => {
  await panel(staff).getByLabel('接入信息').fill(line)
  await panel(staff).getByRole('button', { name: '接上' }).click()
}
const leave = async (staff: Page) => {
  await panel(staff).getByRole('button', { name: '断开' }).click()
  await staff.getByRole('alertdialog').getByRole('button', { name: '断开' }).click()
}
/** The page asks each quarter of a minute. */

test.describe('a room and its call server', () => {
  test.skip(whyNoEngines() !== '', whyNoEngines())

  test('a coordinator joins it with the line, sees how it is, and leaves', async ({ ground, launch }) => {
    const app = await launch()
    const pupil = await openRoom(app)
    const staff = await signIn(app, pupil)
    const { id: childId } = await must(staff, 'children.add', {
      name: '林小雨',
      classLabel: '二(1)班',
      number: null,
      birthday: null,
    })
    await begin(pupil, { childId })
    await pupil.getByRole('button', { name: '打电话', exact: true }).click()
    await expect(pupil.getByText('电话线还没有接好')).toBeVisible()
    await openPage(staff, '设置')

    await test.step('what does not join says why', async () => {
      await expect(panel(staff).getByText('还没有接上通话服务器')).toBeVisible()
      const said = panel(staff).getByRole('status')
      await join(staff, '明天再接')
      await expect(said).toContainText('不完整')
      await join(staff, ground.line.replace('http://localhost', 'http://calls.example'))
      await expect(said).toContainText('没有加密')
      await join(staff, ground.line.replace(/localhost:\d+/, `localhost:${await freePort()}`))
      await expect(said).toContainText('这一行还能用')
      await join(staff, ground.line.replace(/code=.*/, 'code=AAAA-AAAA-AAAA-AAAA-AAAA'))
      await expect(said).toContainText('不完整，或者服务器不认识它')
    })

    await test.step('joined: the room, the address, the line; the child’s door opens at once', async () => {
      await join(staff, `请用这一行：${ground.line} 谢谢`)
      await expect(panel(staff).getByText('通着')).toBeVisible()
      await expect(panel(staff).getByText('Example room')).toBeVisible()
      await expect(panel(staff).getByText(new URL(ground.line).origin, { exact: true })).toBeVisible()
      await expect(pupil.getByText('家人的名字还没有写上来')).toBeVisible()
    })

    await test.step('away, and there again', async () => {
      await ground.stop()
      await expect(panel(staff).getByText('连不上', { exact: true })).toBeVisible()
      await ground.start()
      await panel(staff).getByRole('button', { name: '再看一看' }).click()
      await expect(panel(staff).getByText('通着')).toBeVisible()
    })

    await test.step('revoked by the operator; left after a question', async () => {
      const seat = /seat (\S+)/.exec(ground.operate('--list'))?.[1] ?? ''
      ground.operate('--revoke-seat', seat)
      await expect(panel(staff).getByText('已被停用')).toBeVisible()
      await expect(panel(staff).getByRole('alert')).toContainText('断开后用新的接入信息')
      await leave(staff)
      await expect(panel(staff).getByText('还没有接上通话服务器')).toBeVisible()
      await expect(pupil.getByText('电话线还没有接好')).toBeVisible()
    })

    await test.step('a line works once; a new one joins again', async () => {
      await join(staff, ground.line)
      await expect(panel(staff).getByRole('status')).toContainText('已经用过')
      const room = /room=([^&]+)/.exec(ground.line)?.[1] ?? ''
      await join(staff, ground.operate('--add-seat', room))
      await expect(panel(staff).getByText('通着')).toBeVisible()
    })
  })

  test('a teacher sees that there is none, and whom to ask', async ({ app }) => {
    const pupil = await openRoom(app)
    const office = await signIn(app, pupil)
    const teacher = { name: '王老师', pin: '628417' }
    await must(office, 'staff.add', { ...teacher, role: 'teacher', checkedOn: null })
    await goOut(office)
    const staff = await comeIn(app, pupil, teacher)
    await openPage(staff, '设置')
    await expect(panel(staff).getByText('请协调员或技术员来接')).toBeVisible()
    await expect(panel(staff).getByLabel('接入信息')).toBeHidden()
  })
})
