import type { Page } from '@playwright/test'
import { answer, answerSome, answerUntil, rightAnswer, roundOfSums } from './answers.ts'
import type { Camera } from './camera.ts'
import type { ScreenName } from './screens.ts'
import { pupils, roomIn } from './rooms.ts'
import { ask, at, goTo, press, seat, signIn, visit, type VisitParts } from './visit.ts'

/** A child's turn: the doors, sums, the hand, the teacher's pause, goodbye. */
export function childsTurn(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await stretch('home and its doors', async () => {
      await seat(pupil, pupils.main)
      await shot(pupil, 'home')
      await pupil.locator('.door').nth(0).click()
      await at(pupil, 'family')
      await shot(pupil, 'family')
      await goTo(pupil, 'home')
      await pupil.locator('.door').nth(1).click()
      await pupil.locator('.front').waitFor()
      await shot(pupil, 'learn')
    })
    await stretch('sums', () => sums(camera, pupil))
    const hinted: readonly (readonly [ScreenName, string])[] = [
      ['sums-rows', pupils.rows],
      ['sums-steps', pupils.steps],
      ['sums-decimal', pupils.decimal],
      ['sums-fraction', pupils.fraction],
    ]
    for (const [name, child] of hinted)
      await stretch(name, async () => {
        await seat(pupil, child)
        await goTo(pupil, 'activity', 'sums')
        await pupil.locator('.ask-sum').waitFor()
        if (name === 'sums-rows' || name === 'sums-steps') await press(pupil, say('shelf:frame.help'))
        await shot(pupil, name)
        if (name !== 'sums-fraction') return
        await press(pupil, say('shelf:frame.help'))
        await pupil.locator('.sum-help svg, .sum-steps').first().waitFor()
        await shot(pupil, 'sums-bar')
      })
    await stretch('raised hand', async () => {
      await goTo(pupil, 'home')
      await press(pupil, say('child.raise.label'))
      await pupil.locator('dialog.raised').waitFor()
      await shot(pupil, 'raised-hand')
      await pupil.locator('.raised-page').click()
    })
    await stretch('goodbye', async () => {
      await seat(pupil, pupils.fresh)
      await press(pupil, say('home.leave'))
      await at(pupil, 'goodbye')
      await shot(pupil, 'goodbye')
      await seat(pupil, pupils.frames)
      await goTo(pupil, 'activity', 'sums')
      await pupil.locator('.ask-sum').waitFor()
      await answerSome(pupil, 10)
      await goTo(pupil, 'goodbye')
      await shot(pupil, 'goodbye-used')
    })
    await stretch('pause and pinyin', () => paused(camera, pupil, () => signIn(opened, pupil)))
    await stretch('want to talk', async () => wantToTalk(camera, pupil, await opened.window('staff')))
  })
}

async function sums({ say, shot }: Camera, pupil: Page): Promise<void> {
  await seat(pupil, pupils.main)
  await goTo(pupil, 'activity', 'sums')
  await pupil.locator('.ask-sum').waitFor()
  await shot(pupil, 'sums')
  await pupil.keyboard.press('1')
  await shot(pupil, 'sums-typed')
  await answer(pupil, '')
  await pupil.getByText(say('sums:wrong')).waitFor()
  await shot(pupil, 'sums-frames')
  await answer(pupil, '1')
  await press(pupil, say('shelf:frame.next')).catch(() => undefined)
  await pupil.locator('.ask-sum').waitFor()
  await answer(pupil, '1')
  await pupil.getByText(say('sums:wrong')).waitFor()
  await answer(pupil, '2')
  await pupil.getByRole('button', { name: say('shelf:frame.next'), exact: true }).waitFor()
  await shot(pupil, 'sums-shown')
  await press(pupil, say('shelf:frame.next'))
  const round = await roundOfSums(pupil)
  await answer(pupil, rightAnswer(round))
  await shot(pupil, 'sums-right')
  await goTo(pupil, 'learn')
  await pupil.locator('.front').waitFor()
  await shot(pupil, 'learn-go-on')
  await answerUntil(pupil, 1)
  await goTo(pupil, 'activity', 'sums')
  await pupil.locator('.ask-sum').waitFor()
  await answer(pupil, rightAnswer(await roundOfSums(pupil)))
  await pupil.locator('.round-end').waitFor()
  await shot(pupil, 'sums-end')
}

async function paused({ shot }: Camera, pupil: Page, enter: () => Promise<Page>): Promise<void> {
  await seat(pupil, pupils.main)
  const staff = await enter()
  await ask(staff, 'sessions.pause', { paused: true })
  await pupil.locator('.door .later').first().waitFor()
  await shot(pupil, 'home-paused')
  await goTo(pupil, 'activity', 'sums')
  await pupil.locator('dialog.paused').waitFor()
  await shot(pupil, 'sums-paused')
  await ask(staff, 'sessions.pause', { paused: false })
  const now = await ask(staff, 'room.settings')
  await ask(staff, 'room.changeSettings', { ...now, pinyin: true })
  await goTo(pupil, 'home')
  if (now.language === 'zh-CN') await pupil.locator('.doors rt').first().waitFor()
  await shot(pupil, 'home-pinyin')
  await goTo(pupil, 'activity', 'sums')
  await pupil.locator('.ask-sum').waitFor()
  await shot(pupil, 'sums-pinyin')
}

/** How the child feels, whom it tells, and what that adult sees. */
async function wantToTalk({ say, shot }: Camera, pupil: Page, staff: Page): Promise<void> {
  await seat(pupil, pupils.main)
  await goTo(pupil, 'me')
  await pupil.locator('.me-foot .go').click()
  await pupil.locator('.adult').first().waitFor()
  await shot(pupil, 'talk')
  await press(pupil, say('talk.mood.sad'))
  await shot(pupil, 'talk-felt')
  const { adults } = await ask(pupil, 'talks.page')
  const me = (await ask(staff, 'staff.me'))!
  await ask(pupil, 'talks.ask', { adultId: me.id, mood: 'sad' })
  const others = adults.findIndex(({ id }) => id === me.id)
  for (let turned = 0; turned < Math.floor(others / 3); turned += 1)
    await pupil.getByRole('button', { name: say('talk.next') }).click()
  await pupil.locator('.adult[aria-pressed=true]').waitFor()
  await shot(pupil, 'talk-sent')
  await staff.locator('.talks li').first().waitFor()
  await shot(staff, 'room-talks')
  await press(staff, say('talks.receive'))
  await staff.locator('.talks-mood').waitFor()
  await shot(staff, 'room-talks-open')
  await pupil.locator('.got', { hasText: say('talk.received-hint') }).waitFor()
  await shot(pupil, 'talk-received')
}
