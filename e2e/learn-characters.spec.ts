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

/** Draws along a line of the data with the mouse. */
async function draw(pupil: Page, line: Line): Promise<void> {
  const box = await pupil.locator('.write-field').boundingBox()
  if (!box) throw new Error('no field')
  const scale = (box.width * 540) / 600 / 1024
  const edge = (box.width * 30) / 600
  const at = ([x, y]: readonly [number, number]) =>
    [box.x + edge + x * scale, box.y + edge + (900 - y) * scale] as const
  const points = line.map(at)
  const [first] = points
  if (!first) throw new Error('no stroke')
  await pupil.mouse.move(...first)
  await pupil.mouse.down()
  for (const point of points.slice(1)) await pupil.mouse.move(...point, { steps: 6 })
  await pupil.mouse.up()
}

async function asked(pupil: Page) {
  const round = await must(pupil, 'learning.round', { activity: 'characters' })
  const exercise = characters.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { round, exercise }
}

const step = (pupil: Page, name: string) => pupil.locator('.steps3').getByRole('button', { name })

async function write(pupil: Page, lines: readonly Line[]): Promise<void> {
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
  await draw(pupil, wrong)
  await expect(pupil.locator('.write-field .stroke-way')).toHaveCount(0)
  await draw(pupil, wrong)
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
