// Puzzles that need no reading, as a child plays them: by mouse, by touch and by keyboard.
import type { Page } from '@playwright/test'
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
  const choices = pupil.locator('.picks .choice')
  await expect(choices).toHaveCount(4)
  await fitsAChild(pupil, 'patterns')
  await pupil.screenshot({ path: test.info().outputPath('patterns.png') })

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
})
