// First computer skills as a child learns them: each skill by its own deed, by mouse, by finger and by keyboard; no deed opens a hole.
import type { Locator, Page } from '@playwright/test'
import { computer, type ComputerExercise } from '#core/learning/computer/activity-rules.ts'
import { levels, type Skill } from '#core/learning/computer/skill-rules.ts'
import { stayingSafe } from '#core/learning/staying-safe/activity-rules.ts'
import { levels as dangers } from '#core/learning/staying-safe/story-rules.ts'
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

const middle = async (place: Locator) => {
  const box = (await place.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function pull(
  pupil: Page,
  from: Locator,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const start = await middle(from)
  await pupil.mouse.move(start.x, start.y)
  await pupil.mouse.down()
  await pupil.mouse.move((start.x + to.x) / 2, (start.y + to.y) / 2, { steps: 4 })
  await pupil.mouse.move(to.x, to.y, { steps: 4 })
  await pupil.mouse.up()
}

const codes: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
}

/** The exercise on the page, as it is meant to be done. */
async function byHand(pupil: Page, { level, task }: ComputerExercise): Promise<void> {
  switch (task.kind) {
    case 'spots':
      for (const spot of await pupil.locator('.pc-spot').all()) {
        if (level === 'move') await spot.hover()
        else if (level === 'click') await spot.click()
        else await spot.dblclick()
      }
      return
    case 'drag':
      for (let left = task.spots.length; left > 0; left -= 1)
        await pull(pupil, pupil.locator('.pc-pulled').first(), await middle(pupil.locator('.pc-nest')))
      return
    case 'scroll': {
      const floor = pupil.locator('.pc-floor').nth(task.at)
      await pupil.locator('.pc-tower ul').hover()
      await expect(async () => {
        await pupil.mouse.wheel(0, 120)
        const [tower, found] = [await pupil.locator('.pc-tower').boundingBox(), await floor.boundingBox()]
        expect(found!.y + found!.height / 2).toBeLessThan(tower!.y + tower!.height - 20)
      }).toPass()
      return floor.click()
    }
    case 'menu':
      for (const [at, wish] of task.wishes.entries()) {
        await pupil.locator('.pc-thing').nth(at).click({ button: 'right' })
        await expect(pupil.locator('.pc-menu')).toBeVisible()
        await pupil
          .getByRole('menuitem', { name: { water: '水', sun: '太阳', basket: '篮子' }[wish] })
          .click()
      }
      return
    case 'keys':
      for (const key of task.keys)
        await pupil.keyboard.press(
          codes[key] ?? (key.length === 1 && /[A-Z]/.test(key) ? key.toLowerCase() : key),
        )
      return
    case 'chords':
      for (const chord of task.chords)
        await pupil.keyboard.press(
          chord === 'undo' ? 'Control+z' : chord === 'redo' ? 'Control+y' : `Shift+${chord}`,
        )
      return
    case 'windows': {
      const window = pupil.locator('.pc-window').nth(task.at)
      const title = window.locator('.pc-title')
      if (task.deed === 'move') {
        const from = await middle(title)
        return pull(pupil, title, { x: from.x + 40, y: from.y + 10 })
      }
      // What lies behind is brought forward by its bar first.
      await title.click()
      if (task.deed !== 'front')
        await window.locator('.pc-bar button').nth({ small: 1, large: 2, close: 3 }[task.deed]).click()
      return
    }
    case 'files': {
      const folder = pupil.locator('.pc-folders .pc-folder').nth(task.deed === 'bin' ? 2 : task.to)
      if (task.deed !== 'open')
        return pull(pupil, pupil.locator('.pc-file').nth(task.at), await middle(folder))
      await folder.dblclick()
      return pupil.locator('.pc-file').nth(task.at).dblclick()
    }
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
    const point = await middle(spots.nth(at))
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
