// Shapes and problems of the mathematics shelf, as a child does them: by mouse, by finger, by keys, in both languages.
import type { ElectronApplication, Page } from '@playwright/test'
import type { Activity, Exercise } from '#core/learning/activity-rules.ts'
import { activityOf } from '#core/learning/activities.ts'
import type { Cell } from '#core/learning/shapes/cell-rules.ts'
import { shownOf } from '#core/learning/shapes/activity-rules.ts'
import { twoSteps } from '#core/learning/two-steps/activity-rules.ts'
import { goOnUntil } from './activity-ground.ts'
import { roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect } from './fixture.ts'
import { begin, must } from './open-room.ts'
import { sharing } from './shared-app.ts'

const test = sharing()
test.describe.configure({ mode: 'default' })

let room: { readonly pupil: Page; readonly staff: Page } | undefined
const openedIn = async (app: ElectronApplication) => (room ??= await roomWithChildren(app))

/** A child of that class opens an activity for the first time. */
async function sitDownAt(
  app: ElectronApplication,
  activity: string,
  name: string,
  classLabel: string,
): Promise<Page> {
  const { pupil, staff } = await openedIn(app)
  const { id } = await must(staff, 'children.add', { name, classLabel, number: null, birthday: null })
  if (await must(pupil, 'sessions.now')) await must(pupil, 'sessions.end')
  await begin(pupil, { childId: id })
  await must(pupil, 'sessions.move', { name: 'activity', page: activity })
  await expect(pupil.locator('.exercise-tools')).toBeVisible()
  return pupil
}

/** What is on the screen, and its right answer as the rules say it. */
async function asked(pupil: Page, activity: string) {
  const rules = activityOf(activity) as Activity
  const round = await must(pupil, 'learning.round', { activity })
  const exercise = rules.readExercise(round.exercise) as Exercise
  return { round, exercise, right: rules.solve(exercise) }
}

const onto = (pupil: Page, activity: string, now: number) =>
  expect.poll(async () => (await asked(pupil, activity)).round.now).toBe(now)

/** Answers through main until the child stands at that level. */
async function climb(pupil: Page, activity: string, level: string): Promise<void> {
  for (let done = 0; done < 200; done += 1) {
    const { round, right } = await asked(pupil, activity)
    if (round.level === level) return pupil.reload().then(() => undefined)
    await must(pupil, 'learning.answer', { round: round.id, now: round.now, answer: right as never })
  }
  throw new Error(`${level} is not reached`)
}

async function touch(pupil: Page, selector: string, nth = 0): Promise<void> {
  const finger = await pupil.context().newCDPSession(pupil)
  const box = (await pupil.locator(selector).nth(nth).boundingBox())!
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await finger.detach()
}

const speak = (staff: Page, language: 'zh-CN' | 'en') =>
  must(staff, 'room.settings').then((now) => must(staff, 'room.changeSettings', { ...now, language }))

test('shapes: cards by number, by finger and by mouse; wrong draws help, twice wrong shows it', async ({
  app,
}) => {
  const pupil = await sitDownAt(app, 'shapes', '周小河', '二(1)班')
  await fitsAChild(pupil, 'shapes')
  const first = await asked(pupil, 'shapes')
  const right = first.right as number
  await pupil.keyboard.press(`${((right + 1) % 4) + 1}`)
  await expect(pupil.locator('.shape .spot').first()).toBeVisible()
  await pupil.reload()
  await expect(pupil.locator('.shape .spot').first()).toBeVisible()
  await pupil.keyboard.press(`${right + 1}`)
  await onto(pupil, 'shapes', 1)

  await expect(pupil.locator('.shape .spot')).toHaveCount(0)
  await touch(pupil, '.choice-card', (await asked(pupil, 'shapes')).right as number)
  await onto(pupil, 'shapes', 2)
  const third = (await asked(pupil, 'shapes')).right as number
  await pupil
    .locator('.choice-card')
    .nth((third + 1) % 4)
    .click()
  await pupil
    .locator('.choice-card')
    .nth((third + 2) % 4)
    .click()
  await expect(pupil.locator('.choice-card').nth(third)).toHaveAttribute('data-right', 'true')
  await pupil.getByRole('button', { name: '下一题' }).click()
  await onto(pupil, 'shapes', 3)
  expect((await asked(pupil, 'shapes')).round.results).toEqual(['helped', 'right', 'later'])
})

const cellAt = (cell: Cell | undefined) => `[data-cell="${String(cell)}"]`

test('the other half of a figure: by mouse, finger and keys; half done stays after a power cut', async ({
  app,
}) => {
  const pupil = await sitDownAt(app, 'shapes', '何小月', '二(1)班')
  await climb(pupil, 'shapes', 'half')
  const { exercise, right, round } = await asked(pupil, 'shapes')
  const cells = right as readonly Cell[]
  const place = (cell: Cell | undefined) => pupil.locator(cellAt(cell))
  await fitsAChild(pupil, 'half')
  await place(cells[0]).click()
  await touch(pupil, cellAt(cells[1]))
  await expect.poll(async () => (await asked(pupil, 'shapes')).round.progress).toEqual(cells.slice(0, 2))
  await pupil.reload()
  await expect(pupil.locator('button[data-filled=true]')).toHaveCount(2)

  // Not whole yet: one square and its image are pointed out, nothing is lost.
  await pupil.getByRole('button', { name: '好了' }).click()
  await expect(pupil.locator('[data-marked=true]')).toHaveCount(2)
  await expect(pupil.locator('button[data-filled=true]')).toHaveCount(2)

  const puzzle = shownOf(exercise as Parameters<typeof shownOf>[0])
  if (puzzle.kind !== 'fill') throw new Error('no half')
  for (const [x, y] of cells.slice(2)) {
    await place([puzzle.columns / 2, 0]).focus()
    for (let step = puzzle.columns / 2; step < x; step += 1) await pupil.keyboard.press('ArrowRight')
    for (let step = 0; step < y; step += 1) await pupil.keyboard.press('ArrowDown')
    await pupil.keyboard.press('Enter')
  }
  await expect(pupil.locator('button[data-filled=true]')).toHaveCount(cells.length)
  await pupil.getByRole('button', { name: '好了' }).click()
  await expect
    .poll(async () => (await asked(pupil, 'shapes')).round)
    .not.toMatchObject({ id: round.id, now: round.now })
})

test('shapes are asked in whole sentences of both languages', async ({ app }) => {
  const { staff } = await openedIn(app)
  const pupil = await sitDownAt(app, 'shapes', '江小山', '一(1)班')
  await expect(pupil.locator('.shape-ask p').first()).toHaveText(/^哪个也是(球|圆柱|长方体|正方体)？$/u)
  await speak(staff, 'en')
  await expect(pupil.locator('.shape-ask p').first()).toHaveText(
    /^Which one is a (ball|cylinder|box|cube) too\?$/u,
  )
  await speak(staff, 'zh-CN')
})

/** Types a number on the keyboard and hands it in. */
async function type(pupil: Page, text: string): Promise<void> {
  for (const key of text) await pupil.keyboard.press(key)
  await pupil.keyboard.press('Enter')
}

test('stories: told, drawn and read sentence by sentence; by keys, by finger and by mouse', async ({
  app,
}) => {
  const { staff } = await openedIn(app)
  const pupil = await sitDownAt(app, 'word-problems', '林小泉', '一(1)班')
  await fitsAChild(pupil, 'word-problems')
  await expect(pupil.locator('.story p')).toHaveCount(3)
  await expect(pupil.locator('.bar-things svg').first()).toBeVisible()
  const first = await asked(pupil, 'word-problems')
  const right = first.right as string

  await pupil.getByRole('button', { name: '一句一句读给我听' }).click()
  for (const sentence of [0, 1])
    await expect(pupil.locator('.story p').nth(sentence).locator('.lit').first()).toBeVisible()
  await pupil.getByRole('button', { name: '一句一句读给我听' }).click()
  await expect(pupil.locator('.story .lit')).toHaveCount(0)

  await type(pupil, `${Number(right) + 1}`)
  await expect(pupil.locator('.story-ask')).toContainText('＋')
  await pupil.reload()
  await expect(pupil.locator('.story-ask')).toContainText('＋')
  await type(pupil, right)
  await onto(pupil, 'word-problems', 1)

  const second = (await asked(pupil, 'word-problems')).right as string
  await expect(pupil.locator('.story-ask')).not.toContainText('＋')
  for (const digit of second) await touch(pupil, `.pad button:text-is("${digit}")`)
  await touch(pupil, '.pad .ok')
  await onto(pupil, 'word-problems', 2)

  const third = (await asked(pupil, 'word-problems')).right as string
  await expect(pupil.locator('.story-ask .answer')).toHaveText('')
  for (const state of ['wrong', 'right']) {
    for (const digit of `${Number(third) + 1}`) await pupil.locator(`.pad button:text-is("${digit}")`).click()
    await pupil.locator('.pad .ok').click()
    await expect(pupil.locator(`.answer.${state}`)).toBeVisible()
  }
  await expect(pupil.locator('.story-ask .answer')).toHaveText(third)
  await pupil.getByRole('button', { name: '下一题' }).click()
  await onto(pupil, 'word-problems', 3)
  expect((await asked(pupil, 'word-problems')).round.results).toEqual(['helped', 'right', 'later'])

  await expect(pupil.locator('.story p').last()).toHaveText(/^[^a-z]+？$/u)
  await speak(staff, 'en')
  await expect(pupil.locator('.story p').last()).toHaveText(/^How many [a-zA-Z ]+\?$/u)
  await speak(staff, 'zh-CN')
})

test('two steps: help draws the first, a miss the second; expressions with brackets are large', async ({
  app,
}) => {
  const { staff } = await openedIn(app)
  const pupil = await sitDownAt(app, 'two-steps', '方小田', '二(1)班')
  await fitsAChild(pupil, 'two-steps')
  const first = (await asked(pupil, 'two-steps')).right as string
  await pupil.getByRole('button', { name: '帮帮我' }).click()
  await expect(pupil.locator('.story-step')).toHaveText(/^\d+ [＋－] \d+ ＝ □$/u)
  await type(pupil, `${Number(first) + 1}`)
  await expect(pupil.locator('.story-ask')).toContainText('□')
  await type(pupil, first)
  await onto(pupil, 'two-steps', 1)
  await expect(pupil.locator('.story-step')).toHaveCount(0)
  const second = (await asked(pupil, 'two-steps')).right as string
  for (const digit of second) await touch(pupil, `.pad button:text-is("${digit}")`)
  await touch(pupil, '.pad .ok')
  await onto(pupil, 'two-steps', 2)
  expect((await asked(pupil, 'two-steps')).round.results).toEqual(['helped', 'right'])

  // The longest story with its bars and a miss: nothing lies on anything.
  const { level } = (await asked(pupil, 'two-steps')).round
  await goOnUntil(pupil, twoSteps, level, (one) => twoSteps.toldOf(one).story.sentences === 4)
  await expect(pupil.locator('.story p')).toHaveCount(4)
  await type(pupil, `${Number((await asked(pupil, 'two-steps')).right) + 1}`)
  await expect(pupil.locator('.story-body .says')).not.toBeEmpty()
  const edges = await pupil
    .locator('.story, .bars-all, .story-answer, .story-body .says')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()))
  edges.slice(1).forEach(({ top }, at) => expect(top).toBeGreaterThanOrEqual(edges[at]!.bottom - 1))
  await fitsAChild(pupil, 'four sentences')

  await climb(pupil, 'two-steps', 'brackets')
  await expect(pupil.locator('.story.is-written')).toHaveText(/\(.+\).* ＝ \?$/u)
  await fitsAChild(pupil, 'brackets')
  await climb(pupil, 'two-steps', 'share-after')
  await speak(staff, 'en')
  await expect(pupil.locator('.story p').last()).toHaveText(/^How (?:many|much) [a-zA-Z ]+\?$/u)
  await speak(staff, 'zh-CN')
})

/** Where a value lies on the number line of the page. */
async function spot(pupil: Page, share: number): Promise<{ x: number; y: number }> {
  const box = (await pupil.locator('.line-track').boundingBox())!
  return { x: box.x + box.width * share, y: box.y + box.height * 0.6 }
}

test('about how many: the flag goes by mouse, finger and keys; nearly is enough, far off says which way', async ({
  app,
}) => {
  const { staff } = await openedIn(app)
  const pupil = await sitDownAt(app, 'estimates', '田小禾', '一(1)班')
  await fitsAChild(pupil, 'estimates')
  // The dots go by themselves, and come back as often as a child likes.
  const cloud = pupil.locator('.cloud')
  await expect.poll(() => cloud.evaluate((element) => getComputedStyle(element).opacity)).toBe('0')
  await pupil.getByRole('button', { name: '再看一眼' }).click()
  await expect.poll(() => cloud.evaluate((element) => getComputedStyle(element).opacity)).toBe('1')

  const done = pupil.getByRole('button', { name: '好了' })
  await expect(done).toBeDisabled()
  const first = (await asked(pupil, 'estimates')).right as number
  const [from, to] = [await spot(pupil, 0.5), await spot(pupil, 1)]
  await pupil.mouse.move(from.x, from.y)
  await pupil.mouse.down()
  await pupil.mouse.move(to.x, to.y, { steps: 8 })
  await pupil.mouse.up()
  await expect(pupil.locator('.line-told')).toHaveText('30')
  await expect.poll(async () => (await asked(pupil, 'estimates')).round.progress).toBe(30)
  await pupil.reload()
  await expect(pupil.locator('.line-told')).toHaveText('30')
  await done.click()
  await expect(pupil.getByText('往小一点找找')).toBeVisible()
  await expect(pupil.locator('.cloud[data-stays=true]')).toBeVisible()
  // Nearly is enough: one more than there were.
  await pupil.locator('[role=slider]').focus()
  for (let at = 30; at > first + 1; at -= 1) await pupil.keyboard.press('ArrowLeft')
  await pupil.keyboard.press('Enter')
  await onto(pupil, 'estimates', 1)

  const second = (await asked(pupil, 'estimates')).right as number
  await expect(pupil.locator('.line-told')).toHaveCount(0)
  const finger = await pupil.context().newCDPSession(pupil)
  const [near, far] = [await spot(pupil, 0.1), await spot(pupil, second / 30)]
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [near] })
  await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [far] })
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(pupil.locator('.line-told')).toHaveText(`${second}`)
  await done.click()
  await onto(pupil, 'estimates', 2)
  expect((await asked(pupil, 'estimates')).round.results).toEqual(['helped', 'right'])

  await climb(pupil, 'estimates', 'enough')
  await expect(pupil.locator('.estimate-ask p')).toHaveCount(2)
  await speak(staff, 'en')
  await expect(pupil.locator('.estimate-ask p').last()).toHaveText(/^Are \d+ yuan enough for both\?$/u)
  await pupil.keyboard.press(`${((await asked(pupil, 'estimates')).right as number) + 1}`)
  await expect(pupil.locator('.choice-card[data-right=true]')).toBeVisible()
  await speak(staff, 'zh-CN')
})
