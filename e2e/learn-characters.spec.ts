// Characters, as a child learns them: stones in a stream, watched, traced and written with a real mouse along the strokes; found again.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { characterQuiz } from '#core/learning/character-quiz/activity-rules.ts'
import { characters } from '#core/learning/characters/activity-rules.ts'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

const require = createRequire(import.meta.url)

type Line = readonly (readonly [number, number])[]

/** The middle lines of a character's strokes, straight from the package. */
function mediansOf(character: string): readonly Line[] {
  const file = readFileSync(require.resolve(`hanzi-writer-data/${character}.json`), 'utf8')
  return (JSON.parse(file) as { readonly medians: readonly Line[] }).medians
}

type Place = readonly [x: number, y: number]

/** Where a line of the data lies on the screen. */
async function onScreen(pupil: Page, line: Line): Promise<readonly [Place, ...Place[]]> {
  const box = await pupil.locator('.write-field').boundingBox()
  if (!box) throw new Error('no field')
  const scale = (box.width * 540) / 600 / 1024
  const edge = (box.width * 30) / 600
  const [first, ...others] = line.map(([x, y]): Place => [
    box.x + edge + x * scale,
    box.y + edge + (900 - y) * scale,
  ])
  if (!first) throw new Error('no stroke')
  return [first, ...others]
}

/** Draws along a line of the data. */
type Draw = (pupil: Page, line: Line) => Promise<void>

const byMouse: Draw = async (pupil, line) => {
  const [first, ...others] = await onScreen(pupil, line)
  await pupil.mouse.move(...first)
  await pupil.mouse.down()
  for (const point of others) await pupil.mouse.move(...point, { steps: 6 })
  await pupil.mouse.up()
}

/** Points between those of a line, as a hand moves. */
const between = (places: readonly Place[]): readonly Place[] =>
  places.flatMap(([x, y], at) => {
    const [nextX, nextY] = places[at + 1] ?? [x, y]
    return [0, 0.25, 0.5, 0.75].map((share): Place => [x + (nextX - x) * share, y + (nextY - y) * share])
  })

const byFinger: Draw = async (pupil, line) => {
  const wire = await pupil.context().newCDPSession(pupil)
  const places = between(await onScreen(pupil, line))
  for (const [at, [x, y]] of places.entries())
    await wire.send('Input.dispatchTouchEvent', {
      type: at === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [{ x, y }],
    })
  await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await wire.detach()
}

const byPen: Draw = async (pupil, line) => {
  const wire = await pupil.context().newCDPSession(pupil)
  const places = between(await onScreen(pupil, line))
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Place) =>
    wire.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
      force: 0.5,
    })
  await send('mousePressed', places[0]!)
  for (const place of places.slice(1)) await send('mouseMoved', place)
  await send('mouseReleased', places.at(-1)!)
  await wire.detach()
}

async function asked(pupil: Page) {
  const round = await must(pupil, 'learning.round', { activity: 'characters' })
  const exercise = characters.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { round, exercise }
}

const step = (pupil: Page, name: string) => pupil.locator('.steps3').getByRole('button', { name })

async function write(pupil: Page, lines: readonly Line[], draw: Draw = byMouse): Promise<void> {
  for (const [index, line] of lines.entries()) {
    await draw(pupil, line)
    if (index + 1 < lines.length) await expect(pupil.locator('.stroke-order .now')).toHaveCount(1)
    if (index + 1 < lines.length) await expect(pupil.locator('.stroke-order .done')).toHaveCount(index + 1)
  }
}

test('a character is watched, traced, written; two misses show the stroke; the power is cut; the next waits', async ({
  app,
}) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'characters' })
  await expect(pupil.locator('.stone')).toHaveCount(8)
  await fitsAChild(pupil, 'the stream')
  await pupil.screenshot({ path: test.info().outputPath('stream.png') })
  const { exercise } = await asked(pupil)
  const lines = mediansOf(exercise.character)

  await pupil.locator('.stone.now').click()
  await expect(pupil.locator('.write-field')).toBeVisible()
  await fitsAChild(pupil, 'writing')
  await expect(step(pupil, '看一看').locator('svg.icon')).toBeVisible()
  await step(pupil, '描一描').click()
  await expect(pupil.locator('.write-field .stroke-way')).toBeVisible()
  await pupil.screenshot({ path: test.info().outputPath('trace.png') })
  await write(pupil, lines)
  await expect(step(pupil, '描一描').locator('svg.icon')).toBeVisible()
  await pupil.getByRole('button', { name: '下一步' }).click()
  await expect(pupil.locator('.write-field')).toHaveAttribute('data-step', 'write')

  // The power is cut: the same character, at the same step.
  await expect.poll(async () => (await asked(pupil)).round.progress).toEqual({ step: 'write' })
  await pupil.reload()
  await expect(pupil.locator('.write-field')).toHaveAttribute('data-step', 'write')
  await expect(pupil.locator('.write-field .stroke-way')).toHaveCount(0)
  const wrong: Line = [
    [900, 100],
    [860, 60],
    [900, 20],
  ]
  await byMouse(pupil, wrong)
  await expect(pupil.locator('.write-field .stroke-way')).toHaveCount(0)
  await byMouse(pupil, wrong)
  await expect(pupil.locator('.write-field .stroke-way')).toBeVisible()
  await write(pupil, lines)
  await expect.poll(async () => (await asked(pupil)).round.now).toBe(1)
  expect((await asked(pupil)).round.results).toHaveLength(1)
  expect((await asked(pupil)).round.results).not.toEqual(['right'])
  await expect(pupil.locator('.stone')).toHaveCount(8)

  // Another one, by heart at once.
  const second = await asked(pupil)
  await pupil.locator('.stone.now').click()
  await step(pupil, '自己写').click()
  await write(pupil, mediansOf(second.exercise.character))
  await expect.poll(async () => (await asked(pupil)).round.now).toBe(2)
  expect((await asked(pupil)).round.results[1]).toBe('right')
})

for (const [language, screens] of [
  ['en', '1024x768'],
  ['zh-CN', '1093x614'],
] as const)
  test.describe(`${language} at ${screens}`, () => {
    test.use({ screens })

    test('a character is written by a finger, another one with a pen', async ({ app }) => {
      const { pupil, staff } = await roomWithChildren(app)
      await must(staff, 'room.changeSettings', { ...(await must(staff, 'room.settings')), language })
      await arrive(pupil)
      await must(pupil, 'sessions.move', { name: 'activity', page: 'characters' })
      await expect(pupil.locator('.stone')).toHaveCount(8)
      await fitsAChild(pupil, 'the stream')
      await pupil.screenshot({ path: test.info().outputPath('stream.png') })
      for (const [index, draw] of [byFinger, byPen].entries()) {
        await pupil.locator('.stone.now').click()
        await step(pupil, language === 'en' ? 'Write' : '自己写').click()
        await fitsAChild(pupil, 'writing')
        const { exercise } = await asked(pupil)
        await write(pupil, mediansOf(exercise.character), draw)
        await expect.poll(async () => (await asked(pupil)).round.now).toBe(index + 1)
      }
      expect((await asked(pupil)).round.results).toEqual(['right', 'right'])
      await pupil.screenshot({ path: test.info().outputPath('stream-after.png') })
      await must(pupil, 'sessions.move', { name: 'home' })
      await expect(pupil.locator('.door')).toHaveCount(4)
      await must(pupil, 'sessions.move', { name: 'activity', page: 'character-quiz' })
      await expect(pupil.locator('.choice-card')).toHaveCount(4)
      await fitsAChild(pupil, 'character-quiz')
      await pupil.screenshot({ path: test.info().outputPath('quiz.png') })
    })
  })

test('a character is found by sound, picture or word; a wrong one says what it is', async ({ app }) => {
  const { pupil } = await roomWithChildren(app)
  await arrive(pupil)
  await must(pupil, 'sessions.move', { name: 'activity', page: 'character-quiz' })
  const choices = pupil.locator('.choice-card')
  await expect(choices).toHaveCount(4)
  await fitsAChild(pupil, 'character-quiz')
  await pupil.screenshot({ path: test.info().outputPath('quiz.png') })
  const now = async () => {
    const round = await must(pupil, 'learning.round', { activity: 'character-quiz' })
    const exercise = characterQuiz.readExercise(round.exercise)
    if (!exercise) throw new Error('nothing is asked')
    return { round, right: characterQuiz.solve(exercise) as number }
  }
  const first = await now()
  const wrong = (first.right + 1) % 4
  await choices.nth(wrong).click()
  await expect(choices.nth(wrong)).toBeDisabled()
  await expect(choices.nth(wrong).locator('.told')).toBeVisible()
  await expect(choices.nth(first.right)).toBeEnabled()
  await choices.nth(first.right).click()
  await expect.poll(async () => (await now()).round.now).toBe(1)
  const second = await now()
  await expect(choices.nth(second.right)).toBeEnabled()
  await choices.nth(second.right).focus()
  await pupil.keyboard.press('Enter')
  await expect.poll(async () => (await now()).round.now).toBe(2)
  expect((await now()).round.results).toEqual(['helped', 'right'])
})
