import { EXAMPLE_PIN } from '#core/example/example-words.ts'
import { layCallGround, moves, sounds, tones, type CallGround } from './call-ground.ts'
import { whyNoEngines } from './calls/needs.ts'
import { expect, test as base } from './fixture.ts'
import { comeIn, goOut, openPage } from './staff-ways.ts'
import { firstWindow } from './windows.ts'

const test = base.extend<{ ground: CallGround }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern
  ground: async ({}, use) => {
    const ground = await layCallGround()
    await use(ground)
    return ground.close()
  },
})
test.use({ appArgs: ['--example'] })

test('a stranger follows the README: the example room calls a browser on the same machine', async ({
  ground,
  launch,
}) => {
  test.skip(whyNoEngines() !== '', whyNoEngines())
  const app = await launch([...ground.kioskDevices])
  const pupil = await firstWindow(app)
  const staff = await comeIn(app, pupil, { name: '周老师（演示）', pin: EXAMPLE_PIN })

  await test.step('the line is pasted', async () => {
    await openPage(staff, '设置')
    await staff.getByLabel('接入信息').fill(ground.line)
    await staff.getByRole('button', { name: '接上', exact: true }).click()
    await expect(staff.getByText('通着')).toBeVisible()
  })

  const link = await test.step('the mother is invited', async () => {
    await openPage(staff, '家人')
    await staff.getByRole('searchbox').fill('林小雨')
    await staff.getByRole('row', { name: /林小雨/ }).click()
    const mother = staff.getByRole('region', { name: '妈妈 陈玉兰' })
    await mother.getByRole('button', { name: '邀请' }).click()
    await staff.getByRole('button', { name: '生成新链接' }).click()
    const shown = staff.getByRole('dialog').getByLabel('链接', { exact: true })
    await expect(shown).toHaveValue(/^http:\/\/localhost:\d+\/.*#./)
    await expect(staff.getByRole('dialog').getByRole('img')).toBeVisible()
    return shown.inputValue()
  })
  await staff.keyboard.press('Escape')
  await goOut(staff)

  const phone = await ground.phone()
  await phone.goto(link)
  await phone.getByRole('button', { name: '打开我的页面' }).click()

  await test.step('the child sits down and calls', async () => {
    await pupil.getByRole('button', { name: '二年级', exact: true }).click()
    await pupil.getByRole('button', { name: 'L', exact: true }).click()
    await pupil.getByRole('button', { name: /林小雨/ }).click()
    await pupil.getByRole('button', { name: '打电话', exact: true }).click()
    await pupil.getByRole('button', { name: '妈妈，正在等你', exact: true }).click()
    await phone.getByRole('button', { name: '点一下，见小雨' }).click()
    await Promise.all([moves(pupil, 'video.film'), moves(phone, 'video.remote')])
    await sounds(phone, 'video.remote', tones.child)
  })
})
