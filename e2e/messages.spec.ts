import type { Page } from '@playwright/test'
import { BufferSource, Input, MP4, WEBM } from 'mediabunny'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { serious } from './axe.ts'
import { skipMood } from './child-ground.ts'
import { expect, test } from './fixture.ts'
import { atTheBox, layLetterGround } from './letter-ground.ts'
import { fakeDevices } from './parent-phones.ts'
import { begin, call, must } from './open-room.ts'
import { cutPower, roomOf } from './room-copy.ts'
import { sweep } from './sweep.ts'
import { firstWindow } from './windows.ts'

const home = (pupil: Page) => pupil.locator('.door').first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** Something that plays and has come somewhere. */
const plays = (page: Page, selector: string) =>
  page.waitForFunction((at) => {
    const media = document.querySelector<HTMLMediaElement>(at)
    return media !== null && media.currentTime > 0.2
  }, selector)

/** Nothing scrolls, nothing is too small, and axe has nothing to say. */
async function isSound(pupil: Page): Promise<void> {
  expect([...(await sweep(pupil)), ...(await serious(pupil))]).toEqual([])
}

/** Opens what lies in mother's box there, and says how it is coded, the picture first. */
async function opens(
  mother: Page,
  name: string,
  media: 'audio' | 'video.film',
): Promise<readonly (string | null)[]> {
  let content: Uint8Array = new Uint8Array()
  await mother.route('**/content', async (route) => {
    const answer = await route.fetch()
    if (answer.ok()) content = await answer.body()
    await route.fulfill({ response: answer })
  })
  await button(mother, name).click()
  await plays(mother, media)
  // It is heard: the browser has decoded sound of it.
  await mother.waitForFunction((selector) => {
    const one = document.querySelector<HTMLMediaElement & { webkitAudioDecodedByteCount: number }>(selector)
    return (one?.webkitAudioDecodedByteCount ?? 0) > 2000
  }, media)
  const input = new Input({ formats: [MP4, WEBM], source: new BufferSource(new Uint8Array(content)) })
  const tracks = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()]
  return tracks.map((track) => track?.codec ?? null)
}

/** Bytes of the recording that are on the disk. */
function keptBytes(userData: string): number {
  const parts = join(roomOf(userData), 'media', 'message-parts')
  try {
    return readdirSync(parts).reduce((sum, name) => sum + statSync(join(parts, name)).size, 0)
  } catch {
    return 0
  }
}

/** Until main has kept four more pieces of it, of which there are two a second. */
async function twoSeconds(userData: string): Promise<number> {
  let before = keptBytes(userData)
  for (let piece = 0; piece < 4; piece += 1) {
    await expect.poll(() => keptBytes(userData)).toBeGreaterThan(before)
    before = keptBytes(userData)
  }
  return before
}

/** Records for a moment, and waits until it may be looked at. */
async function record(pupil: Page, userData: string, what: '说一段' | '拍一段', done: '说完了' | '拍完了') {
  await button(pupil, what).click()
  await button(pupil, '开始').click()
  await expect(pupil.locator('.on-air')).toBeVisible()
  await isSound(pupil)
  await twoSeconds(userData)
  await button(pupil, done).click()
  await expect(button(pupil, '寄给妈妈')).toBeVisible()
  await isSound(pupil)
}

test('a film goes to mother’s phone and plays there; her answer lights the lantern and plays here', async ({
  launch,
  userData,
}) => {
  const ground = await layLetterGround()
  try {
    const { pupil, staff, childId, contactId, link } = await atTheBox(launch, ground)
    await isSound(pupil)
    const mother = await ground.phone()
    await mother.goto(link)
    await button(mother, '打开我的页面').click()
    await expect(mother.getByRole('heading', { level: 1 })).toContainText('小雨')

    await test.step('the child films, looks at it, and sends it', async () => {
      await record(pupil, userData, '拍一段', '拍完了')
      await pupil.locator('.played').click()
      await plays(pupil, '.played video')
      await button(pupil, '寄给妈妈').click()
      await expect(pupil.getByRole('heading', { name: '燕子带着你的话飞走了' })).toBeVisible()
    })

    await test.step('mother sees it, and it plays, in the form that an old iPhone knows too', async () => {
      // Debian's Chromium, the stand-in's engine, has no encoder for H.264: its film goes as it is.
      const hasEncoder = await pupil.evaluate(() => MediaRecorder.isTypeSupported('video/webm;codecs=h264'))
      const codecs = await opens(mother, '看小雨的视频', 'video.film')
      expect(codecs).toEqual(hasEncoder ? ['avc', 'aac'] : ['vp8', 'opus'])
      expect(
        await mother.evaluate(() => document.querySelector<HTMLVideoElement>('video.film')!.videoWidth),
      ).toBe(640)
    })

    await test.step('what her phone cannot play says so, and counts as unseen', async () => {
      const { id } = await must(pupil, 'messages.begin', { contactId, kind: 'voice', type: 'audio/webm' })
      await must(pupil, 'messages.append', {
        id,
        offset: 0,
        bytes: Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 1, 2),
      })
      await must(pupil, 'messages.finish', { id, lengthMs: 2000 })
      await must(pupil, 'messages.send', { id })
      await button(mother, '听小雨的话').click()
      await expect(mother.getByText('这部手机放不了这一段')).toBeVisible()
      const seen = () =>
        must(pupil, 'messages.box', { contactId }).then(({ messages }) => messages.map((one) => one.seen))
      await expect.poll(seen).toEqual([true, false])
    })

    await test.step('mother answers with her voice', async () => {
      await button(mother, '录一段话回小雨').click()
      await button(mother, '录一段话').click()
      await expect(mother.getByText('正在录，2 秒')).toBeVisible()
      await button(mother, '说好了').click()
      // Half-way she thinks again; the link takes the piece no further.
      await mother.route(/[/]upload[?]/, () => undefined)
      const piece = mother.waitForRequest(/[/]upload[?]/)
      await button(mother, '发给小雨').click()
      await piece
      const gone = mother.waitForResponse((answer) => answer.request().method() === 'DELETE')
      await button(mother, '先不发了').click()
      expect((await gone).status()).toBe(204)
      await mother.unroute(/[/]upload[?]/)
      await button(mother, '发给小雨').click()
      await expect(mother.getByRole('heading', { name: '留好了' })).toBeVisible()
    })

    await test.step('the lantern hangs on the tile and says nothing of who', async () => {
      await must(pupil, 'sessions.end')
      const tile = button(pupil, '林小雨，有人给你留了话')
      await expect(tile).toBeVisible()
      await expect(tile.locator('.lantern')).toBeVisible()
      await expect(tile).not.toContainText('妈妈')
      await tile.click()
      await skipMood(pupil)
      const lamp = pupil.getByRole('img', { name: '家里人给你留了话' })
      await expect(lamp.locator('.lantern')).toBeVisible()
    })

    await test.step('the child opens it and hears it; the lantern goes out', async () => {
      await home(pupil).click()
      await expect(button(pupil, '妈妈给你留了话')).toBeVisible()
      await isSound(pupil)
      await button(pupil, '妈妈给你留了话').click()
      await expect(pupil.locator('.way.main .lantern')).toBeVisible()
      await isSound(pupil)
      await pupil.locator('.way.main').click()
      await plays(pupil, '.played video')
      await expect(pupil.getByRole('heading', { name: '妈妈说的话' })).toBeVisible()
      await isSound(pupil)
      await button(pupil, '回去看看家人').click()
      await expect(button(pupil, '给妈妈留话')).toBeVisible()
      expect((await must(pupil, 'messages.unseen')).total).toBe(0)
      const box = await must(pupil, 'messages.box', { contactId })
      expect(box.messages.map(({ from, kind, state, seen }) => [from, kind, state, seen])).toEqual([
        ['child', 'video', 'arrived', true],
        ['child', 'voice', 'arrived', false],
        ['home', 'voice', 'here', true],
      ])
    })

    await test.step('staff cannot reach any of it', async () => {
      const [, , voice] = (await must(pupil, 'messages.box', { contactId })).messages
      expect(await call(staff, 'messages.box', { contactId })).toMatchObject({
        error: { code: 'not-from-here' },
      })
      const status = (page: Page) =>
        page.evaluate(async (path) => (await fetch(path)).status, voice!.content ?? '')
      expect(await status(pupil)).toBe(200)
      expect(await status(staff)).toBe(404)
      await must(pupil, 'sessions.end')
      expect(await status(pupil)).toBe(404)
      expect(childId).toMatch(/./)
    })
  } finally {
    await ground.close()
  }
})

test('what is made while the server is down is kept, also over a power cut, and goes when it is back', async ({
  launch,
  userData,
}) => {
  const ground = await layLetterGround()
  try {
    const { app, pupil, childId, contactId, link } = await atTheBox(launch, ground)
    await ground.stop()

    await test.step('a voice without a line', async () => {
      await record(pupil, userData, '说一段', '说完了')
      await button(pupil, '寄给妈妈').click()
      await expect(pupil.getByRole('heading', { name: '你的话存好了' })).toBeVisible()
      await button(pupil, '再留一段').click()
      await expect(pupil.getByText('存好了，等线接好就送去')).toBeVisible()
    })

    await test.step('a drawing, thought over and drawn anew', async () => {
      await button(pupil, '画一张').click()
      await draw(pupil)
      await isSound(pupil)
      await button(pupil, '画好了').click()
      await button(pupil, '再来一次').click()
      await draw(pupil)
      await button(pupil, '画好了').click()
      await expect(pupil.locator('img.played')).toBeVisible()
      await button(pupil, '寄给妈妈').click()
      await expect(pupil.getByRole('heading', { name: '你的话存好了' })).toBeVisible()
    })

    let said = 0
    const again = await test.step('the power goes in the middle of a recording', async () => {
      await button(pupil, '再留一段').click()
      await button(pupil, '说一段').click()
      await button(pupil, '开始').click()
      await expect(pupil.locator('.on-air')).toBeVisible()
      said = await twoSeconds(userData)
      await cutPower(app)
      return launch([...fakeDevices])
    })

    await test.step('what was said is a draft, what waited goes up', async () => {
      const after = await firstWindow(again)
      await begin(after, { childId })
      const { messages } = await must(after, 'messages.box', { contactId })
      expect(messages.map(({ kind, state }) => [kind, state])).toEqual([
        ['voice', 'waiting'],
        ['drawing', 'waiting'],
        ['voice', 'draft'],
      ])
      const draft = messages[2]!.content ?? ''
      const bytes = await after.evaluate(async (path) => (await (await fetch(path)).blob()).size, draft)
      expect(bytes).toBeGreaterThanOrEqual(said)
      expect(messages[2]!.lengthMs).toBeGreaterThan(900)
      await ground.start()
      await expect
        .poll(async () =>
          (await must(after, 'messages.box', { contactId })).messages.map(({ state }) => state),
        )
        .toEqual(['arrived', 'arrived', 'draft'])
      await must(after, 'sessions.move', { name: 'messages', page: contactId })
      await after.getByRole('button', { name: '还有一段没寄出' }).click()
      await after.locator('.played').click()
      await plays(after, '.played video')
    })

    await test.step('mother hears and sees them', async () => {
      const mother = await ground.phone()
      await mother.goto(link)
      await button(mother, '打开我的页面').click()
      expect(await opens(mother, '听小雨的话', 'audio')).toEqual([null, 'aac'])
      await mother.getByRole('button', { name: '小雨画的画' }).click()
      await expect(mother.getByRole('img', { name: '小雨画的画' })).toBeVisible()
    })
  } finally {
    await ground.close()
  }
})

async function draw(pupil: Page): Promise<void> {
  const box = await pupil.locator('.paper-box canvas').boundingBox()
  if (!box) throw new Error('There is no paper')
  await pupil.mouse.move(box.x + 60, box.y + 60)
  await pupil.mouse.down()
  for (let step = 1; step <= 12; step += 1)
    await pupil.mouse.move(box.x + 60 + step * 18, box.y + 60 + (step % 3) * 40)
  await pupil.mouse.up()
}
