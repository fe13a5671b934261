import type { Page } from '@playwright/test'
import { plugOf, unlist } from './device-plug.ts'
import { expect, test } from './fixture.ts'
import { atTheBox, layLetterGround } from './letter-ground.ts'
import { fakeDevices } from './parent-phones.ts'
import { must, openRoom, signIn } from './open-room.ts'
import { openPage } from './staff-ways.ts'
import { putMixer } from './calls/client/hands-on.ts'
import { asFarAsTheDevices } from './set-up-ways.ts'
import { sweep } from './sweep.ts'
import { loadedWindow } from './windows.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })
/** So long at least the child speaks. */
const speaks = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('a recording whose devices fall out keeps what it has, says so, and goes on when they are back', async ({
  launch,
  mainLog,
}) => {
  const ground = await layLetterGround()
  try {
    const { app, pupil, staff, contactId } = await atTheBox(launch, ground)
    const microphone = plugOf(app, pupil, 'microphone')
    const camera = plugOf(app, pupil, 'camera')

    await test.step('a voice rests without a microphone, and goes on', async () => {
      await openPage(staff, '房间现在')
      await unlist(staff, 'microphone', true)
      await button(pupil, '说一段').click()
      const began = performance.now()
      await button(pupil, '开始').click()
      await expect(pupil.locator('.on-air')).toBeVisible()
      await speaks(2500)
      await microphone.pull()
      await expect(pupil.getByText('听不到你的声音了')).toBeVisible()
      const rested = performance.now()
      await expect(staff.getByText('找不到麦克风：插好了吗？')).toBeVisible()
      await picture(staff, 'staff-out')
      await expect(pupil.getByText('前面的都存好了')).toBeVisible()
      await expect(pupil.locator('.on-air')).toBeHidden()
      expect(await sweep(pupil)).toEqual([])
      await picture(pupil, 'voice-out')
      await speaks(3000)
      await microphone.plug()
      await expect(pupil.getByText('又听得到你啦')).toBeVisible()
      await expect(staff.getByText('找不到麦克风')).toBeHidden()
      expect(await sweep(pupil)).toEqual([])
      await picture(pupil, 'voice-back')
      const restedMs = performance.now() - rested
      await button(pupil, '接着说').click()
      await expect(pupil.locator('.on-air')).toBeVisible()
      await speaks(2500)
      await button(pupil, '说完了').click()
      await expect(button(pupil, '寄给妈妈')).toBeVisible()
      const { messages } = await must(pupil, 'messages.box', { contactId })
      const draft = messages.at(-1)
      // Both parts, and not what it rested.
      expect(draft?.lengthMs).toBeGreaterThan(4000)
      expect(draft?.lengthMs).toBeLessThan(performance.now() - began - restedMs)
      const whole = await pupil.evaluate(async (path) => {
        const context = new AudioContext()
        const sound = await context.decodeAudioData(await (await fetch(path)).arrayBuffer())
        // Both halves are heard.
        const samples = sound.getChannelData(0)
        const loud = (from: number, to: number) =>
          samples.subarray(from * samples.length, to * samples.length).some((one) => Math.abs(one) > 0.01)
        return { seconds: sound.duration, first: loud(0, 0.4), last: loud(0.6, 1) }
      }, draft?.content ?? '')
      expect(whole).toMatchObject({ first: true, last: true })
      expect(whole.seconds).toBeGreaterThan(4)
      await button(pupil, '不寄了').click()
    })

    await test.step('a film goes on as a voice without a camera, and as a film with it', async () => {
      await button(pupil, '拍一段').click()
      await button(pupil, '开始').click()
      await expect(pupil.locator('.on-air')).toBeVisible()
      await speaks(2000)
      await camera.pull()
      await expect(pupil.getByText('摄像头歇着，声音接着录')).toBeVisible()
      await expect(pupil.locator('.on-air')).toBeVisible()
      expect(await sweep(pupil)).toEqual([])
      await picture(pupil, 'film-out')
      await speaks(2500)
      await camera.plug()
      await expect(pupil.getByText('摄像头歇着，声音接着录')).toBeHidden()
      await expect(pupil.locator('.mirror video')).toBeVisible()
      await speaks(2000)
      await button(pupil, '拍完了').click()
      await expect(button(pupil, '寄给妈妈')).toBeVisible()
      await pupil.locator('.played').click()
      await pupil.waitForFunction(() => {
        const film = document.querySelector<HTMLVideoElement>('.played video')
        return film !== null && film.videoWidth === 640 && film.currentTime > 4
      })
      await button(pupil, '不寄了').click()
    })

    await test.step('before it begins, a microphone that is not there is waited for', async () => {
      await button(pupil, '说一段').click()
      await expect(button(pupil, '开始')).toBeVisible()
      await microphone.pull()
      await expect(pupil.getByText('麦克风没有准备好')).toBeVisible()
      await microphone.plug()
      await expect(button(pupil, '开始')).toBeVisible()
    })

    await test.step('one that was not there when it was wanted is shown to staff until it is listed again', async () => {
      await microphone.pull()
      await expect(pupil.getByText('麦克风没有准备好')).toBeVisible()
      await expect(staff.getByText('找不到麦克风：插好了吗？')).toBeVisible()
      await pupil.getByRole('button', { name: '回去', exact: true }).click()
      await unlist(staff, 'microphone', false)
      await expect(staff.getByText('找不到麦克风')).toBeHidden()
      await microphone.plug()
    })

    await test.step('the log says what and how long, and nothing else', () => {
      const log = mainLog.join('')
      expect(log).toContain('"device":"microphone","during":"message"')
      expect(log).toContain('"what":"microphone-missing"')
      expect(log).toContain('"what":"camera-missing"')
      expect(log).toMatch(/A device is back.*"outMs":\d+/)
    })
  } finally {
    await ground.close()
  }
})

test('a microphone that is turned off in the mixer is said to be silent, and is not cut off', async ({
  launch,
  mainLog,
}) => {
  const ground = await layLetterGround()
  try {
    const { pupil, staff } = await atTheBox(launch, ground)
    await openPage(staff, '房间现在')
    const mix = await putMixer(pupil)
    const words = pupil.getByText('听不到你的声音，大声说一句', { exact: true })
    const forStaff = staff.getByText('麦克风一点声音也没有：是不是静音了？')
    await button(pupil, '说一段').click()
    await button(pupil, '开始').click()
    await expect(pupil.locator('.on-air')).toBeVisible()
    await mix(false)
    await expect(words).toBeVisible()
    await expect(pupil.locator('.on-air')).toBeVisible()
    await expect(forStaff).toBeVisible()
    expect(await sweep(pupil)).toEqual([])
    await picture(pupil, 'voice-silent')
    await mix(true)
    await expect(words).toBeHidden()
    await expect(forStaff).toBeHidden()
    await button(pupil, '说完了').click()
    await expect(button(pupil, '寄给妈妈')).toBeVisible()
    await expect.poll(() => mainLog.join('')).toContain('"what":"microphone-silent"')
  } finally {
    await ground.close()
  }
})

test('in the set-up, devices that are taken, pulled out or turned off say so, and are back by themselves', async ({
  launch,
}) => {
  const app = await launch([...fakeDevices])
  const page = await loadedWindow(app, 'staff')
  await asFarAsTheDevices(page)
  const card = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
  const mix = await putMixer(page)
  for (const name of ['摄像头', '麦克风']) {
    await card(name).getByRole('button', { name: '试一试' }).click()
    await expect(card(name).getByText('正常')).toBeVisible()
  }
  const camera = plugOf(app, page, 'camera')

  await test.step('taken', async () => {
    camera.hang()
    try {
      await expect(card('摄像头').getByText('被别的程序占着')).toBeVisible()
      await expect(card('摄像头').locator('video')).toBeHidden()
    } finally {
      camera.goOn()
    }
    await expect(card('摄像头').locator('video')).toBeVisible()
  })
  await test.step('turned off in the mixer', async () => {
    await mix(false)
    await expect(card('麦克风').getByText('没有声音，静音了吗？')).toBeVisible()
    await picture(page, 'set-up-silent')
    await mix(true)
    await expect(card('麦克风').getByText('正常')).toBeVisible()
  })
  for (const [name, device] of [
    ['摄像头', 'camera'],
    ['麦克风', 'microphone'],
  ] as const)
    await test.step(`pulled out: ${device}`, async () => {
      const plug = plugOf(app, page, device)
      await plug.pull()
      await expect(card(name).getByText('没有找到，看看插好没有')).toBeVisible()
      if (device === 'camera') await picture(page, 'set-up-out')
      await plug.plug()
      await expect(card(name).getByText('正常')).toBeVisible()
    })
})

test('the photo booth says that a camera hangs or is pulled out, and is a mirror again by itself', async ({
  launch,
}) => {
  const app = await launch([...fakeDevices])
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await must(staff, 'children.add', { name: '林小雨', classLabel: '二(1)班', number: null, birthday: null })
  await openPage(staff, '孩子')
  await staff.getByRole('row').filter({ hasText: '林小雨' }).click()
  const sheet = staff.getByRole('dialog', { name: '林小雨' })
  await sheet.getByRole('button', { name: '拍照', exact: true }).click()
  await expect(sheet.locator('.photo-booth video')).toBeVisible()
  const camera = plugOf(app, staff, 'camera')
  camera.hang()
  try {
    await expect(sheet.getByText('被别的程序占着')).toBeVisible()
    await expect(sheet.getByRole('button', { name: '拍', exact: true })).toBeDisabled()
    await picture(staff, 'booth-out')
  } finally {
    camera.goOn()
  }
  await expect(sheet.locator('.photo-booth video')).toBeVisible()
  await expect(sheet.getByRole('button', { name: '拍', exact: true })).toBeEnabled()

  await camera.pull()
  await expect(sheet.getByText('没有找到，看看插好没有')).toBeVisible()
  await expect(sheet.getByRole('button', { name: '拍', exact: true })).toBeDisabled()
  await picture(staff, 'booth-pulled')
  await camera.plug()
  await expect(sheet.locator('.photo-booth video')).toBeVisible()
  await sheet.getByRole('button', { name: '拍', exact: true }).click()
  await expect(sheet.locator('.photo-booth')).toBeHidden()
})
