import type { Camera } from './camera.ts'
import { cutAfter, pupils, roomIn } from './rooms.ts'
import { ask, at, press, signIn, visit, type VisitParts } from './visit.ts'

const MINUTE = 60_000

/** How time goes: in the middle, the last five minutes, the last one, over. A power cut brings the app there honestly. */
export async function time(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const after = (usedMs: number, place: 'home' | 'learn' | 'activity') => async (userData: string) =>
    cutAfter(
      await roomIn(userData, template, lang),
      pupils.main,
      usedMs,
      place === 'activity' ? { name: place, page: 'sums' } : { name: place },
    )

  await stretch('come back, the middle, over', () =>
    visit(camera, { ...parts, prepare: after(13 * MINUTE, 'home') }, async (opened) => {
      const pupil = await opened.window('pupil')
      await pupil.getByText(say('who.back.hint')).waitFor()
      await shot(pupil, 'come-back')
      await press(pupil, say('who.back.go'))
      await at(pupil, 'home')
      await shot(pupil, 'home-middle')
      const staff = await signIn(opened, pupil)
      await ask(staff, 'sessions.endKindly')
      await ask(staff, 'sessions.giveMinutes', { minutes: 1 })
      await pupil.locator('.homepage').waitFor()
      await shot(pupil, 'home-one')
      await ask(staff, 'sessions.giveMinutes', { minutes: 3 })
      await shot(pupil, 'home-five')
      await staff.locator('.seat .foot').waitFor()
      await shot(staff, 'room-five')
      await ask(staff, 'sessions.endKindly')
      await ask(pupil, 'sessions.move', { name: 'goodbye' })
      await at(pupil, 'goodbye')
      await shot(pupil, 'goodbye-over')
    }),
  )
  const warnings = [
    ['warning-five', 25 * MINUTE - 5000, 'learn'],
    ['warning-one', 29 * MINUTE - 5000, 'learn'],
    ['warning-over', 30 * MINUTE - 5000, 'activity'],
  ] as const
  for (const [name, usedMs, place] of warnings)
    await stretch(name, () =>
      visit(camera, { ...parts, prepare: after(usedMs, place) }, async ({ window }) => {
        const pupil = await window('pupil')
        await press(pupil, say('who.back.go'))
        await pupil.locator('.word-from-swallow').waitFor()
        await shot(pupil, name)
      }),
    )
}
