import { expect, test } from './fixture.ts'
import { call, must, openRoom } from './open-room.ts'
import { comeIn, openPage } from './staff-ways.ts'

const word = { text: '家', language: 'zh-CN' } as const

test('a voice that somebody said to be wrong reads no more Chinese, staff are told, and may say otherwise', async ({
  app,
}) => {
  const pupil = await openRoom(app)
  await must(pupil, 'devices.say', word)
  const staff = await comeIn(app, pupil)
  const notice = staff.getByText('这里没有声音能读中文，请到“设置”里看看。')
  const voice = staff.getByRole('listitem').filter({ has: staff.getByRole('heading', { name: '中文朗读' }) })

  await test.step('nobody has heard it', async () => {
    await openPage(staff, '设置')
    await expect(voice.locator('.chip')).toHaveText('还没有判断')
    await expect(voice.getByText('这台电脑的声音还没有人听过。')).toBeVisible()
    await expect(voice.getByRole('button', { name: '不对' })).toBeHidden()
  })

  await test.step('heard and wrong: what happens then, and how to get another', async () => {
    await voice.getByRole('button', { name: '听一听' }).click()
    await voice.getByRole('button', { name: '不对' }).click()
    await expect(voice.locator('.chip')).toHaveText('听过，说得不对')
    const { heard } = await must(staff, 'devices.voice')
    const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium' })
    const when = heard?.at ? day.format(heard.at) : '时间还不能确定的时候，'
    await expect(voice.getByText(`${when}有人听过 ${heard?.voice}，说得不对。`)).toBeVisible()
    await expect(voice.getByText('孩子的屏幕上不出现喇叭，图画和拼音还在，不会读错')).toBeVisible()
    await expect(voice.getByText('apt install espeak-ng')).toBeVisible()
    expect(await call(pupil, 'devices.say', word)).toMatchObject({ ok: false, error: { code: 'no-voice' } })
    await voice.getByRole('button', { name: '再看一次' }).click()
    await expect(voice.locator('.chip')).toHaveText('听过，说得不对')
    await expect(notice).toBeVisible()
  })

  await test.step('a child meets no speaker that pretends: pictures carry it, on home, shelf and in an exercise', async () => {
    await must(staff, 'children.add', { name: '林小雨', classLabel: '一(1)班', number: null, birthday: null })
    await pupil.reload()
    await pupil.getByRole('button', { name: '林小雨', exact: true }).click()
    await expect(pupil.locator('.door')).toHaveCount(4)
    const speakers = pupil.locator('.speak, .listen')
    await expect(speakers).toHaveCount(0)
    for (const page of ['patterns', 'word-problems', 'character-quiz']) {
      await must(pupil, 'sessions.move', { name: 'activity', page })
      await expect(pupil.locator('.choice-card, .pad').first()).toBeVisible()
      await expect(speakers).toHaveCount(0)
      await pupil.screenshot({ path: test.info().outputPath(`${page}-without-voice.png`) })
    }
  })

  await test.step('heard once more and right: it reads again', async () => {
    await voice.getByRole('button', { name: '听一听' }).click()
    await voice.getByRole('button', { name: '听得懂，是中文' }).click()
    await expect(voice.locator('.chip')).toHaveText('说的是中文')
    await must(pupil, 'devices.say', word)
    await expect(notice).toBeHidden()
    await must(pupil, 'sessions.end', undefined)
    await pupil.getByRole('button', { name: '林小雨', exact: true }).click()
    await expect(pupil.locator('.speak').first()).toBeVisible()
  })

  await test.step('what is read stops when its page is left', async () => {
    await must(pupil, 'sessions.move', { name: 'activity', page: 'patterns' })
    await pupil.evaluate(() => {
      const made: AudioContext[] = []
      const Real = window.AudioContext
      class Noted extends Real {
        constructor() {
          super()
          made.push(this)
        }
      }
      Object.assign(window, { made, AudioContext: Noted })
    })
    const states = () =>
      pupil.evaluate(() => (window as unknown as { made: AudioContext[] }).made.map(({ state }) => state))
    await pupil.locator('main .speak').first().click()
    await expect.poll(async () => (await states()).length).toBe(1)
    await must(pupil, 'sessions.move', { name: 'learn' })
    await expect(pupil.locator('.activity-page')).toHaveCount(0)
    expect(await states()).toEqual(['closed'])
  })
})
