// Tangram as children play it: by mouse, by touch, by keyboard; helped, cut off by power, given up.
import type { CDPSession, Page } from '@playwright/test'
import { tangram, type TangramExercise } from '#core/learning/tangram/activity-rules.ts'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

const roundOf = (pupil: Page, activity: string) => must(pupil, 'learning.round', { activity })

async function asked(pupil: Page) {
  const round = await roundOf(pupil, 'tangram')
  const exercise = tangram.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { round, exercise }
}

interface Dot {
  readonly x: number
  readonly y: number
}

/** Where the middle of a piece belongs on the screen, by the shadow that is drawn there. */
async function goals(pupil: Page, { solution }: TangramExercise): Promise<readonly Dot[]> {
  const shadows = pupil.locator('.tan-shadow polygon')
  await expect(shadows).toHaveCount(7)
  return Promise.all(
    solution.map((_, piece) =>
      shadows.nth(piece).evaluate((polygon: SVGPolygonElement) => {
        const matrix = polygon.getScreenCTM()!
        const points = [...polygon.points].map((point) => point.matrixTransform(matrix))
        const sum = (of: (point: DOMPoint) => number) => points.reduce((all, one) => all + of(one), 0)
        return { x: sum(({ x }) => x) / points.length, y: sum(({ y }) => y) / points.length }
      }),
    ),
  )
}

const pieceOf = (pupil: Page, piece: number) => pupil.locator(`.tan-piece[data-piece="${piece}"]`)

async function middleOf(pupil: Page, piece: number): Promise<Dot> {
  return pieceOf(pupil, piece)
    .locator('polygon')
    .last()
    .evaluate((polygon: SVGPolygonElement) => {
      const matrix = polygon.getScreenCTM()!
      const { x, y } = new DOMPoint(0, 0).matrixTransform(matrix)
      return { x, y }
    })
}

/** Taps, or keys, until a piece lies as the known way has it; a piece that looks the same another way round stops there too. */
async function turnRight(exercise: TangramExercise, piece: number, turn: () => Promise<void>) {
  const wanted = exercise.solution[piece]!
  const start = exercise.start[piece]!
  const turns = (start.turn - wanted.turn + 8) % 8
  for (let done = 0; done < turns; done += 1) await turn()
}

async function drag(pupil: Page, from: Dot, to: Dot): Promise<void> {
  await pupil.mouse.move(from.x, from.y)
  await pupil.mouse.down()
  await pupil.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await pupil.mouse.move(to.x, to.y, { steps: 4 })
  await pupil.mouse.up()
}

const touchAt = (finger: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', dots: readonly Dot[]) =>
  finger.send('Input.dispatchTouchEvent', { type, touchPoints: dots.map(({ x, y }) => ({ x, y })) })

async function dragByFinger(finger: CDPSession, from: Dot, to: Dot): Promise<void> {
  await touchAt(finger, 'touchStart', [from])
  for (const part of [0.3, 0.7, 1])
    await touchAt(finger, 'touchMove', [
      { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
    ])
  await touchAt(finger, 'touchEnd', [])
}

const placed = (pupil: Page, piece: number) =>
  expect(pieceOf(pupil, piece)).toHaveAttribute('data-placed', 'true')

test('seven pieces cover a shadow: dragged, tapped, by finger and by keys; a crash loses nothing', async ({
  app,
}) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'tangram' })
  // A child of grade two finds three pieces lying there.
  await expect(pupil.locator('.tan-piece.is-fixed')).toHaveCount(3)
  await fitsAChild(pupil, 'tangram')
  await pupil.screenshot({ path: test.info().outputPath('tangram-started.png') })
  const { exercise } = await asked(pupil)
  const goal = await goals(pupil, exercise)
  const [first, second, third, fourth] = [0, 1, 2, 3, 4, 5, 6].filter(
    (piece) => !exercise.fixed.includes(piece),
  ) as [number, number, number, number]

  // The parallelogram is turned over first where it lies on its back.
  if (exercise.start[6]!.flip !== exercise.solution[6]!.flip) {
    await pieceOf(pupil, 6).focus()
    await pupil.getByRole('button', { name: '翻过来' }).click()
  }
  const flipped = { ...exercise, start: await startsNow(pupil, exercise) }

  // By mouse: taps turn, a drag that ends near snaps.
  await turnRight(flipped, first, async () => {
    const { x, y } = await middleOf(pupil, first)
    await pupil.mouse.click(x, y)
  })
  await drag(pupil, await middleOf(pupil, first), { x: goal[first]!.x + 9, y: goal[first]!.y - 7 })
  await placed(pupil, first)

  // The power is cut: it still lies there.
  await expect.poll(async () => JSON.stringify((await asked(pupil)).round.progress)).toContain('"at":[')
  await pupil.reload()
  await placed(pupil, first)

  // Help shows one piece palely; it is tapped, and then where it goes.
  await pupil.getByRole('button', { name: '帮帮我' }).click()
  await expect(pupil.locator('.tan-ghost polygon')).toHaveCount(1)
  await pupil.screenshot({ path: test.info().outputPath('tangram-ghost.png') })
  await pieceOf(pupil, second).focus()
  await turnRight(flipped, second, () => pupil.getByRole('button', { name: '转一转' }).click())
  await pupil.mouse.click(goal[second]!.x, goal[second]!.y)
  await placed(pupil, second)

  // By finger.
  const finger = await pupil.context().newCDPSession(pupil)
  await turnRight(flipped, third, async () => {
    await touchAt(finger, 'touchStart', [await middleOf(pupil, third)])
    await touchAt(finger, 'touchEnd', [])
  })
  await dragByFinger(finger, await middleOf(pupil, third), goal[third]!)
  await placed(pupil, third)

  // By keys: turned, and on to the only place that is left.
  await pieceOf(pupil, fourth).focus()
  await turnRight(flipped, fourth, () => pupil.keyboard.press('Space'))
  await pupil.keyboard.press('ArrowLeft')
  await expect(pupil.getByText('竹子长了一节！')).toBeVisible()
})

/** How pieces lie now, out of what was kept. */
async function startsNow(pupil: Page, { start }: TangramExercise) {
  await expect(pupil.locator('.tan-table')).toBeVisible()
  const { progress } = await roundOf(pupil, 'tangram')
  return Array.isArray(progress) ? (progress as unknown as typeof start) : start
}

test('a shadow whose answer is asked for shows how it can lie', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'tangram' })
  await expect(pupil.locator('.tan-table')).toBeVisible()
  await pupil.getByRole('button', { name: '告诉我' }).click()
  await expect(pupil.getByText('看，可以这样拼')).toBeVisible()
  await expect(pupil.locator('.tan-piece[data-placed=true], .tan-piece.is-fixed')).toHaveCount(7)
  await pupil.screenshot({ path: test.info().outputPath('tangram-shown.png') })
  await pupil.getByRole('button', { name: '下一题' }).click()
  await expect(pupil.locator('.round-end')).toBeVisible()
})
