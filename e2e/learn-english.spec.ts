// In English, by real mouse, finger and keys: what is right and what is not, where it takes more than a card or a digit.
import type { ElectronApplication, Page } from '@playwright/test'
import { chess } from '#core/learning/chess/activity-rules.ts'
import { clocks } from '#core/learning/clocks/activity-rules.ts'
import { computer } from '#core/learning/computer/activity-rules.ts'
import { fractions } from '#core/learning/fractions/activity-rules.ts'
import { mazes } from '#core/learning/mazes/activity-rules.ts'
import { neighbours } from '#core/learning/mazes/maze-rules.ts'
import { measures } from '#core/learning/measures/activity-rules.ts'
import { money } from '#core/learning/money/activity-rules.ts'
import { pairs } from '#core/learning/pairs/activity-rules.ts'
import { sudoku } from '#core/learning/sudoku/activity-rules.ts'
import { tangram } from '#core/learning/tangram/activity-rules.ts'
import { askedOf, finger, goOnUntil, middleOf, tap } from './activity-ground.ts'
import {
  byHand,
  drag,
  goals,
  middleOfPiece,
  middleOfSquare,
  pieceOf,
  square,
  turnHand,
  turnRight,
} from './activity-hands.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'
import { sharing } from './shared-app.ts'
import { sharedRoom } from './shared-room.ts'

const test = sharing()
test.describe.configure({ mode: 'default' })
const seat = sharedRoom()

/** A child of a class in a room that speaks English, at an activity. */
async function sitDownAt(app: ElectronApplication, classLabel: string, { id }: { readonly id: string }) {
  const { pupil, staff } = await seat(app, classLabel, `Kim ${id}`)
  const settings = await must(staff, 'room.settings')
  if (settings.language !== 'en') await must(staff, 'room.changeSettings', { ...settings, language: 'en' })
  await expect(pupil.locator('html')).toHaveAttribute('lang', 'en')
  await must(pupil, 'sessions.move', { name: 'activity', page: id })
  return pupil
}

/** How an exercise was answered, once the next one is asked. */
async function howWas(pupil: Page, { id }: { readonly id: string }, now: number) {
  const round = () => must(pupil, 'learning.round', { activity: id })
  await expect.poll(async () => (await round()).now).not.toBe(now)
  return (await round()).results[now]
}

/** All that is written on the exercise is English. */
const isEnglish = (pupil: Page) =>
  expect(pupil.locator('.activity-page main')).not.toContainText(/\p{Script=Han}/u)

const grew = (pupil: Page) => expect(pupil.getByText('The bamboo grew a joint!')).toBeVisible()

test('clocks: turned wrongly by keys, then rightly by finger', async ({ app }) => {
  const pupil = await sitDownAt(app, '二(1)班', clocks)
  const { task } = await goOnUntil(
    pupil,
    clocks,
    'quarters',
    (one) => one.task.kind === 'set' && one.task.time % 60 !== 0,
  )
  const { time } = task as { time: number }
  const { round } = await askedOf(pupil, clocks)
  const face = pupil.locator('.turning')
  await expect(face).toBeVisible()
  await isEnglish(pupil)
  do await pupil.keyboard.press('ArrowUp')
  while ((await face.getAttribute('data-time')) === String(time))
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.says')).toHaveText(/hand/u)
  await isEnglish(pupil)
  await turnHand(pupil, 'long', time, 'finger')
  await turnHand(pupil, 'short', time, 'mouse')
  await expect(face).toHaveAttribute('data-time', `${time}`)
  await tap(pupil, pupil.locator('.answer-side .go'))
  expect(await howWas(pupil, clocks, round.now)).toBe('helped')
})

test('money: too little by mouse, the rest by finger', async ({ app }) => {
  const pupil = await sitDownAt(app, '一(1)班', money)
  await goOnUntil(pupil, money, 'pay', (one) => one.task.kind === 'pay')
  const { round, answer } = await askedOf(pupil, money)
  const inPurse = pupil.locator('.purse .coin-button')
  const onCounter = pupil.locator('.tray .coin-button')
  await expect(inPurse.first()).toBeVisible()
  await isEnglish(pupil)
  const [first = 0, ...rest] = answer as readonly number[]
  await inPurse.nth(first).click()
  await expect(onCounter).toHaveCount(1)
  await pupil.getByRole('button', { name: 'Pay', exact: true }).click()
  await expect(pupil.locator('.says')).toHaveText('Not quite enough: one more')
  for (const [at, one] of rest.entries()) {
    const counter = await middleOf(pupil.locator('.tray'))
    await finger(pupil, await middleOf(inPurse.nth(one - at - 1)), counter)
    await expect(onCounter).toHaveCount(at + 2)
  }
  await tap(pupil, pupil.getByRole('button', { name: 'Pay', exact: true }))
  expect(await howWas(pupil, money, round.now)).toBe('helped')
})

test('fractions: the smaller one by key, the larger by finger', async ({ app }) => {
  const pupil = await sitDownAt(app, '三(1)班', fractions)
  await goOnUntil(pupil, fractions, 'compare')
  const { round, answer } = await askedOf(pupil, fractions)
  const cards = pupil.locator('.choice-card')
  await expect(cards).toHaveCount(2)
  await isEnglish(pupil)
  await pupil.keyboard.press(`${2 - Number(answer)}`)
  await expect(pupil.locator('.small-bar')).toHaveCount(2)
  await expect(pupil.locator('.says')).toHaveText(/[a-z]/u)
  await tap(pupil, cards.nth(Number(answer)))
  expect(await howWas(pupil, fractions, round.now)).toBe('helped')
})

test('measures: the end of the ruler by keys, the length by mouse on the pad', async ({ app }) => {
  const pupil = await sitDownAt(app, '二(1)班', measures)
  const { task } = await goOnUntil(pupil, measures, 'ruler-shifted')
  if (task.kind !== 'ruler') throw new Error('no ruler')
  const { round } = await askedOf(pupil, measures)
  await expect(pupil.locator('.fields .answer')).toBeVisible()
  await isEnglish(pupil)
  await pupil.keyboard.type(`${task.to}`)
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.hop')).toHaveCount(task.to - task.from)
  for (const digit of `${task.to - task.from}`)
    await pupil.locator('.pad button', { hasText: digit }).first().click()
  await pupil.locator('.pad .ok').click()
  expect(await howWas(pupil, measures, round.now)).toBe('helped')
})

test('pairs: two that do not belong together, then all by mouse, finger and keys', async ({ app }) => {
  const pupil = await sitDownAt(app, '二(1)班', pairs)
  const cards = pupil.locator('.flip')
  await expect(cards).toHaveCount(18)
  await isEnglish(pupil)
  const { cards: dealt } = (await askedOf(pupil, pairs)).exercise
  const places = (pair: number) => dealt.flatMap((card, at) => (card.pair === pair ? [at] : []))
  await cards.nth(places(0)[0]!).click()
  await tap(pupil, cards.nth(places(1)[0]!))
  await expect(pupil.locator('.flip[data-open=true]')).toHaveCount(2)
  await expect(pupil.locator('.flip[data-found=true]')).toHaveCount(0)
  for (let pair = 0; pair < 9; pair += 1) {
    for (const at of places(pair))
      if (pair % 3 === 0) await cards.nth(at).click()
      else if (pair % 3 === 1) await finger(pupil, await middleOf(cards.nth(at)))
      else {
        await cards.nth(at).focus()
        await pupil.keyboard.press('Enter')
      }
    if (pair < 8) await expect(pupil.locator('.flip[data-found=true]')).toHaveCount(2 * pair + 2)
  }
  await grew(pupil)
})

test('tangram: a piece where nothing belongs, then all of them by mouse and keys', async ({ app }) => {
  const pupil = await sitDownAt(app, '二(1)班', tangram)
  await expect(pupil.locator('.tan-piece.is-fixed')).toHaveCount(3)
  await isEnglish(pupil)
  const { exercise } = await askedOf(pupil, tangram)
  const goal = await goals(pupil, exercise)
  const field = (await pupil.locator('.tan-field').boundingBox())!
  const loose = [0, 1, 2, 3, 4, 5, 6].filter((piece) => !exercise.fixed.includes(piece))
  const [first = 0] = loose
  await drag(pupil, await middleOfPiece(pupil, first), { x: field.x + 50, y: field.y + 50 })
  await expect(pieceOf(pupil, first)).not.toHaveAttribute('data-placed', 'true')
  for (const piece of loose) {
    await pieceOf(pupil, piece).focus()
    if (exercise.start[piece]!.flip !== exercise.solution[piece]!.flip) await pupil.keyboard.press('f')
    const { progress } = (await askedOf(pupil, tangram)).round
    const start = Array.isArray(progress) ? (progress as unknown as typeof exercise.start) : exercise.start
    await turnRight({ ...exercise, start }, piece, () => pupil.keyboard.press('Space'))
    await drag(pupil, await middleOfPiece(pupil, piece), goal[piece]!)
    if (piece !== loose.at(-1)) await expect(pieceOf(pupil, piece)).toHaveAttribute('data-placed', 'true')
  }
  await grew(pupil)
})

test('chess: another move is taken back, the mate is found by finger', async ({ app }) => {
  const pupil = await sitDownAt(app, '五(1)班', chess)
  const { best } = await goOnUntil(pupil, chess, 'mate-one')
  const { round } = await askedOf(pupil, chess)
  const [from, to] = [best.slice(0, 2), best.slice(2)]
  await square(pupil, from).click()
  await expect(square(pupil, to)).toHaveAttribute('data-dot', 'true')
  await isEnglish(pupil)
  const dots = await pupil
    .locator('[data-dot=true]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['square']!))
  await square(
    pupil,
    dots.find((one) => one !== to)!,
  ).click()
  await expect(pupil.getByText('Black goes here. Try another move')).toBeVisible()
  await expect(square(pupil, from)).toHaveAttribute('data-ring', 'true')
  for (const name of [from, to]) await finger(pupil, await middleOfSquare(pupil, name))
  expect(await howWas(pupil, chess, round.now)).toBe('helped')
})

test('sudoku: two alike meet, then it is filled by mouse, finger and keys', async ({ app }) => {
  const pupil = await sitDownAt(app, '二(1)班', sudoku)
  const { exercise, answer } = await askedOf(pupil, sudoku)
  const right = answer as readonly number[]
  const cells = pupil.locator('.sudoku .cell')
  const keys = pupil.locator('.sudoku-keys button')
  await expect(cells).toHaveCount(16)
  await isEnglish(pupil)
  const gaps = exercise.given.flatMap((value, at) => (value ? [] : [at]))
  const [gap = 0] = gaps
  const clash = exercise.given.find(
    (value, at) => value && (Math.floor(at / 4) === Math.floor(gap / 4) || at % 4 === gap % 4),
  )!
  await cells.nth(gap).click()
  await keys.nth(clash - 1).click()
  await expect(pupil.locator('.says')).toHaveText('Two alike have met. Try another one')
  for (const [turn, at] of gaps.entries())
    if (turn % 3 === 0) {
      await cells.nth(at).click()
      await keys.nth(right[at]! - 1).click()
    } else if (turn % 3 === 1) {
      await finger(pupil, await middleOf(cells.nth(at)))
      await finger(pupil, await middleOf(keys.nth(right[at]! - 1)))
    } else {
      await cells.nth(at).focus()
      await pupil.keyboard.press(`${right[at]}`)
    }
  await grew(pupil)
})

test('mazes: a wall holds, the arrows lead to the end', async ({ app }) => {
  const pupil = await sitDownAt(app, '二(1)班', mazes)
  const { round, exercise, answer } = await askedOf(pupil, mazes)
  const field = pupil.locator('.maze')
  await expect(field).toHaveAccessibleName(/has gone 0 steps$/u)
  await isEnglish(pupil)
  const keys = new Map([
    [1, 'ArrowRight'],
    [-1, 'ArrowLeft'],
    [exercise.columns, 'ArrowDown'],
    [-exercise.columns, 'ArrowUp'],
  ])
  const way = answer as readonly number[]
  const [start = 0] = way
  const [, walled] = [...keys].find(([by]) => !neighbours(exercise, start).includes(start + by))!
  await pupil.keyboard.press(walled)
  await expect(field).toHaveAccessibleName(/has gone 0 steps$/u)
  for (const [at, to] of way.slice(1).entries()) await pupil.keyboard.press(keys.get(to - way[at]!)!)
  expect(await howWas(pupil, mazes, round.now)).toBe('right')
})

/** A place of the meadow on which nothing lies. */
const bareGround = (pupil: Page) =>
  pupil.locator('.pc-ground').evaluate((ground) => {
    const { left, top, width, height } = ground.getBoundingClientRect()
    for (let part = 0.95; part > 0; part -= 0.05) {
      const spot = { x: left + width * part, y: top + height * part }
      if (document.elementFromPoint(spot.x, spot.y) === ground) return spot
    }
    throw new Error('no bare ground')
  })

test('computer: beside the spot, then on it; a menu in English', async ({ app }) => {
  const pupil = await sitDownAt(app, '二(1)班', computer)
  for (const level of ['click', 'right'] as const) {
    const exercise = await goOnUntil(pupil, computer, level)
    const { round } = await askedOf(pupil, computer)
    const go = pupil.locator('.pc-go')
    await expect(pupil.locator('.pc-go, .pc-board').first()).toBeVisible()
    if ((await go.count()) > 0) await go.click()
    await expect(pupil.locator('.pc-board')).toBeVisible()
    await isEnglish(pupil)
    if (level === 'click') {
      const { x, y } = await bareGround(pupil)
      await pupil.mouse.click(x, y)
      await expect(pupil.locator('.pc-spot[data-done=true]')).toHaveCount(0)
    }
    await byHand(pupil, exercise)
    await expect
      .poll(async () => {
        const next = (await askedOf(pupil, computer)).round
        return next.id !== round.id || next.now > round.now
      }, level)
      .toBe(true)
  }
})
