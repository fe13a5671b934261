// Hands learn the keyboard, then syllables, tones, words and poems: by keys, by the mouse and by touch, in both languages.
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { poemTyping } from '#core/learning/poem-typing/activity-rules.ts'
import { typing, type TypingExercise } from '#core/learning/typing/activity-rules.ts'
import { lettersOf } from '#core/learning/typing/reading-rules.ts'
import { arrive, roomWithChildren } from './child-ground.ts'
import { fitsAChild } from './fits-a-child.ts'
import { expect, test } from './fixture.ts'
import { must } from './open-room.ts'

async function asked(pupil: Page): Promise<{ now: number; exercise: TypingExercise }> {
  const round = await must(pupil, 'learning.round', { activity: 'typing' })
  const exercise = typing.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { now: round.now, exercise }
}

/** Answers through main until the child stands at a level. */
async function climb(pupil: Page, level: string): Promise<void> {
  for (let tries = 0; tries < 80; tries += 1) {
    const round = await must(pupil, 'learning.round', { activity: 'typing' })
    if (typing.readExercise(round.exercise)?.level === level) return
    await must(pupil, 'learning.answer', { round: round.id, now: round.now, answer: { misses: 0 } })
  }
  throw new Error(`${level} was never reached`)
}

async function open(pupil: Page, activity: 'typing' | 'poem-typing'): Promise<void> {
  await must(pupil, 'sessions.move', { name: 'home' })
  await expect(pupil.locator('.door')).toHaveCount(4)
  await must(pupil, 'sessions.move', { name: 'activity', page: activity })
}

async function finger(pupil: Page): Promise<(place: Locator) => Promise<void>> {
  const wire = await pupil.context().newCDPSession(pupil)
  await wire.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  return async (place) => {
    const box = (await place.boundingBox())!
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await wire.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] })
    await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
}

const drawn = (pupil: Page, key: string) => pupil.locator(`.keyboard [data-key="${key}"]`)
const done = (pupil: Page) => pupil.locator('.letters-line .done')

async function childIn(app: ElectronApplication, language: 'zh-CN' | 'en'): Promise<Page> {
  const { pupil, staff } = await roomWithChildren(app)
  await must(staff, 'room.changeSettings', { ...(await must(staff, 'room.settings')), language })
  await arrive(pupil)
  return pupil
}

for (const [language, screens] of [
  ['zh-CN', '1093x614'],
  ['en', '1024x768'],
] as const)
  test.describe(`${language} at ${screens}`, () => {
    test.use({ screens })

    test('letters, tones, words and a poem, by key, mouse and finger; the power is cut within each', async ({
      app,
    }) => {
      const pupil = await childIn(app, language)
      await test.step('letters', () => letters(pupil))
      await test.step('tones and words', () => tonesAndWords(pupil, language))
      await test.step('a poem', () => aPoem(pupil))
    })
  })

/** Another key moves nothing. */
async function letters(pupil: Page): Promise<void> {
  await open(pupil, 'typing')
  await expect(pupil.locator('.letters-line li')).toHaveCount(8)
  await fitsAChild(pupil, 'letters')
  await pupil.screenshot({ path: test.info().outputPath('letters.png') })
  const { exercise } = await asked(pupil)
  const line = exercise.kind === 'letters' ? Array.from(exercise.letters) : []

  await pupil.keyboard.press('q')
  await expect(drawn(pupil, line[0]!)).toHaveClass(/nods/)
  await expect(done(pupil)).toHaveCount(0)
  // An input method of the system keeps what a key writes; where the key lies is enough.
  await pupil.evaluate(
    (code) => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', code })),
    `Key${line[0]!.toUpperCase()}`,
  )
  await expect(done(pupil)).toHaveCount(1)
  await drawn(pupil, line[1]!).click()
  await expect(done(pupil)).toHaveCount(2)
  const tap = await finger(pupil)
  await tap(drawn(pupil, line[2]!))
  await expect(done(pupil)).toHaveCount(3)
  await expect
    .poll(async () => (await must(pupil, 'learning.round', { activity: 'typing' })).progress)
    .toEqual({ at: 3, misses: 1 })
  await pupil.reload()
  await expect(done(pupil)).toHaveCount(3)
  for (const letter of line.slice(3)) await pupil.keyboard.press(letter)
  await expect.poll(async () => (await asked(pupil)).now).toBe(1)
  expect((await must(pupil, 'learning.round', { activity: 'typing' })).results).toEqual(['right'])
}

/** What is looked for shows where help is asked for; the bar writes. */
async function tonesAndWords(pupil: Page, language: 'zh-CN' | 'en'): Promise<void> {
  await climb(pupil, 'tones')
  await open(pupil, 'typing')
  await expect(pupil.locator('.syllable-cards li')).toHaveCount(3)
  await fitsAChild(pupil, 'tones')
  await pupil.screenshot({ path: test.info().outputPath('tones.png') })
  const { exercise, now } = await asked(pupil)
  const syllables = exercise.kind === 'tones' ? exercise.syllables : []
  const first = syllables[0]!
  await expect(pupil.locator('.syllable-cards .now .syllable')).not.toContainText(first.pinyin)
  await pupil.getByRole('button', { name: language === 'en' ? 'Help me' : '帮帮我' }).click()
  await expect(pupil.locator('.syllable-cards .now .syllable')).toContainText(first.pinyin)
  for (const { keys } of syllables) await pupil.keyboard.type(keys)
  await expect.poll(async () => (await asked(pupil)).now).not.toBe(now)

  await climb(pupil, 'words')
  await open(pupil, 'typing')
  await expect(pupil.locator('.word-cards li')).toHaveCount(3)
  const second = await asked(pupil)
  const words = second.exercise.kind === 'words' ? second.exercise.words : []
  await pupil.keyboard.type(lettersOf(words[0]!.pinyin.join('')))
  await expect(pupil.locator('.candidates .first')).toContainText(words[0]!.text)
  await fitsAChild(pupil, 'words')
  await pupil.screenshot({ path: test.info().outputPath('words.png') })
  await pupil.keyboard.press('Space')
  await expect(pupil.locator('.word-cards .done')).toHaveCount(1)
  // Another word than the one in turn moves nothing.
  await pupil.keyboard.type('zhi')
  await pupil.keyboard.press('Space')
  await expect(pupil.locator('.word-cards .done')).toHaveCount(1)
  const tap = await finger(pupil)
  await pupil.locator('.title-end .pill').click()
  await expect(pupil.locator('.letter-keys')).toBeVisible()
  await fitsAChild(pupil, 'words with keys')
  for (const { text, pinyin } of words.slice(1)) {
    for (const letter of lettersOf(pinyin.join('')))
      await tap(pupil.locator('.letter-keys').getByRole('button', { name: letter, exact: true }))
    await expect(pupil.locator('.candidates .first')).toContainText(text)
    await tap(pupil.locator('.candidates .first'))
  }
  await expect.poll(async () => (await asked(pupil)).now).not.toBe(second.now)
}

/** Line by line; the power is cut within a line. */
async function aPoem(pupil: Page): Promise<void> {
  await open(pupil, 'poem-typing')
  await expect(pupil.locator('.poem-lines li')).toHaveCount(4)
  await fitsAChild(pupil, 'a poem')
  const round = () => must(pupil, 'learning.round', { activity: 'poem-typing' })
  const { poem } = poemTyping.readExercise((await round()).exercise)!
  const [first, second] = poem.lines
  await pupil.keyboard.type(first!.pinyin.slice(0, 2).map(lettersOf).join(''))
  await expect(pupil.locator('.candidates .first')).toContainText(first!.text.slice(0, 2))
  await pupil.screenshot({ path: test.info().outputPath('poem.png') })
  await pupil.keyboard.press('Space')
  await expect(pupil.locator('.poem-lines .ok')).toHaveCount(2)
  await expect.poll(async () => (await round()).progress).toEqual({ at: 2, misses: 0 })
  await pupil.reload()
  await expect(pupil.locator('.poem-lines .ok')).toHaveCount(2)
  await pupil.keyboard.type(first!.pinyin.slice(2).map(lettersOf).join(''))
  await expect(pupil.locator('.candidates .first')).toContainText(first!.text.slice(2))
  await pupil.locator('.candidates .first').click()
  await expect.poll(async () => (await round()).now).toBe(1)
  await expect(pupil.locator('.poem-lines li').nth(1)).toHaveClass('in-turn')
  await expect(pupil.locator('.poem-lines .ok')).toHaveCount(first!.pinyin.length)
  await pupil.locator('.title-end .pill').click()
  await expect(pupil.locator('.letter-keys')).toBeVisible()
  await fitsAChild(pupil, 'a poem with keys')
  for (const letter of lettersOf(second!.pinyin.join('')))
    await pupil.locator('.letter-keys').getByRole('button', { name: letter, exact: true }).click()
  await expect(pupil.locator('.candidates .first')).toContainText(second!.text)
  await pupil.screenshot({ path: test.info().outputPath('poem-keys.png') })
  await pupil.locator('.letter-keys .space').click()
  await expect.poll(async () => (await round()).now).toBe(2)
}
