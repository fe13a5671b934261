import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { call, must } from './open-room.ts'
import { asFarAsTheDevices, newRoom as room } from './set-up-ways.ts'
import { comeIn, knock, refusalOf } from './staff-ways.ts'
import { loadedWindow } from './windows.ts'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const next = (page: Page) => page.getByRole('button', { name: '下一步' })

test('a technician sets up a seat from nothing, and nobody does it twice', async ({ launch }) => {
  const app = await launch(['--use-fake-device-for-media-stream'])
  const page = await loadedWindow(app, 'staff')

  await test.step('the language, and the example room as the first choice', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await expect(title(page, 'Welcome to Happy Home')).toBeVisible()
    await page.getByRole('button', { name: '中文' }).click()
    await expect(title(page, '欢迎来到快乐家园')).toBeVisible()
    await expect(page.locator('.setup-way').first()).toContainText('先看看示例房间')
    await page.getByRole('button', { name: '开始设置' }).click()
  })

  await test.step('the room, by its school, name and number', async () => {
    await expect(next(page)).toBeDisabled()
    await page.getByLabel('学校').fill(room.school)
    await page.getByLabel('房间').fill(`  ${room.room} `)
    await page.getByRole('button', { name: '加一' }).click()
    await page.getByRole('button', { name: '加一' }).click()
    await next(page).click()
  })

  await test.step('a coordinator, whose PIN nobody guesses', async () => {
    await page.getByLabel('姓名').fill(room.name)
    for (const [pin, why] of [
      ['123456', '这个密码很多人用'],
      ['5201314', '这个密码很多人用'],
      ['19880612', '看起来像生日'],
      ['73915a', '只能用数字'],
    ] as const) {
      await page.getByLabel('新密码').fill(pin)
      await page.getByLabel('再输一次').fill(pin)
      await expect(page.getByText(why)).toBeVisible()
      await expect(next(page)).toBeDisabled()
    }
    const coordinator = { name: room.name, pin: '123456' }
    const weak = { language: 'zh-CN' as const, school: 'x', room: 'y', seat: 1, coordinator }
    expect(await refusalOf(page, 'setup.finish', weak)).toBe('pin-too-easy')
    await page.getByLabel('新密码').fill(room.pin)
    await page.getByLabel('再输一次').fill('739155')
    await expect(page.getByText('两次输入的不一样')).toBeVisible()
    await page.getByLabel('再输一次').fill(room.pin)
    await next(page).click()
  })

  await test.step('camera, microphone, speaker and network, each with its picture', async () => {
    const card = (name: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
    await card('摄像头').getByRole('button', { name: '试一试' }).click()
    await expect(card('摄像头').getByText('正常')).toBeVisible()
    const size = () =>
      card('摄像头')
        .locator('video')
        .evaluate((video: HTMLVideoElement) => video.videoWidth)
    await expect.poll(size).toBeGreaterThan(0)
    await card('麦克风').getByRole('button', { name: '试一试' }).click()
    await expect(card('麦克风').getByText('正常')).toBeVisible()
    // The fake microphone beeps twice a second: looked for at each picture, since every half second could be each time too late.
    await page.waitForFunction(() => document.querySelector('.setup-meter .on'), null, { polling: 'raf' })
    await card('声音').getByRole('button', { name: '放一段声音' }).click()
    await card('声音').getByRole('button', { name: '听到了' }).click()
    await expect(card('声音').getByText('能听到')).toBeVisible()
    await expect(card('网络').getByText(/已连上|没有网络/)).toBeVisible()
  })

  await test.step('the voice that reads Chinese, which somebody hears and judges', async () => {
    const voice = page.getByRole('listitem').filter({ hasText: '中文朗读' })
    await expect(voice.getByText('还没有判断')).toBeVisible()
    await voice.getByRole('button', { name: '听一听' }).click()
    await voice.getByRole('button', { name: '听得懂，是中文' }).click()
    await expect(voice.locator('.chip')).toHaveText('说的是中文')
    await expect(voice.getByText(/有人听过 espeak.*说的是中文/)).toBeVisible()
    expect(await must(page, 'devices.voice')).toMatchObject({ heard: { right: true } })
    await page.getByRole('button', { name: '设置好了' }).click()
  })

  await test.step('the recovery key, which must be written down first', async () => {
    await expect(page.getByText(`${room.school} · ${room.room} · 3 号座位`)).toBeVisible()
    await expect(page.getByLabel('恢复码')).toHaveText(/^[A-Z0-9]{5}(-[A-Z0-9]{5}){3}$/)
    const open = page.getByRole('button', { name: '打开房间' })
    await expect(open).toBeDisabled()
    await page.getByText('我已经抄好了').click()
    const gone = page.waitForEvent('close')
    await open.click().catch(() => undefined)
    await gone
  })

  const pupil = await loadedWindow(app, 'pupil')
  await expect(pupil.getByRole('button', { name: '老师', exact: true })).toBeVisible()
  await app.close()

  await test.step('the next start opens the room, and refuses another set-up', async () => {
    const second = await launch()
    const child = await loadedWindow(second, 'pupil')
    const staff = await knock(second, child)
    await expect(staff.getByRole('heading', { name: `${room.name}，请输入密码` })).toBeVisible()
    const other = { name: '别人', pin: '739154' }
    const again = { language: 'en' as const, school: 'x', room: 'y', seat: 9, coordinator: other }
    expect(await refusalOf(staff, 'setup.finish', again)).toMatch(
      /^(not-from-here|already-set-up|not-allowed)$/,
    )
    expect(await refusalOf(staff, 'setup.openExample')).toMatch(
      /^(not-from-here|already-set-up|not-allowed)$/,
    )
    expect(await call(staff, 'room.look')).toMatchObject({ value: { school: room.school, seat: 3 } })
  })
})

test('a seat without camera and microphone is set up all the same', async ({ launch }) => {
  const app = await launch()
  const page = await loadedWindow(app, 'staff')
  await asFarAsTheDevices(page)
  const camera = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '摄像头' }) })
  await camera.getByRole('button', { name: '试一试' }).click()
  await expect(camera.getByText('没有找到，看看插好没有')).toBeVisible()
  await page.getByRole('button', { name: '上一步' }).click()
  await expect(page.getByLabel('姓名')).toHaveValue(room.name)
  await next(page).click()
  await page.getByRole('button', { name: '设置好了' }).click()
  await expect(title(page, '准备好了')).toBeVisible()
})

test('somebody only looks around: the example room, in a folder of its own', async ({ launch }) => {
  const app = await launch()
  const page = await loadedWindow(app, 'staff')
  const gone = page.waitForEvent('close')
  await page.getByRole('button', { name: '先看看示例房间' }).click()
  await gone
  const pupil = await loadedWindow(app, 'pupil')
  const staff = await knock(app, pupil)
  const pin = /登录密码：(\d+)/.exec((await staff.getByText('登录密码').textContent()) ?? '')?.[1] ?? ''
  await goOutAgain(staff)
  const desk = await comeIn(app, pupil, { name: '协调员', pin })
  await expect(desk.getByText('示例房间：孩子和记录都是编出来的')).toBeVisible()
  expect(await call(desk, 'children.list')).toMatchObject({ value: { length: 154 } })
  await app.close()

  // The real room is still to be set up.
  const second = await launch()
  await expect(title(await loadedWindow(second, 'staff'), '欢迎来到快乐家园')).toBeVisible()
})

async function goOutAgain(staff: Page): Promise<void> {
  const gone = staff.waitForEvent('close')
  await staff
    .getByRole('button', { name: '回到孩子的屏幕' })
    .click()
    .catch(() => undefined)
  await gone
}
