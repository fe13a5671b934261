// Every activity of the catalog through the built app, in both languages: helped, wrong, right, given up, by mouse, by finger
// and by keys; then tapped at by chance. What only one activity has is in the spec of that activity.
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import type { Json } from '#contract/learning.ts'
import { activities } from '#core/learning/activities.ts'
import { sums } from '#core/learning/arithmetic/activity-rules.ts'
import { sudoku } from '#core/learning/sudoku/activity-rules.ts'
import { typing } from '#core/learning/typing/activity-rules.ts'
import { absurd, damaged } from '#core/learning/any-answer.fixture.ts'
import type { Activity } from '#core/learning/activity-rules.ts'
import { pick, seededRandom, type Random } from '#core/learning/random-rules.ts'
import { finger, tap } from './activity-ground.ts'
import { answered, asked, layHand, solutionOf } from './bench/exercise-hand.ts'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

const now = (pupil: Page) => pupil.evaluate(() => JSON.stringify(window.given()))
const stage = (pupil: Page) => pupil.evaluate(() => window.given()?.stage)
const given = async (pupil: Page, what: 'hint' | 'exercise') =>
  JSON.parse(await pupil.evaluate((name) => JSON.stringify(window.given()?.[name] ?? null), what)) as Json

/** Opens an activity where the child is; its first exercise takes answers. */
async function open(pupil: Page, activity: Activity): Promise<Json> {
  await must(pupil, 'sessions.move', { name: 'activity', page: activity.id })
  await layHand(pupil)
  return asked(pupil)
}

/** An answer that the rules call wrong; undefined where nothing that is done is ever wrong (a maze, a key). */
function wrongAnswer(activity: Activity, exercise: Json): Json | undefined {
  const read = activity.readExercise(exercise)
  if (!read) throw new Error(`${activity.id}: not its own exercise`)
  const random = seededRandom(5)
  const right = activity.solve(read) as Json
  const tried = [...absurd, 0, 1, 2, 3, ...Array.from({ length: 200 }, () => damaged(right, random))]
  return tried.find((answer) => activity.check(read, answer).check === 'wrong')
}

/** Answers with the hands, where the exercise is one of cards or of a pad of digits; otherwise by what the frame takes. */
async function answerRight(
  pupil: Page,
  activity: Activity,
  by: 'keys' | 'finger' | 'mouse',
): Promise<string> {
  const exercise = await asked(pupil)
  const right = solutionOf(activity, exercise)
  const before = await now(pupil)
  const cards = pupil.locator('.activity-page .choice-card')
  const press = (thing: Locator) => (by === 'finger' ? tap(pupil, thing) : thing.click())
  const isCards = typeof right === 'number' && (await cards.count()) > right
  const isPad = typeof right === 'string' && /^\d+$/u.test(right) && (await pupil.locator('.pad').count()) > 0
  if (isCards) await (by === 'keys' ? pupil.keyboard.press(`${right + 1}`) : press(cards.nth(right)))
  else if (isPad && by === 'keys') {
    await pupil.keyboard.type(right)
    await pupil.keyboard.press('Enter')
  } else if (isPad) {
    for (const digit of right) await press(pupil.locator('.pad button', { hasText: digit }).first())
    await press(pupil.locator('.pad .ok'))
  } else await answered(pupil, right)
  await expect.poll(() => now(pupil), `${activity.id}: answered by ${by}`).not.toBe(before)
  await expect.poll(() => stage(pupil)).not.toBe('wrong')
  return isCards || isPad ? by : 'frame'
}

const tellMe = /^(告诉我|Show me)$/u

async function play(pupil: Page, activity: Activity, fits: boolean): Promise<string> {
  const { id } = activity
  const tools = pupil.locator('.exercise-tools .pill')
  const next = pupil.locator('.exercise-tools .go, .pad .ok')
  await open(pupil, activity)
  if (fits) await fitsAChild(pupil, id)

  // What is asked can be heard.
  await expect(pupil.locator('.activity-page main :is(.speak, .listen)').first(), id).toBeVisible()

  // Helped: by its button, or by what the frame has for who has no such button.
  if ((await tools.count()) > 0) {
    await tools.first().click()
    await expect.poll(() => given(pupil, 'hint'), `${id}: help`).not.toBeNull()
  }
  const wrong = wrongAnswer(activity, await asked(pupil))
  if (wrong !== undefined) {
    const exercise = await given(pupil, 'exercise')
    await answered(pupil, wrong)
    await expect.poll(() => stage(pupil), `${id}: wrong`).toBe('wrong')
    // The power is cut here: the same exercise, and the help that was earned.
    await pupil.reload()
    await layHand(pupil)
    expect(await asked(pupil)).toEqual(exercise)
    expect(await given(pupil, 'hint'), id).not.toBeNull()
  }
  const ways = [await answerRight(pupil, activity, 'keys')]
  if (activity.length > 2)
    for (const by of ['finger', 'mouse'] as const) ways.push(await answerRight(pupil, activity, by))

  // Given up: asked for by the keys where there is such a button, else missed until it is shown.
  await asked(pupil)
  const eye = pupil.getByRole('button', { name: tellMe })
  if ((await eye.count()) > 0) {
    await eye.focus()
    await pupil.keyboard.press('Enter')
  } else
    for (let miss = 0; miss < (activity.tries ?? 0); miss += 1) {
      const missed = wrongAnswer(activity, await given(pupil, 'exercise'))
      if (missed !== undefined) await answered(pupil, missed)
    }
  if ((await stage(pupil)) === 'shown') {
    await next.first().focus()
    await pupil.keyboard.press('Enter')
    await expect.poll(() => stage(pupil), `${id}: on from what was shown`).not.toBe('shown')
    ways.push('shown')
  }
  return `${id}: ${wrong === undefined ? 'never wrong' : 'wrong'}, ${ways.join(', ')}`
}

const keys = [
  'Tab',
  'Enter',
  'Space',
  'ArrowLeft',
  'ArrowDown',
  '1',
  '3',
  'a',
  'z',
  'Backspace',
  'Escape',
] as const

/** Taps, clicks, drags and types anywhere on the exercise, the same each time. */
async function tapAnywhere(pupil: Page, random: Random): Promise<void> {
  const box = (await pupil.locator('.activity-page main').boundingBox())!
  const anywhere = () => ({ x: box.x + random() * box.width, y: box.y + random() * box.height })
  for (let tapped = 0; tapped < 24; tapped += 1) {
    const [at, to] = [anywhere(), anywhere()]
    const did = random()
    if (did < 0.35) await pupil.mouse.click(at.x, at.y)
    else if (did < 0.6) await finger(pupil, at)
    else if (did < 0.75) await pupil.keyboard.press(pick(keys, random) ?? 'Tab')
    else if (did < 0.85) await finger(pupil, at, to)
    else if (did < 0.93) await pupil.mouse.dblclick(at.x, at.y)
    else {
      await pupil.mouse.move(at.x, at.y)
      await pupil.mouse.down()
      await pupil.mouse.move(to.x, to.y, { steps: 4 })
      await pupil.mouse.up()
    }
    // The way back was found: in again.
    if ((await pupil.locator('.activity-page').count()) === 0) return
  }
}

const homeLabel = { 'zh-CN': '回到四扇门', en: 'Back to the four doors' } as const

async function childIn(app: ElectronApplication, language: 'zh-CN' | 'en') {
  const room = await roomWithChildren(app)
  await must(room.staff, 'room.changeSettings', {
    ...(await must(room.staff, 'room.settings')),
    language,
    restMinutes: 0,
    sessionMinutes: 120,
  })
  await arrive(room.pupil)
  return room
}

for (const [language, screens] of [
  ['zh-CN', '1093x614'],
  ['en', '1024x768'],
] as const)
  test.describe(`${language} at ${screens}`, () => {
    test.use({ screens })

    test('every activity is played, helped, missed, cut off, given up, and tapped at by chance', async ({
      app,
    }) => {
      test.slow()
      const { pupil } = await childIn(app, language)
      const broken: string[] = []
      pupil.on('pageerror', (error) => broken.push(error.message))
      const random = seededRandom(language.length)
      for (const activity of activities) {
        const how = await test.step(activity.id, () => play(pupil, activity, language === 'en'))
        test.info().annotations.push({ type: 'played', description: how })
        await test.step(`${activity.id} by chance`, async () => {
          await must(pupil, 'sessions.move', { name: 'activity', page: activity.id })
          await expect(pupil.locator('.activity-page main, .round-end').first()).toBeVisible()
          if ((await pupil.locator('.activity-page main').count()) > 0) await tapAnywhere(pupil, random)
          expect(broken, activity.id).toEqual([])
          // There is always a way home; some taps have found it already.
          await expect
            .poll(async () => {
              const doors = await pupil.locator('.door').count()
              const home = pupil.getByRole('button', { name: homeLabel[language] })
              if (doors === 0) await home.click({ timeout: 5000 }).catch(() => undefined)
              return doors
            }, activity.id)
            .toBe(4)
        })
      }
    })
  })

/** Presses the first letter of a line in the very moment in which it comes to stand on the page: what is seen can be pressed. */
const pressFirstLetter = (pupil: Page) =>
  pupil.evaluate(() => {
    const seen = new MutationObserver(() => {
      const key = document.querySelector('.letters-line li')?.textContent
      if (!key) return
      seen.disconnect()
      window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }))
    })
    seen.observe(document.body, { childList: true, subtree: true })
  })

const roundOf = (page: Page, activity: string) => must(page, 'learning.round', { activity })

test('the turn ends, then the power is cut: three activities go on where they were', async ({ launch }) => {
  const before = await launch()
  const { pupil, staff } = await roomWithChildren(before)
  await arrive(pupil)

  // A sum that was missed once, a grid with one value of the child's own, a line of which one key is found.
  await open(pupil, sums)
  await answered(pupil, wrongAnswer(sums, await asked(pupil))!)
  await open(pupil, sudoku)
  await pupil
    .locator('.sudoku .cell')
    .nth(sudoku.readExercise(await asked(pupil))!.given.indexOf(0))
    .click()
  await pupil.keyboard.press('1')
  await expect.poll(async () => (await roundOf(pupil, 'sudoku')).progress).not.toBeNull()
  await pressFirstLetter(pupil)
  await open(pupil, typing)
  await expect.poll(async () => (await roundOf(pupil, 'typing')).progress).not.toBeNull()
  const stood = [await roundOf(pupil, 'sums'), await roundOf(pupil, 'sudoku'), await roundOf(pupil, 'typing')]
  expect(stood[0]!.hint).not.toBeNull()

  await must(staff, 'sessions.endKindly', undefined)
  await expect.poll(async () => (await must(pupil, 'sessions.now'))?.phase).toBe('goodbye')
  await must(pupil, 'sessions.end', undefined)
  await arrive(pupil)
  for (const round of stood) expect(await roundOf(pupil, round.activity)).toEqual(round)

  await open(pupil, typing)
  const gone = new Promise((resolve) => before.process().once('exit', resolve))
  before.process().kill('SIGKILL')
  await gone
  const after = await launch()
  const again = await after.firstWindow()
  await again.getByRole('button', { name: '是我，接着来' }).click()
  await expect(again.locator('.letters-line .done')).toHaveCount(1)
  for (const round of stood) expect(await roundOf(again, round.activity)).toEqual(round)
})
