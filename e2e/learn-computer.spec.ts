// First computer skills as a child learns them: each skill by its own deed, by mouse, by finger and by keyboard; no deed opens a hole.
import type { Page } from '@playwright/test'
import { computer } from '#core/learning/computer/activity-rules.ts'
import { levels, type Skill } from '#core/learning/computer/skill-rules.ts'
import { stayingSafe } from '#core/learning/staying-safe/activity-rules.ts'
import { levels as dangers } from '#core/learning/staying-safe/story-rules.ts'
import { middleOf } from './activity-ground.ts'
import { byHand } from './activity-hands.ts'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

async function asked(pupil: Page) {
  const round = await must(pupil, 'learning.round', { activity: 'computer' })
  const exercise = computer.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { round, exercise }
}

/** Does the rest of the skill past the page, as well as a child who can do it. */
async function finish(pupil: Page, level: Skill): Promise<void> {
  for (;;) {
    const { round, exercise } = await asked(pupil)
    if (exercise.level !== level) return
    const by = level === 'keys' || level === 'shortcuts' ? 'keys' : 'mouse'
    const solved = computer.solve(exercise) as { done: number[] }
    const answer = { ...solved, by, ms: 2000 }
    await must(pupil, 'learning.answer', { round: round.id, now: round.now, answer })
  }
}

test('every skill of the ladder by its own deed, with its stamp; the kiosk stays a kiosk', async ({
  app,
}) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  const windows = () => app.windows().length
  const opened = windows()
  for (const { id } of levels) {
    await must(pupil, 'sessions.move', { name: 'learn' })
    await pupil.reload()
    await must(pupil, 'sessions.move', { name: 'activity', page: 'computer' })
    await pupil.reload()
    const { round, exercise } = await asked(pupil)
    expect(exercise.level).toBe(id)
    const go = pupil.locator('.pc-go')
    if (round.now === 0) {
      await expect(go).toBeVisible()
      if (id === 'move') await fitsAChild(pupil, 'the path')
      await go.click()
    }
    await expect(pupil.locator('.pc-board')).toBeVisible()
    // What is to be found by scrolling lies out of sight on purpose.
    if (id !== 'scroll') await fitsAChild(pupil, id)
    await byHand(pupil, exercise)
    await expect
      .poll(async () => {
        const next = await asked(pupil)
        return next.round.id !== round.id || next.round.now > round.now
      }, id)
      .toBe(true)
    if (id !== levels.at(-1)?.id) await finish(pupil, id)
  }
  expect(windows()).toBe(opened)
  const stamps = await must(pupil, 'learning.stamps')
  expect(stamps.map(({ stamp }) => stamp)).toEqual(levels.slice(0, -1).map(({ id }) => id))
  expect(stamps.find(({ stamp }) => stamp === 'click')?.facts).toMatchObject({ times: 4, by: 'mouse' })
})

test('by finger, by keyboard, helped, given up, and found again after a restart', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await finish(pupil, 'move')
  await must(pupil, 'sessions.move', { name: 'activity', page: 'computer' })
  const go = pupil.locator('.pc-go')
  await go.focus()
  await pupil.keyboard.press('Enter')
  const spots = pupil.locator('.pc-spot')
  await expect(spots).toHaveCount(4)
  await spots.nth(0).focus()
  await pupil.keyboard.press('Enter')
  await expect(spots.nth(0)).toHaveAttribute('data-done', 'true')
  await expect
    .poll(async () => (await must(pupil, 'learning.round', { activity: 'computer' })).progress)
    .toEqual([0])
  await pupil.reload()
  await expect(spots.nth(0)).toHaveAttribute('data-done', 'true')
  const finger = await pupil.context().newCDPSession(pupil)
  for (const at of [1, 2, 3]) {
    const point = await middleOf(spots.nth(at))
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await expect.poll(async () => (await asked(pupil)).round.now).toBe(1)

  await expect(pupil.locator('.pc-spot[data-done=true]')).toHaveCount(0)
  await pupil.getByRole('button', { name: '帮帮我' }).click()
  await expect(pupil.locator('.pc-spot[data-ring=true]')).toHaveCount(1)
  await pupil.getByRole('button', { name: '告诉我' }).click()
  await expect(pupil.locator('.pc-spot[data-done=true]')).toHaveCount(4)
  await expect(pupil.getByText('看，是这样')).toBeVisible()
  await pupil.getByRole('button', { name: '下一题' }).click()
  await expect.poll(async () => (await asked(pupil)).round.now).toBe(2)
  expect((await asked(pupil)).round.results).toEqual(['right', 'later'])
})

test('a story: what harms says why, what helps is right; and on a page to see and hear', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  for (const { id } of dangers) {
    await must(pupil, 'sessions.move', { name: 'activity', page: 'staying-safe' })
    await pupil.reload()
    const now = async () => {
      const round = await must(pupil, 'learning.round', { activity: 'staying-safe' })
      return { round, exercise: stayingSafe.readExercise(round.exercise)! }
    }
    const { round, exercise } = await now()
    expect(exercise.level).toBe(id)
    const cards = pupil.locator('.choice-card')
    await expect(cards).toHaveCount(exercise.choices.length)
    await fitsAChild(pupil, id)
    // The voice reads the story, then each choice: what it reads is lit where it stands.
    const speaker = pupil.locator('.title-line .speak')
    await speaker.click()
    await expect(pupil.locator('.safe-story .lit').first()).toBeVisible()
    await speaker.click()
    await cards.nth((exercise.right + 1) % exercise.choices.length).click()
    await expect(pupil.locator('.says')).not.toBeEmpty()
    await pupil.keyboard.press(`${exercise.right + 1}`)
    await expect.poll(async () => (await now()).round.now, id).toBe(round.now + 1)
    if (id === 'scam') break
    for (let next = await now(); next.exercise.level === id; next = await now())
      await must(pupil, 'learning.answer', {
        round: next.round.id,
        now: next.round.now,
        answer: next.exercise.right,
      })
  }
  const stamps = await must(pupil, 'learning.stamps')
  expect(stamps.map(({ stamp }) => stamp)).toEqual(['fright', 'stranger', 'password'])
})
