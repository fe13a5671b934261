import { computer } from '#core/learning/computer/activity-rules.ts'
import { levels as skills } from '#core/learning/computer/skill-rules.ts'
import { stayingSafe } from '#core/learning/staying-safe/activity-rules.ts'
import { levels as dangers } from '#core/learning/staying-safe/story-rules.ts'
import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { cutAfter, pupils, roomIn } from './rooms.ts'
import type { ScreenName } from './screens.ts'
import { ask, goTo, press, seat, visit, type VisitParts } from './visit.ts'

/** The shelves, first computer skills, staying safe, the passport; and the rest for the eyes. */
export async function computerSkills(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  await visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await seat(pupil, pupils.longName)
    await stretch('shelves', async () => {
      for (const subject of ['logic', 'computer', 'teacher'] as const) {
        await goTo(pupil, 'learn', subject)
        await pupil.locator('.subject-shelf').waitFor()
        await shot(pupil, `shelf-${subject}`)
      }
      // Who came today has no stamp yet.
      await seat(pupil, pupils.fresh)
      await ask(pupil, 'sessions.move', { name: 'learn', page: 'passport' })
      await pupil.locator('.passport .say').waitFor()
      await shot(pupil, 'passport-empty')
      await seat(pupil, pupils.longName)
    })
    await stretch('computer skills', async () => {
      for (const { id } of skills) {
        await goTo(pupil, 'learn')
        await goTo(pupil, 'activity', 'computer')
        const go = pupil.locator('.pc-go')
        await pupil.locator('.pc-go, .pc-board').first().waitFor()
        if (await go.isVisible()) {
          if (id === 'double') await shot(pupil, 'computer-path')
          await go.click()
        }
        await pupil.locator('.pc-board').waitFor()
        await shot(pupil, `computer-${id}` satisfies ScreenName)
        if (id !== skills.at(-1)?.id) await finish(pupil, id)
      }
    })
    await stretch('staying safe', async () => {
      for (const { id } of dangers) {
        await goTo(pupil, 'learn')
        await goTo(pupil, 'activity', 'staying-safe')
        await pupil.locator('.choice-card').first().waitFor()
        await shot(pupil, `safe-${id}` satisfies ScreenName)
        if (id !== 'scam') await know(pupil, id)
      }
    })
    await stretch('passport', async () => {
      await ask(pupil, 'sessions.move', { name: 'learn', page: 'passport' })
      await pupil.locator('button.stamp').first().waitFor()
      await shot(pupil, 'passport')
    })
  })
  await stretch('rest', () =>
    visit(
      camera,
      {
        ...parts,
        prepare: async (userData) =>
          cutAfter(await roomIn(userData, template, lang), pupils.main, 20 * 60_000 - 2000, { name: 'home' }),
      },
      async (opened) => {
        const pupil = await opened.window('pupil')
        await press(pupil, say('who.back.go'))
        await pupil.locator('.rest-dialog[open]').waitFor({ timeout: 20_000 })
        await shot(pupil, 'rest')
        await pupil.locator('.rest-dialog .go:enabled').waitFor({ timeout: 30_000 })
        await shot(pupil, 'rest-done')
      },
    ),
  )
}

/** The rest of a skill, past the page. */
async function finish(pupil: Page, level: string): Promise<void> {
  for (;;) {
    const { id, now, exercise } = await ask(pupil, 'learning.round', { activity: 'computer' })
    const asked = computer.readExercise(exercise)
    if (asked?.level !== level) return
    const by = level === 'keys' || level === 'shortcuts' ? 'keys' : 'mouse'
    const { done } = computer.solve(asked) as { done: number[] }
    await ask(pupil, 'learning.answer', { round: id, now, answer: { done, misses: 0, ms: 4000, by } })
  }
}

async function know(pupil: Page, level: string): Promise<void> {
  for (;;) {
    const { id, now, exercise } = await ask(pupil, 'learning.round', { activity: 'staying-safe' })
    const asked = stayingSafe.readExercise(exercise)
    if (asked?.level !== level) return
    await ask(pupil, 'learning.answer', { round: id, now, answer: asked.right })
  }
}
