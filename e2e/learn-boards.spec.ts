// Tangram and chess as children play them: by mouse, by touch, by keyboard; helped, cut off by power, given up.
import type { Page } from '@playwright/test'
import { chess, type ChessExercise } from '#core/learning/chess/activity-rules.ts'
import { tangram, type TangramExercise } from '#core/learning/tangram/activity-rules.ts'
import {
  drag,
  dragByFinger,
  goals,
  middleOfPiece,
  middleOfSquare,
  pieceOf,
  square,
  touchAt,
  turnRight,
} from './activity-hands.ts'
import { layHand } from './bench/exercise-hand.ts'
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

const placed = (pupil: Page, piece: number) =>
  expect(pieceOf(pupil, piece)).toHaveAttribute('data-placed', 'true')

test('seven pieces cover a shadow: dragged, tapped, by finger and by keys; a crash loses nothing; one is shown', async ({
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
    const { x, y } = await middleOfPiece(pupil, first)
    await pupil.mouse.click(x, y)
  })
  await drag(pupil, await middleOfPiece(pupil, first), { x: goal[first]!.x + 9, y: goal[first]!.y - 7 })
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
    await touchAt(finger, 'touchStart', [await middleOfPiece(pupil, third)])
    await touchAt(finger, 'touchEnd', [])
  })
  await dragByFinger(finger, await middleOfPiece(pupil, third), goal[third]!)
  await placed(pupil, third)

  // By keys: turned, and on to the only place that is left.
  await pieceOf(pupil, fourth).focus()
  await turnRight(flipped, fourth, () => pupil.keyboard.press('Space'))
  await pupil.keyboard.press('ArrowLeft')
  await expect(pupil.getByText('竹子长了一节！')).toBeVisible()

  // Another one, never the one that was laid, also not for a moment; its answer is asked for.
  const met = await exercisesMet(pupil)
  await pupil.getByRole('button', { name: '再来一组' }).click()
  await pupil.getByRole('button', { name: '告诉我' }).click()
  await expect(pupil.getByText('看，可以这样拼')).toBeVisible()
  expect(await met()).toBe(1)
  await expect(pupil.locator('.tan-piece[data-placed=true], .tan-piece.is-fixed')).toHaveCount(7)
  await pupil.screenshot({ path: test.info().outputPath('tangram-shown.png') })
  await pupil.getByRole('button', { name: '下一题' }).click()
  await expect(pupil.locator('.round-end')).toBeVisible()
})

/** Counts the exercises that are on the screen from now on, however shortly; answers how to ask. */
async function exercisesMet(pupil: Page): Promise<() => Promise<number>> {
  await layHand(pupil)
  await pupil.evaluate(() => {
    const met = new Set<string>()
    Object.assign(window, { met })
    new MutationObserver(() => {
      const now = window.given()
      if (now) met.add(JSON.stringify(now.exercise))
    }).observe(document.body, { childList: true, subtree: true })
  })
  return () => pupil.evaluate(() => (window as unknown as { met: Set<string> }).met.size)
}

/** How pieces lie now, out of what was kept. */
async function startsNow(pupil: Page, { start }: TangramExercise) {
  await expect(pupil.locator('.tan-table')).toBeVisible()
  const { progress } = await roundOf(pupil, 'tangram')
  return Array.isArray(progress) ? (progress as unknown as typeof start) : start
}

async function askedOfChess(pupil: Page) {
  const round = await roundOf(pupil, 'chess')
  const exercise = chess.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { round, exercise, solution: chess.solve(exercise) as readonly string[] }
}

/** Right answers, until the child stands at a level: as if it had played them. */
async function climb(pupil: Page, level: string): Promise<ChessExercise> {
  for (let answered = 0; answered < 120; answered += 1) {
    const { round, exercise, solution } = await askedOfChess(pupil)
    if (exercise.level === level) {
      await pupil.reload()
      return exercise
    }
    await must(pupil, 'learning.answer', { round: round.id, now: round.now, answer: solution as never })
  }
  throw new Error(`never came to ${level}`)
}

/** By mouse, by keys, by finger; a step is taken back, a crash loses none. */
async function walkForStars(pupil: Page): Promise<void> {
  await expect(pupil.locator('.chess-square')).toHaveCount(64)
  await fitsAChild(pupil, 'chess')
  const { solution } = await askedOfChess(pupil)
  const from = await pupil.locator('[data-chosen=true]').getAttribute('data-square')
  const [first, second, ...rest] = solution as [string, string, ...string[]]

  await pupil.getByRole('button', { name: '帮帮我' }).click()
  await expect(pupil.locator('[data-ring=true]')).toHaveAttribute('data-square', first)
  await pupil.screenshot({ path: test.info().outputPath('chess-rook.png') })
  await square(pupil, first).click()
  await expect(square(pupil, first)).toHaveAttribute('data-chosen', 'true')
  await pupil.getByRole('button', { name: '后悔' }).click()
  await expect(square(pupil, from!)).toHaveAttribute('data-chosen', 'true')
  await drag(pupil, await middleOfSquare(pupil, from!), await middleOfSquare(pupil, first))
  await expect(square(pupil, first)).toHaveAttribute('data-chosen', 'true')
  await expect.poll(async () => (await askedOfChess(pupil)).round.progress).toEqual([first])
  await pupil.reload()
  await expect(square(pupil, first)).toHaveAttribute('data-chosen', 'true')

  // By keys: the arrows go from square to square, Enter goes there.
  await square(pupil, first).focus()
  const steps = [second.charCodeAt(0) - first.charCodeAt(0), Number(second[1]) - Number(first[1])] as const
  for (let step = 0; step < Math.abs(steps[0]); step += 1)
    await pupil.keyboard.press(steps[0] > 0 ? 'ArrowRight' : 'ArrowLeft')
  for (let step = 0; step < Math.abs(steps[1]); step += 1)
    await pupil.keyboard.press(steps[1] > 0 ? 'ArrowUp' : 'ArrowDown')
  await pupil.keyboard.press('Enter')
  await expect(square(pupil, second)).toHaveAttribute('data-chosen', 'true')

  const finger = await pupil.context().newCDPSession(pupil)
  for (const to of rest) {
    await touchAt(finger, 'touchStart', [await middleOfSquare(pupil, to)])
    await touchAt(finger, 'touchEnd', [])
    await expect(square(pupil, to).locator('.man')).toBeVisible()
  }
  await expect.poll(async () => (await askedOfChess(pupil)).round.now).toBe(1)
  expect((await askedOfChess(pupil)).round.results).toEqual(['helped'])
}

/** Another move is answered and taken back; two moves are played one by one. */
async function findMates(pupil: Page): Promise<void> {
  // The first of them is the last of its round: on to the next one, whose beads stay to be seen.
  await climb(pupil, 'mate-one')
  const ended = await askedOfChess(pupil)
  const turn = { round: ended.round.id, now: ended.round.now }
  await must(pupil, 'learning.answer', { ...turn, answer: ended.solution as never })
  const mate = await climb(pupil, 'mate-one')
  const [from, to] = [mate.best.slice(0, 2), mate.best.slice(2)]
  await square(pupil, from).click()
  await expect(square(pupil, to)).toHaveAttribute('data-dot', 'true')
  await pupil.screenshot({ path: test.info().outputPath('chess-mate.png') })
  const dots = pupil.locator('[data-dot=true]')
  const others = await dots.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['square']!))
  const other = others.find((one) => one !== to)!
  await square(pupil, other).click()
  await expect(pupil.getByText('再试一步')).toBeVisible()
  await expect(pupil.getByText('再试一步')).toBeHidden()
  await expect(square(pupil, from).locator('.man[data-white=true]')).toBeVisible()
  // It was a try: the right one that follows is not found alone.
  await expect(square(pupil, from)).toHaveAttribute('data-ring', 'true')
  const { round } = await askedOfChess(pupil)
  await drag(pupil, await middleOfSquare(pupil, from), await middleOfSquare(pupil, to))
  await expect.poll(async () => (await askedOfChess(pupil)).round.results[round.now]).toBe('helped')

  await climb(pupil, 'verdict')
  const judged = await askedOfChess(pupil)
  await pupil.screenshot({ path: test.info().outputPath('chess-verdict.png') })
  await pupil.locator('.choice-card').nth(Number(judged.solution)).click()
  await expect.poll(async () => (await askedOfChess(pupil)).exercise.key).not.toBe(judged.exercise.key)

  await climb(pupil, 'mate-two')
  const two = await askedOfChess(pupil)
  const [key, reply, last] = two.solution as [string, string, string]
  await square(pupil, key.slice(0, 2)).click()
  await square(pupil, key.slice(2)).click()
  await expect(pupil.getByText('再走一步将死')).toBeVisible()
  await expect.poll(async () => (await askedOfChess(pupil)).round.progress).toEqual([key, reply])
  // The power is cut between the two.
  await pupil.reload()
  await expect(pupil.getByText('再走一步将死')).toBeVisible()
  await square(pupil, last.slice(0, 2)).focus()
  await pupil.keyboard.press('Enter')
  await square(pupil, last.slice(2)).focus()
  await pupil.keyboard.press('Enter')
  await expect.poll(async () => (await askedOfChess(pupil)).exercise.key).not.toBe(two.exercise.key)

  await pupil.getByRole('button', { name: '告诉我' }).click()
  await expect(pupil.getByText('看，可以这样走')).toBeVisible()
  await fitsAChild(pupil, 'a mate that is shown')
}

test('a rook goes for stars; mates are found, told from stalemate, and shown', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'chess' })
  await walkForStars(pupil)
  await findMates(pupil)
})
