// A finger that leaves what it drags in full swing: the next tap counts, whatever was dragged, and what scrolls still scrolls.
import type { CDPSession, Page } from '@playwright/test'
import { clocks } from '#core/learning/clocks/activity-rules.ts'
import { computer } from '#core/learning/computer/activity-rules.ts'
import { mazes } from '#core/learning/mazes/activity-rules.ts'
import { middle, sizeOf } from '#core/learning/mazes/drawing-rules.ts'
import { money } from '#core/learning/money/activity-rules.ts'
import { tangram } from '#core/learning/tangram/activity-rules.ts'
import { askedOf, goOnUntil, middleOf } from './activity-ground.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'
import { sharing } from './shared-app.ts'
import { sharedRoom } from './shared-room.ts'

const test = sharing()
test.describe.configure({ mode: 'default' })
const sitDown = sharedRoom()

interface Dot {
  readonly x: number
  readonly y: number
}

const open = (pupil: Page, page: string) => must(pupil, 'sessions.move', { name: 'activity', page })

const touch = (wire: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly Dot[]) =>
  wire.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(({ x, y }) => ({ x, y })) })

/** Drags along these places without a stop before it leaves, and taps at once elsewhere. */
async function throwThenTap(pupil: Page, [from, ...to]: readonly Dot[], then?: Dot): Promise<void> {
  const wire = await pupil.context().newCDPSession(pupil)
  await touch(wire, 'touchStart', from!)
  for (const at of to) await touch(wire, 'touchMove', at)
  await touch(wire, 'touchEnd')
  if (then) await Promise.all([touch(wire, 'touchStart', then), touch(wire, 'touchEnd')])
  await wire.detach()
}

/** On the way between two places, end included. */
const between = (from: Dot, to: Dot): readonly Dot[] =>
  [0, 0.25, 0.5, 0.75, 1].map((part) => ({
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
  }))

test('a piece of the tangram is thrown, and help is tapped', async ({ app }) => {
  const { pupil } = await sitDown(app, '二(1)班', '孙小板')
  await open(pupil, tangram.id)
  const { exercise } = await askedOf(pupil, tangram)
  const piece = [0, 1, 2, 3, 4].find((one) => !exercise.fixed.includes(one))
  // The middle of a triangle's box is its edge: what a piece turns about lies within it.
  const lies = await pupil
    .locator(`.tan-piece[data-piece="${piece}"] polygon`)
    .last()
    .evaluate((polygon: SVGPolygonElement) => {
      const { e, f } = polygon.getScreenCTM()!
      return { x: e, y: f }
    })
  const field = await middleOf(pupil.locator('.tan-field'))
  const help = await middleOf(pupil.getByRole('button', { name: '帮帮我' }))
  await throwThenTap(pupil, between(lies, field), help)
  await expect.poll(async () => (await askedOf(pupil, tangram)).round.hint).not.toBeNull()
})

test('a maze is walked in full swing, and a step is taken back', async ({ app }) => {
  const { pupil } = await sitDown(app, '二(1)班', '孙小路')
  await open(pupil, mazes.id)
  const maze = await askedOf(pupil, mazes)
  const walk = pupil.locator('.maze')
  await expect(walk).toBeVisible()
  const box = (await walk.boundingBox())!
  const scale = box.width / sizeOf(maze.exercise).width
  const way = (maze.answer as readonly number[]).slice(0, 6).map((cell) => {
    const { x, y } = middle(maze.exercise, cell)
    return { x: box.x + x * scale, y: box.y + y * scale }
  })
  await throwThenTap(pupil, way, await middleOf(pupil.getByRole('button', { name: '退一步' })))
  await expect(walk).toHaveAccessibleName(/走了 4 步/)
})

test('a hand of the clock is thrown, and handed in', async ({ app }) => {
  const { pupil } = await sitDown(app, '二(1)班', '孙小时')
  await open(pupil, clocks.id)
  await goOnUntil(pupil, clocks, 'quarters', ({ task }) => task.kind === 'set')
  const face = await middleOf(pupil.locator('.turning'))
  const out = (await pupil.locator('.turning').boundingBox())!.width * 0.36
  const told = await pupil.locator('.turning').getAttribute('data-time')
  const hand = between({ x: face.x, y: face.y - out }, { x: face.x + out, y: face.y })
  const { round } = await askedOf(pupil, clocks)
  await throwThenTap(pupil, hand, await middleOf(pupil.locator('.answer-side .go')))
  await expect(pupil.locator('.turning')).not.toHaveAttribute('data-time', told!)
  await expect
    .poll(async () => (await askedOf(pupil, clocks)).round)
    .not.toMatchObject({ now: round.now, hint: null })
})

const isLong = (given: unknown) => Array.isArray(given) && given.length > 1

test('a coin is thrown on the counter, and what lies there is paid', async ({ app }) => {
  const { pupil } = await sitDown(app, '一(1)班', '孙小钱')
  await open(pupil, money.id)
  await goOnUntil(pupil, money, 'pay', (one) => one.task.kind === 'pay' && isLong(money.solve(one)))
  const pay = await middleOf(pupil.locator('.purse .go'))
  const coin = await middleOf(pupil.locator('.purse .coin-button').first())
  await throwThenTap(pupil, between(coin, await middleOf(pupil.locator('.tray'))), pay)
  await expect(pupil.locator('.tray .coin-button')).toHaveCount(1)
  await expect.poll(async () => (await askedOf(pupil, money)).round.hint).not.toBeNull()
})

test('a tower of floors still follows a finger', async ({ app }) => {
  const { pupil } = await sitDown(app, '二(1)班', '孙小楼')
  await open(pupil, computer.id)
  await goOnUntil(pupil, computer, 'scroll')
  const go = pupil.locator('.pc-go, .pc-tower')
  await expect(go.first()).toBeVisible()
  if ((await pupil.locator('.pc-go').count()) > 0) await pupil.locator('.pc-go').click()
  const floors = pupil.locator('.pc-tower ul')
  const from = await middleOf(floors)
  await throwThenTap(pupil, between(from, { x: from.x, y: from.y - 120 }))
  await expect.poll(() => floors.evaluate((list) => list.scrollTop)).toBeGreaterThan(60)
})
