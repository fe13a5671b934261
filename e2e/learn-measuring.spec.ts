// Clocks, money, fractions and measures, as a child meets them: by mouse, by finger and by keys.
import type { Page } from '@playwright/test'
import { clocks } from '#core/learning/clocks/activity-rules.ts'
import { fractions } from '#core/learning/fractions/activity-rules.ts'
import { measures } from '#core/learning/measures/activity-rules.ts'
import { money } from '#core/learning/money/activity-rules.ts'
import { askedOf, finger, goOnUntil, middleOf, tap } from './activity-ground.ts'
import { turnHand } from './activity-hands.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'
import { sharing } from './shared-app.ts'
import { sharedRoom } from './shared-room.ts'

const test = sharing()
test.describe.configure({ mode: 'default' })
const sitDown = sharedRoom()

const open = (pupil: Page, page: string) => must(pupil, 'sessions.move', { name: 'activity', page })
const picture = (pupil: Page, name: string) =>
  pupil.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('clocks are read and turned; wrong helps and stays after a restart; two misses show it', async ({
  app,
}) => {
  const { pupil } = await sitDown(app, '二(1)班', '孙小钟')
  await open(pupil, 'clocks')
  const now = async () => (await askedOf(pupil, clocks)).round.now
  const done = pupil.locator('.answer-side .go')

  const { task } = await goOnUntil(pupil, clocks, 'quarters', (one) => one.task.kind === 'read')
  if (task.kind !== 'read') throw new Error('not a clock to read')
  await fitsAChild(pupil, 'a clock to read')
  const start = await now()
  const hour = Math.floor(task.time / 60) || 12
  await pupil.keyboard.type(`${(hour % 9) + 1}`)
  await tap(pupil, pupil.locator('.fields .answer').nth(1))
  await pupil.keyboard.type('59')
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.clock .ring').first()).toBeVisible()
  await picture(pupil, 'clock-helped')
  await pupil.reload()
  await expect(pupil.locator('.clock .ring').first()).toBeVisible()
  for (const digit of `${hour}`) await pupil.locator('.pad button', { hasText: digit }).first().click()
  await pupil.locator('.fields .answer').nth(1).click()
  for (const digit of `${task.time % 60}`)
    await tap(pupil, pupil.locator('.pad button', { hasText: digit }).first())
  await pupil.locator('.pad .ok').click()
  await expect.poll(now).toBe(start + 1)
  expect((await askedOf(pupil, clocks)).round.results[start]).toBe('helped')

  for (const by of ['mouse', 'finger'] as const) {
    const set = await goOnUntil(
      pupil,
      clocks,
      'quarters',
      (one) => one.task.kind === 'set' && one.task.time % 60 !== 0,
    )
    const { time } = set.task as { time: number }
    const before = await now()
    await expect(pupil.locator('.turning')).toBeVisible()
    await fitsAChild(pupil, 'a clock to turn')
    await turnHand(pupil, 'long', time, by)
    await turnHand(pupil, 'short', time, by)
    await expect(pupil.locator('.turning')).toHaveAttribute('data-time', `${time}`)
    await (by === 'mouse' ? done.click() : tap(pupil, done))
    await expect.poll(now).toBe(before + 1)
  }

  // With the arrows alone; two misses show where the hands belong.
  const { round, answer } = await (async () => {
    await goOnUntil(pupil, clocks, 'quarters', (one) => one.task.kind === 'set')
    return askedOf(pupil, clocks)
  })()
  await expect(pupil.locator('.turning')).toBeVisible()
  for (let miss = 0; miss < 2; miss += 1) {
    do await pupil.keyboard.press('ArrowUp')
    while ((await pupil.locator('.turning').getAttribute('data-time')) === String(answer))
    await pupil.keyboard.press('Enter')
    if (miss === 0) await expect(pupil.locator('.says')).not.toBeEmpty()
  }
  await expect(pupil.locator('.turning')).toHaveAttribute('data-time', String(answer))
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.turning, .fields').first()).toBeVisible()
  expect((await askedOf(pupil, clocks)).round.results[round.now]).toBe('later')
})

const isPay = (one: { task: { kind: string } }) => one.task.kind === 'pay'

test('a price is paid by mouse, finger and keys; what lies on the counter stays there; change is written', async ({
  app,
}) => {
  const { pupil } = await sitDown(app, '一(1)班', '孙小禾')
  await open(pupil, 'money')
  const now = async () => (await askedOf(pupil, money)).round.now
  const inPurse = pupil.locator('.purse .coin-button')
  const onCounter = pupil.locator('.tray .coin-button')
  const pay = pupil.locator('.purse .go')

  await goOnUntil(pupil, money, 'pay', isPay)
  const { answer } = await askedOf(pupil, money)
  const right = answer as readonly number[]
  const before = await now()
  await expect(inPurse.first()).toBeVisible()
  await fitsAChild(pupil, 'paying')
  // Carried to the counter; dropped elsewhere it glides back.
  const [first = 0, ...others] = right
  const from = await middleOf(inPurse.nth(first))
  await pupil.mouse.move(from.x, from.y)
  await pupil.mouse.down()
  await pupil.mouse.move(from.x, from.y + 40, { steps: 4 })
  await pupil.mouse.up()
  await expect(onCounter).toHaveCount(0)
  const counter = await middleOf(pupil.locator('.tray'))
  await pupil.mouse.move(from.x, from.y)
  await pupil.mouse.down()
  await pupil.mouse.move(counter.x, counter.y, { steps: 8 })
  await picture(pupil, 'money-carried')
  await pupil.mouse.up()
  await expect(onCounter).toHaveCount(1)
  // Too little helps kindly, and what lies there is found again after a restart.
  await pay.click()
  await expect(pupil.locator('.says')).not.toBeEmpty()
  await expect(pupil.locator('[data-marked=true]')).toHaveCount(1)
  await expect.poll(async () => (await askedOf(pupil, money)).round.progress).toEqual([first])
  await pupil.reload()
  await expect(onCounter).toHaveCount(1)
  // By a finger to the counter, back by a tap, and there again by keys.
  const [second = 0, ...rest] = others
  await finger(pupil, await middleOf(inPurse.nth(second - 1)), counter)
  await expect(onCounter).toHaveCount(2)
  await tap(pupil, onCounter.last())
  await expect(onCounter).toHaveCount(1)
  for (const [at, one] of [second, ...rest].entries()) {
    await inPurse.nth(one - at - 1).focus()
    await pupil.keyboard.press('Enter')
    await expect(onCounter).toHaveCount(at + 2)
  }
  await tap(pupil, pay)
  await expect.poll(now).toBe(before + 1)
  expect((await askedOf(pupil, money)).round.results[before]).toBe('helped')

  // Which is enough: by its number.
  await goOnUntil(pupil, money, 'which', (one) => one.task.kind === 'enough')
  await expect(pupil.locator('.choice-card')).toHaveCount(3)
  await fitsAChild(pupil, 'which is enough')
  const choice = await askedOf(pupil, money)
  await pupil.keyboard.press(`${Number(choice.answer) + 1}`)
  await expect.poll(now).not.toBe(choice.round.now)
  // Twice wrong: the answer stands there, kindly, and the next one comes.
  const { fields } = await goOnUntil(pupil, money, 'change', (one) => one.fields.length === 2)
  await expect(pupil.locator('.fields .answer')).toHaveCount(fields.length)
  const { round } = await askedOf(pupil, money)
  for (let miss = 0; miss < 2; miss += 1) {
    await pupil.keyboard.type('99')
    await tap(pupil, pupil.locator('.fields .answer').nth(1))
    await pupil.keyboard.type('9')
    await pupil.keyboard.press('Enter')
    if (miss === 0) await expect(pupil.locator('.jumps')).toBeVisible()
  }
  await expect(pupil.locator('.fields .answer.right')).toHaveCount(2)
  await picture(pupil, 'money-shown')
  await pupil.keyboard.press('Enter')
  await expect.poll(now).toBe(round.now + 1)
})

test('fractions are filled, compared, found on a line and added', async ({ app }) => {
  const { pupil } = await sitDown(app, '三(1)班', '孙小饼')
  await open(pupil, 'fractions')
  const now = async () => (await askedOf(pupil, fractions)).round.now
  const parts = pupil.locator('.fraction-figure .part')
  const done = pupil.locator('.answer-side .go')

  // One part by mouse is not enough, or too much, and stays after a restart; the rest by finger and by keys.
  const shade = await goOnUntil(
    pupil,
    fractions,
    'shade',
    ({ task }) => task.kind === 'shade' && task.fraction.numerator > 2,
  )
  const { numerator = 0 } = shade.task.kind === 'shade' ? shade.task.fraction : {}
  const before = await now()
  await expect(parts.first()).toBeVisible()
  await fitsAChild(pupil, 'a fraction to fill')
  await parts.nth(0).click()
  await done.click()
  await expect(pupil.locator('.fraction-figure text').first()).toBeVisible()
  await expect.poll(async () => (await askedOf(pupil, fractions)).round.progress).toEqual([0])
  await pupil.reload()
  await expect(pupil.locator('.part[data-filled=true]')).toHaveCount(1)
  await tap(pupil, parts.nth(1))
  for (let at = 2; at < numerator; at += 1) {
    await parts.nth(at).focus()
    await pupil.keyboard.press('Enter')
  }
  await expect(pupil.locator('.part[data-filled=true]')).toHaveCount(numerator)
  await tap(pupil, done)
  await expect.poll(now).toBe(before + 1)
  expect((await askedOf(pupil, fractions)).round.results[before]).toBe('helped')

  await goOnUntil(pupil, fractions, 'compare')
  const pair = await askedOf(pupil, fractions)
  await expect(pupil.locator('.choice-card')).toHaveCount(2)
  await fitsAChild(pupil, 'fractions to compare')
  await pupil.keyboard.press(`${2 - Number(pair.answer)}`)
  await expect(pupil.locator('.small-bar')).toHaveCount(2)
  await pupil.keyboard.press(`${Number(pair.answer) + 1}`)
  await expect.poll(now).not.toBe(pair.round.now)

  await goOnUntil(pupil, fractions, 'line')
  const line = await askedOf(pupil, fractions)
  await expect(pupil.locator('.fraction-mark').first()).toBeVisible()
  await fitsAChild(pupil, 'a line of fractions')
  await tap(pupil, pupil.locator('.fraction-mark').nth(Number(line.answer)))
  await expect.poll(now).not.toBe(line.round.now)

  await goOnUntil(pupil, fractions, 'unlike')
  const sum = await askedOf(pupil, fractions)
  await expect(pupil.locator('.fields .answer')).toHaveCount(2)
  const [top, bottom] = sum.answer as readonly [number, number]
  await pupil.keyboard.type(`${top}`)
  await pupil.keyboard.press('Enter')
  await pupil.keyboard.type(`${bottom}`)
  await pupil.keyboard.press('Enter')
  await expect.poll(now).not.toBe(sum.round.now)
})

test('lengths, units, scales, areas and angles are measured', async ({ app }) => {
  const { pupil } = await sitDown(app, '二(1)班', '孙小尺')
  await open(pupil, 'measures')
  const now = async () => (await askedOf(pupil, measures)).round.now
  const field = pupil.locator('.fields .answer')

  // The number at the end of the pencil is not its length: the steps on the ruler help.
  const { task } = await goOnUntil(pupil, measures, 'ruler-shifted')
  if (task.kind !== 'ruler') throw new Error('no ruler')
  const start = await now()
  await expect(field).toBeVisible()
  await fitsAChild(pupil, 'a ruler')
  await pupil.keyboard.type(`${task.to}`)
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.hop')).toHaveCount(task.to - task.from)
  await pupil.reload()
  await expect(pupil.locator('.hop')).toHaveCount(task.to - task.from)
  for (const digit of `${task.to - task.from}`)
    await tap(pupil, pupil.locator('.pad button', { hasText: digit }).first())
  await tap(pupil, pupil.locator('.pad .ok'))
  await expect.poll(now).toBe(start + 1)

  await goOnUntil(pupil, measures, 'which-unit')
  const unit = await askedOf(pupil, measures)
  await expect(pupil.locator('.choice-card')).toHaveCount(3)
  await fitsAChild(pupil, 'which unit')
  await pupil.locator('.choice-card').nth(Number(unit.answer)).click()
  await expect.poll(now).not.toBe(unit.round.now)

  // Twice wrong under the protractor: the arc helps, then the answer stands there.
  await goOnUntil(pupil, measures, 'angles')
  const { round, answer } = await askedOf(pupil, measures)
  await expect(field).toBeVisible()
  await fitsAChild(pupil, 'a protractor')
  for (let miss = 0; miss < 2; miss += 1) {
    await pupil.keyboard.type('1')
    await pupil.keyboard.press('Enter')
    if (miss === 0) await expect(pupil.locator('.arc')).toBeVisible()
  }
  await expect(field).toHaveText(String(answer))
  await pupil.keyboard.press('Enter')
  await expect.poll(now).toBe(round.now + 1)
})
