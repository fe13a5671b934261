// Sudoku, mazes and balances as a child plays them: by mouse, by touch and by keyboard.
import type { Page } from '@playwright/test'
import type { Activity } from '#core/learning/activity-rules.ts'
import { activityOf } from '#core/learning/activities.ts'
import { balance } from '#core/learning/balance/activity-rules.ts'
import { middle, sizeOf } from '#core/learning/mazes/drawing-rules.ts'
import { isOpen } from '#core/learning/mazes/maze-rules.ts'
import { mazes } from '#core/learning/mazes/activity-rules.ts'
import { sudoku } from '#core/learning/sudoku/activity-rules.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'
import { sharing } from './shared-app.ts'
import { sharedRoom } from './shared-room.ts'

const test = sharing()
test.describe.configure({ mode: 'default' })
const sitDown = sharedRoom()

interface Reads<E> {
  readonly id: string
  readExercise(kept: unknown): E | null
}

/** Opens an activity where the child is, and tells what is asked. */
async function open<E>(pupil: Page, activity: Reads<E>): Promise<E> {
  await must(pupil, 'sessions.move', { name: 'activity', page: activity.id })
  return exerciseNow(pupil, activity)
}

async function exerciseNow<E>(pupil: Page, activity: Reads<E>): Promise<E> {
  const round = await must(pupil, 'learning.round', { activity: activity.id })
  const exercise = activity.readExercise(round.exercise)
  if (!exercise) throw new Error(`${activity.id} asks nothing`)
  return exercise
}

/** Presses with a finger. */
async function tap(pupil: Page, at: { x: number; y: number }): Promise<void> {
  const finger = await pupil.context().newCDPSession(pupil)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await finger.detach()
}

async function middleOf(locator: ReturnType<Page['locator']>): Promise<{ x: number; y: number }> {
  const box = (await locator.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

const answerOf = (id: string, exercise: unknown) => (activityOf(id) as Activity).solve(exercise as never)

test('a sudoku is filled by mouse, finger and keys; help shows where, then what; power may fail', async ({
  app,
}) => {
  const { pupil } = await sitDown(app, '二(1)班', '王小果')
  // Grade two: four by four, with few fruit.
  const exercise = await open(pupil, sudoku)
  expect(exercise.level).toBe('four-few')
  const answer = answerOf('sudoku', exercise) as number[]
  const gaps = exercise.given.flatMap((value, at) => (value ? [] : [at]))
  const cells = pupil.locator('.sudoku .cell')
  const keys = pupil.locator('.sudoku-keys button')
  await expect(cells).toHaveCount(16)
  await fitsAChild(pupil, 'sudoku of four')

  // Help: where to look, then what goes there; its key nods, and a press puts it in.
  await pupil.getByRole('button', { name: '帮帮我' }).click()
  await expect(pupil.locator('.cell[data-look=true]').first()).toBeVisible()
  await expect(pupil.locator('.says')).not.toBeEmpty()
  await expect(pupil.locator('.cell[data-target=true]')).toHaveCount(0)
  await pupil.getByRole('button', { name: '帮帮我' }).click()
  await expect(pupil.locator('.cell[data-target=true]')).toHaveCount(1)
  await pupil.locator('.sudoku-keys button[data-nod=true]').click()
  await expect(pupil.locator('.cell[data-look=true]')).toHaveCount(0)

  // Undone, nothing is there; a clash is shown kindly on both cells, and taking it back is enough.
  await pupil.getByRole('button', { name: '后悔' }).click()
  const gap = gaps[0]!
  const peer = exercise.given.find((value, at) => value && Math.floor(at / 4) === Math.floor(gap / 4))
  const clashing = peer ?? exercise.given.find((value, at) => value && at % 4 === gap % 4)!
  await cells.nth(gap).click()
  await keys.nth(clashing - 1).click()
  await expect(pupil.locator('.cell[data-clash=true]').nth(1)).toBeVisible()
  await expect(pupil.locator('.says')).toHaveText('两个一样的碰到一起了，换一个试试')
  await keys.nth(clashing - 1).click()
  await expect(pupil.locator('.cell[data-clash=true]')).toHaveCount(0)

  // By finger, then the power fails: what was put is there.
  await tap(pupil, await middleOf(cells.nth(gap)))
  await tap(pupil, await middleOf(keys.nth(answer[gap]! - 1)))
  await expect(cells.nth(gap)).not.toHaveAccessibleName(/空$/)
  await expect
    .poll(async () => JSON.stringify((await must(pupil, 'learning.round', { activity: 'sudoku' })).progress))
    .toContain(exercise.given.with(gap, answer[gap]!).join(','))
  await pupil.reload()
  await expect(cells.nth(gap)).not.toHaveAccessibleName(/空$/)

  // The rest from the keyboard alone: arrows and digits.
  await cells.nth(gap).focus()
  let at = gap
  for (const next of gaps.slice(1)) {
    for (; Math.floor(at / 4) < Math.floor(next / 4); at += 4) await pupil.keyboard.press('ArrowDown')
    for (; at < next; at += 1) await pupil.keyboard.press('ArrowRight')
    for (; at > next; at -= 1) await pupil.keyboard.press('ArrowLeft')
    await pupil.keyboard.press(`${answer[next]}`)
  }
  await expect(pupil.getByText('竹子长了一节！')).toBeVisible()
  const stamps = await must(pupil, 'learning.stamps', undefined)
  expect(stamps.map(({ stamp }) => stamp)).toContain('four')
})

test('nine by nine takes notes, by mouse and by key, and shows the answer kindly', async ({ app }) => {
  const { pupil } = await sitDown(app, '五(1)班', '王大力')
  const exercise = await open(pupil, sudoku)
  expect(exercise.level).toBe('nine-locked')
  const cells = pupil.locator('.sudoku .cell')
  await expect(cells).toHaveCount(81)
  await fitsAChild(pupil, 'sudoku of nine')
  const gap = exercise.given.indexOf(0)
  await cells.nth(gap).click()
  await pupil.getByRole('button', { name: '也许' }).click()
  await pupil.locator('.sudoku-keys button').nth(2).click()
  await pupil.keyboard.press('7')
  await expect(cells.nth(gap).locator('small')).toHaveText('3 7')
  await expect
    .poll(async () => JSON.stringify((await must(pupil, 'learning.round', { activity: 'sudoku' })).progress))
    .toContain(`${2 ** 3 + 2 ** 7}`)
  await pupil.reload()
  await expect(cells.nth(gap).locator('small')).toHaveText('3 7')
  // What was done before the power failed can still be taken back.
  await cells.nth(gap).focus()
  await pupil.keyboard.press('z')
  await expect(cells.nth(gap).locator('small')).toHaveText('3')
  await pupil.keyboard.press('z')
  await expect(cells.nth(gap).locator('small')).toHaveCount(0)
  await expect(pupil.getByRole('button', { name: '后悔' })).toBeDisabled()
  await pupil.keyboard.press('n')
  await pupil.keyboard.press('3')
  await pupil.keyboard.press('7')
  await expect(cells.nth(gap).locator('small')).toHaveText('3 7')
  await pupil.keyboard.press('Backspace')
  await expect(cells.nth(gap).locator('small')).toHaveCount(0)
  await pupil.keyboard.press('z')
  await expect(cells.nth(gap).locator('small')).toHaveText('3 7')
  await pupil.getByRole('button', { name: '告诉我' }).click()
  await expect(pupil.locator('.says')).toHaveText('看，是这样的。下一个再来')
  const answer = answerOf('sudoku', exercise) as number[]
  await expect(cells.nth(gap)).toHaveText(`${answer[gap]}`)
  await pupil.getByRole('button', { name: '下一题' }).click()
  await expect(pupil.getByText('竹子长了一节！')).toBeVisible()
})

/** What the maze says of itself after so many steps. */
const steps = (count: number) => new RegExp(`走了 ${count} 步`)

test('a maze is walked by drag of mouse and finger, by arrows and keys; help lights the next stretch', async ({
  app,
}) => {
  const { pupil } = await sitDown(app, '二(1)班', '路小远')
  let exercise = await open(pupil, mazes)
  expect(exercise.level).toBe('middle')
  const field = pupil.locator('.maze')
  await expect(field).toBeVisible()
  await fitsAChild(pupil, 'a maze')
  const way = answerOf('mazes', exercise) as number[]
  /** Where the middle of a cell lies on the screen. */
  const points = async (cells: readonly number[]) => {
    const box = (await field.boundingBox())!
    const scale = box.width / sizeOf(exercise).width
    return cells.map((cell) => {
      const { x, y } = middle(exercise, cell)
      return { x: box.x + x * scale, y: box.y + y * scale }
    })
  }
  const isBeside = (one: number, other: number) =>
    Math.abs((one % exercise.columns) - (other % exercise.columns)) < 2
  const now = async () => (await must(pupil, 'learning.round', { activity: 'mazes' })).now

  await pupil.getByRole('button', { name: '帮帮我' }).click()
  await expect(pupil.locator('.maze-lit')).toHaveCount(1)

  // By mouse, half of the way; no frame is late while it is dragged.
  const behindWall = (here: number) =>
    [here - exercise.columns, here - 1, here + 1, here + exercise.columns].find(
      (cell) =>
        cell >= 0 && cell < exercise.open.length && isBeside(here, cell) && !isOpen(exercise, here, cell),
    )
  // Where a wall is beside the way: a cell may be open to all sides.
  const half = way.findIndex((cell, at) => at >= way.length / 3 && behindWall(cell) !== undefined)
  await pupil.evaluate(() => {
    const frames = { worst: 0, last: performance.now() }
    Object.assign(window, { frames })
    const look = (at: number) => {
      frames.worst = Math.max(frames.worst, at - frames.last)
      frames.last = at
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const path = await points(way)
  await pupil.mouse.move(path[0]!.x, path[0]!.y)
  await pupil.mouse.down()
  for (const { x, y } of path.slice(1, half + 1)) await pupil.mouse.move(x, y, { steps: 3 })
  await pupil.mouse.up()
  await expect(field).toHaveAccessibleName(steps(half))
  test.info().annotations.push({
    type: 'worst frame, ms',
    description: `${await pupil.evaluate(() => (window as unknown as { frames: { worst: number } }).frames.worst)}`,
  })
  // A wall holds it: nothing happens.
  const walled = behindWall(way[half]!)!
  const [wall] = await points([walled])
  await pupil.mouse.click(wall!.x, wall!.y)
  await expect(field).toHaveAccessibleName(steps(half))
  await expect
    .poll(async () => (await must(pupil, 'learning.round', { activity: 'mazes' })).progress)
    .toEqual(way.slice(0, half + 1))
  await pupil.reload()
  await expect(field).toHaveAccessibleName(steps(half))
  await pupil.getByRole('button', { name: '退一步' }).click()
  await expect(field).toHaveAccessibleName(steps(half - 1))

  // By finger, to the end.
  const rest = await points(way.slice(half - 1))
  const finger = await pupil.context().newCDPSession(pupil)
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [rest[0]!] })
  for (const point of rest.slice(1))
    await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] })
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await finger.detach()
  await expect.poll(now).toBe(1)

  // The second with the arrows of the keyboard, but its first step with those on the screen.
  await expect(field).toHaveAccessibleName(steps(0))
  exercise = await exerciseNow(pupil, mazes)
  const second = answerOf('mazes', exercise) as number[]
  const names = new Map([
    [1, ['右', 'ArrowRight']],
    [-1, ['左', 'ArrowLeft']],
    [exercise.columns, ['下', 'ArrowDown']],
    [-exercise.columns, ['上', 'ArrowUp']],
  ])
  for (const [at, to] of second.entries()) {
    const [button, key] = names.get(to - (second[at - 1] ?? to)) ?? []
    if (at === 1) await pupil.getByRole('button', { name: button!, exact: true }).click()
    else if (key) await pupil.keyboard.press(key)
  }
  await expect.poll(now).toBe(2)

  // The third is given up: its way is shown.
  await expect(field).toHaveAccessibleName(steps(0))
  await pupil.getByRole('button', { name: '告诉我' }).click()
  await expect(pupil.locator('.says')).toHaveText('看，路在这里。下一个再来')
  await expect(field).not.toHaveAccessibleName(steps(0))
  await pupil.getByRole('button', { name: '下一题' }).click()
  await expect(pupil.getByText('竹子长了一节！')).toBeVisible()
  expect((await must(pupil, 'learning.stamps', undefined)).map(({ stamp }) => stamp)).toContain('large')
})

test('scales: the heaviest by mouse and key, and the odd coin by weighing', async ({ app }) => {
  // Grade three: four things, three scales. A wrong card helps; the right one by its number.
  const { pupil } = await sitDown(app, '三(1)班', '周小重')
  const now = async () => (await must(pupil, 'learning.round', { activity: 'balance' })).now
  const chain = await open(pupil, balance)
  expect(chain.level).toBe('long-chain')
  await expect(pupil.locator('.fact')).toHaveCount(3)
  await fitsAChild(pupil, 'scales to compare')
  const right = answerOf('balance', chain) as number
  await pupil
    .locator('.choice-card')
    .nth((right + 1) % 4)
    .click()
  await expect(pupil.locator('.beam-scale[data-look=true]')).toHaveCount(1)
  await pupil.keyboard.press(`${right + 1}`)
  await expect.poll(now).toBe(1)

  // Grade six: coins, by thirds.
  await sitDown(app, '六(1)班', '周小舟')
  const coins = await open(pupil, balance)
  expect(coins.level).toBe('coins')
  const solution = answerOf('balance', coins) as {
    weighed: { left: number[]; right: number[] }[]
    coin: number
  }
  const coin = (number: number) => pupil.getByRole('button', { name: new RegExp(`^${number + 1} 号硬币`) })
  const weigh = pupil.getByRole('button', { name: '称一称', exact: true })
  await expect(weigh).toBeDisabled()
  await fitsAChild(pupil, 'coins to weigh')
  const pan = async (name: string) => middleOf(pupil.locator(`.big-scale [data-pan=${name}]`))
  const all = coins.task.kind === 'coins' ? Array.from({ length: coins.task.coins }, (_, at) => at) : []
  for (const [turn, { left, right: other }] of solution.weighed.entries()) {
    for (const at of all) {
      const to = left.includes(at) ? '左边' : other.includes(at) ? '右边' : '桌上'
      const isThere = async () => ((await coin(at).getAttribute('aria-label')) ?? '').endsWith(to)
      if (await isThere()) continue
      if (turn === 0 && to !== '桌上') {
        // Carried by mouse the first time.
        const from = await middleOf(coin(at))
        const goal = await pan(to === '左边' ? 'left' : 'right')
        await pupil.mouse.move(from.x, from.y)
        await pupil.mouse.down()
        await pupil.mouse.move(goal.x, goal.y, { steps: 4 })
        await pupil.mouse.up()
      } else
        for (let taps = 0; taps < 2 && !(await isThere()); taps += 1) {
          await coin(at).focus()
          await pupil.keyboard.press('Enter')
        }
      await expect(coin(at)).toHaveAccessibleName(new RegExp(`${to}$`))
    }
    await weigh.click()
    if (turn === 0) {
      await expect(pupil.locator('.weighings .beads')).toHaveAccessibleName(/^称了 1 次/)
      await expect
        .poll(async () => (await must(pupil, 'learning.round', { activity: 'balance' })).progress)
        .toEqual([{ left, right: other }])
      await pupil.reload()
      await expect(pupil.locator('.weighings .beads')).toHaveAccessibleName(/^称了 1 次/)
    }
  }
  await tap(pupil, await middleOf(coin(solution.coin)))
  await expect.poll(now).toBe(1)
  expect((await must(pupil, 'learning.stamps', undefined)).map(({ stamp }) => stamp)).toContain('coins')
})

test('an unknown weight: put on by drag, finger and key; wrong helps, twice shows it kindly', async ({
  app,
}) => {
  const { pupil } = await sitDown(app, '五(1)班', '周小轻')
  const exercise = await open(pupil, balance)
  expect(exercise.level).toBe('unknown')
  await fitsAChild(pupil, 'an unknown weight')
  const answer = answerOf('balance', exercise) as number
  const more = pupil.locator('.carry.more-fruit')
  const done = pupil.getByRole('button', { name: '一样重了' })
  const onPan = pupil.locator('.big-scale [data-pan=right] .pic')
  await expect(done).toBeDisabled()

  const from = await middleOf(more)
  const pan = await middleOf(pupil.locator('.big-scale [data-pan=right]'))
  await pupil.mouse.move(from.x, from.y)
  await pupil.mouse.down()
  await pupil.mouse.move(pan.x, pan.y, { steps: 4 })
  await pupil.mouse.up()
  await expect(onPan).toHaveCount(1)
  // Let go beside the scale, it glides back.
  await pupil.mouse.move(from.x, from.y)
  await pupil.mouse.down()
  await pupil.mouse.move(from.x, from.y - 200, { steps: 4 })
  await pupil.mouse.up()
  await expect(onPan).toHaveCount(1)
  await done.click()
  await expect(pupil.locator('.says')).toHaveText('左边沉下去了，再放一点')
  await tap(pupil, from)
  await expect(onPan).toHaveCount(2)
  await expect
    .poll(async () => (await must(pupil, 'learning.round', { activity: 'balance' })).progress)
    .toBe(2)
  await pupil.reload()
  await expect(onPan).toHaveCount(2)
  await more.focus()
  for (let put = 2; put < answer; put += 1) await pupil.keyboard.press('Enter')
  await expect(onPan).toHaveCount(Math.max(2, answer))
  await done.focus()
  await pupil.keyboard.press('Enter')
  await expect.poll(async () => (await must(pupil, 'learning.round', { activity: 'balance' })).now).toBe(1)

  // Twice too many: the answer is shown, and it goes on.
  const second = answerOf('balance', await exerciseNow(pupil, balance)) as number
  await expect(onPan).toHaveCount(0)
  for (let put = 0; put < second + 1; put += 1) await more.click()
  await done.click()
  await expect(pupil.locator('.says')).toHaveText('右边沉下去了，拿走一点')
  await more.click()
  await done.click()
  await expect(pupil.locator('.says')).toHaveText('看，这样就对了')
  await expect(onPan).toHaveCount(second)
  await pupil.getByRole('button', { name: '下一题' }).click()
  await expect.poll(async () => (await must(pupil, 'learning.round', { activity: 'balance' })).now).toBe(2)
})
