import type { Page } from '@playwright/test'
import { poemTyping } from '#core/learning/poem-typing/activity-rules.ts'
import { typing } from '#core/learning/typing/activity-rules.ts'
import { lettersOf } from '#core/learning/typing/reading-rules.ts'
import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { ask, goTo, press, seat, visit, type VisitParts } from './visit.ts'

const asked = async (pupil: Page) => {
  const round = await ask(pupil, 'learning.round', { activity: 'typing' })
  return { round, exercise: typing.readExercise(round.exercise) }
}

/** Answers through main until the child stands at a level, then shows it. */
async function at(pupil: Page, level: string): Promise<void> {
  for (let now = await asked(pupil); now.exercise?.level !== level; now = await asked(pupil)) {
    const { id, now: place } = now.round
    await ask(pupil, 'learning.answer', { round: id, now: place, answer: { misses: 0 } })
  }
  await goTo(pupil, 'home')
  await goTo(pupil, 'activity', 'typing')
}

/** Typing from the first keys to a poem, and a lesson of characters. */
export function typingAndCharacters(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await seat(pupil, pupils.main)
    await stretch('typing', async () => {
      await at(pupil, 'f-j')
      await pupil.locator('.letters-line').waitFor()
      await shot(pupil, 'typing-letters')
      await at(pupil, 'syllables')
      await pupil.locator('.syllable-cards .known-by').waitFor()
      await shot(pupil, 'typing-syllables')
      await at(pupil, 'tones')
      await pupil.locator('.syllable-cards .known-by').waitFor()
      await press(pupil, say('shelf:frame.help'))
      await shot(pupil, 'typing-tones')
      await at(pupil, 'words')
      await pupil.locator('.word-cards').waitFor()
      const { exercise } = await asked(pupil)
      const word = exercise?.kind === 'words' ? exercise.words[0] : undefined
      await pupil.keyboard.type(lettersOf(word?.pinyin.join('') ?? ''))
      await pupil.locator('.candidates').waitFor()
      await shot(pupil, 'typing-words')
    })
    await stretch('poem', async () => {
      await goTo(pupil, 'activity', 'poem-typing')
      await pupil.locator('.poem-lines').waitFor()
      const round = await ask(pupil, 'learning.round', { activity: 'poem-typing' })
      const line = poemTyping.readExercise(round.exercise)?.poem.lines[0]
      await pupil.keyboard.type((line?.pinyin.slice(0, 2) ?? []).map(lettersOf).join(''))
      await pupil.locator('.candidates').waitFor()
      await shot(pupil, 'poem')
      await press(pupil, say('poem-typing:keys-here'))
      await pupil.locator('.letter-keys').waitFor()
      await shot(pupil, 'poem-keys')
    })
    await stretch('characters', async () => {
      await goTo(pupil, 'activity', 'characters')
      await pupil.locator('.stone').first().waitFor()
      await shot(pupil, 'characters-stream')
      await pupil.locator('.stone.now').click()
      await press(pupil, say('characters:step.trace'))
      await pupil.locator('.stroke-way').waitFor()
      await shot(pupil, 'characters-trace')
      await goTo(pupil, 'home')
      await goTo(pupil, 'activity', 'character-quiz')
      await pupil.locator('.choice-card').first().waitFor()
      await shot(pupil, 'characters-quiz')
    })
  })
}
