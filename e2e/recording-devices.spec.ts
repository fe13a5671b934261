import type { ElectronApplication, Page } from '@playwright/test'
import { plugOf } from './device-plug.ts'
import { expect, test } from './fixture.ts'
import { familyOf } from './family.ts'
import { layLetterGround, type LetterGround } from './letter-ground.ts'
import { fakeDevices } from './parent-phones.ts'
import { must, openRoom, signIn } from './open-room.ts'
import { openPage } from './staff-ways.ts'
import { sweep } from './sweep.ts'

test.setTimeout(180_000)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const picture = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) })
/** What a reader may wait for a word; see the calls’ own test for what is measured, which is below two seconds. */
const soon = { timeout: 5000 }
/** A recording that has come so far by the dots and the disk. */
const speaks = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A child in front of the letterbox of its mother. */
async function atTheBox(launch: (args: string[]) => Promise<ElectronApplication>, ground: LetterGround) {
  const app = await launch([...fakeDevices])
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  await must(staff, 'calls.enrol', { line: ground.line })
  const kin = await familyOf(staff)
  await must(pupil, 'sessions.begin', { childId: kin.childId })
  await pupil.locator('.door').first().click()
  await button(pupil, '给妈妈留话').click()
  return { app, pupil, staff, ...kin }
}

test('a recording whose devices fall out keeps what it has, says so, and goes on when they are back', async ({
  launch,
  mainLog,
}) => {
  const ground = await layLetterGround()
  try {
    const { app, pupil, contactId } = await atTheBox(launch, ground)
    const microphone = plugOf(app, pupil, 'microphone')
    const camera = plugOf(app, pupil, 'camera')

    await test.step('a voice rests without a microphone, and goes on', async () => {
      await button(pupil, '说一段').click()
      await button(pupil, '开始').click()
      await expect(pupil.locator('.on-air')).toBeVisible()
      await speaks(2500)
      await microphone.pull()
      await expect(pupil.getByText('听不到你的声音了')).toBeVisible(soon)
      await expect(pupil.getByText('前面的都存好了')).toBeVisible()
      await expect(pupil.locator('.on-air')).toBeHidden()
      expect(await sweep(pupil)).toEqual([])
      await picture(pupil, 'voice-out')
      await speaks(3000)
      await microphone.plug()
      await expect(pupil.getByText('又听得到你啦')).toBeVisible(soon)
      expect(await sweep(pupil)).toEqual([])
      await picture(pupil, 'voice-back')
      await button(pupil, '接着说').click()
      await expect(pupil.locator('.on-air')).toBeVisible()
      await speaks(2500)
      await button(pupil, '说完了').click()
      await expect(button(pupil, '寄给妈妈')).toBeVisible()
      const { messages } = await must(pupil, 'messages.box', { contactId })
      const draft = messages.at(-1)
      // Both parts, and not what it rested.
      expect(draft?.lengthMs).toBeGreaterThan(4000)
      expect(draft?.lengthMs).toBeLessThan(7500)
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
      await expect(pupil.getByText('摄像头歇着，声音接着录')).toBeVisible(soon)
      await expect(pupil.locator('.on-air')).toBeVisible()
      expect(await sweep(pupil)).toEqual([])
      await picture(pupil, 'film-out')
      await speaks(2500)
      await camera.plug()
      await expect(pupil.getByText('摄像头歇着，声音接着录')).toBeHidden(soon)
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
      await expect(pupil.getByText('麦克风没有准备好')).toBeVisible(soon)
      await microphone.plug()
      await expect(button(pupil, '开始')).toBeVisible(soon)
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

test('the photo booth says that a camera hangs, and is a mirror again when it goes on', async ({
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
    await expect(sheet.getByText('被别的程序占着')).toBeVisible(soon)
    await expect(sheet.getByRole('button', { name: '拍', exact: true })).toBeDisabled()
    await picture(staff, 'booth-out')
  } finally {
    camera.goOn()
  }
  await expect(sheet.locator('.photo-booth video')).toBeVisible(soon)
  await expect(sheet.getByRole('button', { name: '拍', exact: true })).toBeEnabled()
})
