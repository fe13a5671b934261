// Clocks, money, fractions and measures, as a child meets them: by mouse, by finger and by keys.
import type { Page } from '@playwright/test'
import { clocks } from '#core/learning/clocks/activity-rules.ts'
import { longHand, shortHand } from '#core/learning/clocks/time-rules.ts'
import { askedOf, finger, goOnUntil, middleOf, tap } from './activity-ground.ts'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

const open = (pupil: Page, page: string) => must(pupil, 'sessions.move', { name: 'activity', page })
const picture = (pupil: Page, name: string) =>
  pupil.screenshot({ path: test.info().outputPath(`${name}.png`) })

/** A place on the clock: degrees from twelve, and how far out, as a part of its width. */
async function onFace(pupil: Page, degrees: number, far: number) {
  const face = pupil.locator('.turning')
  const { x, y } = await middleOf(face)
  const out = (await face.boundingBox())!.width * far
  const turn = (degrees * Math.PI) / 180
  return { x: x + out * Math.sin(turn), y: y - out * Math.cos(turn) }
}

const hands = { long: [longHand, 0.36], short: [shortHand, 0.2] } as const

/** Drags a hand to where it stands at a time. */
async function turnHand(pupil: Page, hand: 'long' | 'short', to: number, by: 'mouse' | 'finger') {
  const [angle, far] = hands[hand]
  const shown = Number(await pupil.locator('.turning').getAttribute('data-time'))
  const start = await onFace(pupil, angle(shown), far)
  const end = await onFace(pupil, angle(to), far)
  if (by === 'finger') return finger(pupil, start, end)
  await pupil.mouse.move(start.x, start.y)
  await pupil.mouse.down()
  await pupil.mouse.move(end.x, end.y, { steps: 8 })
  return pupil.mouse.up()
}

test('clocks are read and turned; wrong helps and stays after a restart; two misses show it', async ({
  app,
}) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await open(pupil, 'clocks')
  const now = async () => (await askedOf(pupil, clocks)).round.now
  const done = pupil.locator('.clock-side .go')

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
    while ((await pupil.locator('.turning').getAttribute('data-time')) === `${answer}`)
    await pupil.keyboard.press('Enter')
    if (miss === 0) await expect(pupil.locator('.says')).not.toBeEmpty()
  }
  await expect(pupil.locator('.turning')).toHaveAttribute('data-time', `${answer}`)
  await pupil.keyboard.press('Enter')
  await expect(pupil.locator('.turning, .fields').first()).toBeVisible()
  expect((await askedOf(pupil, clocks)).round.results[round.now]).toBe('later')
})
