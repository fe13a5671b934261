// Puzzles that need no reading, as a child plays them: by mouse, by touch and by keyboard.
import type { Page } from '@playwright/test'
import { pairs } from '#core/learning/pairs/activity-rules.ts'
import { patterns } from '#core/learning/patterns/activity-rules.ts'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

/** What the rules say of the exercise that is on the screen. */
async function asked(pupil: Page) {
  const round = await must(pupil, 'learning.round', { activity: 'patterns' })
  const exercise = patterns.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { round, exercise, right: patterns.solve(exercise) as number }
}

test('rows go on: by mouse, by key, by finger; wrong helps, and is found again after a restart', async ({
  app,
}) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'patterns' })
  const choices = pupil.locator('.choice-card')
  await expect(choices).toHaveCount(4)
  await fitsAChild(pupil, 'patterns')
  await pupil.screenshot({ path: test.info().outputPath('patterns.png') })

  // What is read stands nowhere on this page: it is seen while it is read, and gone after it.
  const speaker = pupil.locator('.title-line .speak')
  await speaker.click()
  await expect(pupil.locator('.title-caption .lit').first()).toBeVisible()
  await speaker.click()
  await expect(pupil.locator('.title-caption')).toHaveCount(0)

  const first = await asked(pupil)
  const wrong = (first.right + 1) % 4
  await choices.nth(wrong).click()
  await expect(choices.nth(wrong)).toBeDisabled()
  await expect(pupil.locator('[data-marked=true]').first()).toBeVisible()
  await pupil.reload()
  await expect(pupil.locator('[data-marked=true]').first()).toBeVisible()
  expect((await asked(pupil)).exercise).toEqual(first.exercise)
  await choices.nth(first.right).click()
  await expect.poll(async () => (await asked(pupil)).round.now).toBe(1)

  const second = await asked(pupil)
  await expect(choices.nth(second.right)).toBeEnabled()
  await choices.nth(second.right).focus()
  await pupil.keyboard.press('Enter')
  await expect.poll(async () => (await asked(pupil)).round.now).toBe(2)
  expect((await asked(pupil)).round.results).toEqual(['helped', 'right'])

  const third = await asked(pupil)
  await expect(choices.nth(third.right)).toBeEnabled()
  await pupil.keyboard.press(String(third.right + 1))
  await expect.poll(async () => (await asked(pupil)).round.now).toBe(3)
})

test('cards are turned over two by two; what was found stays found after a restart', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'pairs' })
  const cards = pupil.locator('.flip')
  // A child of grade two begins with nine pairs.
  await expect(cards).toHaveCount(18)
  await fitsAChild(pupil, 'pairs')
  await pupil.screenshot({ path: test.info().outputPath('pairs.png') })
  const round = await must(pupil, 'learning.round', { activity: 'pairs' })
  const { cards: dealt } = pairs.readExercise(round.exercise)!
  const places = (pair: number) => dealt.flatMap((card, at) => (card.pair === pair ? [at] : []))
  const [[one, two], [three, four]] = [places(0), places(1)]

  await cards.nth(one!).click()
  await cards.nth(three!).click()
  await expect(pupil.locator('.flip[data-open=true]')).toHaveCount(2)
  // The next tap turns both back.
  await cards.nth(one!).click()
  await expect(pupil.locator('.flip[data-open=true]')).toHaveCount(1)
  await cards.nth(two!).click()
  await expect(pupil.locator('.flip[data-found=true]')).toHaveCount(2)
  await expect
    .poll(async () => (await must(pupil, 'learning.round', { activity: 'pairs' })).progress)
    .toEqual([0])
  await pupil.reload()
  await expect(pupil.locator('.flip[data-found=true]')).toHaveCount(2)

  await cards.nth(three!).focus()
  await pupil.keyboard.press('Enter')
  await cards.nth(four!).focus()
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.flip[data-found=true]')).toHaveCount(4)
  const finger = await pupil.context().newCDPSession(pupil)
  for (const at of [2, 3, 4, 5, 6, 7, 8].flatMap(places)) {
    const box = (await cards.nth(at).boundingBox())!
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await expect(pupil.getByText('竹子长了一节！')).toBeVisible()
})
