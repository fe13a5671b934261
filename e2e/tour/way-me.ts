import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { ask, goTo, press, seat, signIn, visit, type VisitParts } from './visit.ts'

/** How a child feels at the door, who may know, its own place, and what the adult who was chosen sees. */
export function ownPlace(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    const staff = await signIn(opened, pupil)
    await ask(staff, 'room.changeSettings', { ...(await ask(staff, 'room.settings')), roomPhone: '9' })
    await stretch('help without a child', async () => {
      await pupil.locator('.help-door').click()
      await pupil.locator('.help-card').waitFor()
      await shot(pupil, 'who-help')
      await press(pupil, say('help.close'))
    })
    await stretch('mood', async () => {
      await seat(pupil, pupils.main)
      await goTo(pupil, 'mood')
      await shot(pupil, 'mood')
      await press(pupil, say('talk.mood.missing'))
      await pupil.locator('.listener .adult').first().waitFor()
      await shot(pupil, 'mood-who')
      const me = (await ask(staff, 'staff.me'))!
      await ask(pupil, 'feelings.choose', { adultId: me.id })
      await ask(pupil, 'feelings.tell', { mood: 'missing' })
      await staff.locator('.told-rows li').first().waitFor()
      await shot(staff, 'room-feelings')
    })
    await stretch('me', async () => {
      await goTo(pupil, 'me')
      await pupil.locator('.me-drawings li').first().waitFor()
      await shot(pupil, 'me')
      await pupil.locator('.helpline button').first().click()
      await pupil.locator('.help-card').waitFor()
      await shot(pupil, 'help-card')
      await press(pupil, say('help.close'))
      await press(pupil, say('me.dress'))
      await pupil.locator('.look-animals').waitFor()
      await shot(pupil, 'me-look')
      await pupil.locator('.look-items button', { hasText: say('me.look.sizes.big') }).click()
      await pupil.locator('body.big-letters').waitFor()
      await shot(pupil, 'me-look-big')
      await press(pupil, say('me.look.done'))
      await pupil.locator('.me-drawings li').first().waitFor()
      await shot(pupil, 'me-big')
      await press(pupil, say('me.dress'))
      await pupil.locator('.look-items button', { hasText: say('me.look.sizes.normal') }).click()
      await pupil.locator('.look-choice').last().locator('.look-items button').click()
      await pupil.locator('.listener').waitFor()
      await shot(pupil, 'me-listener')
    })
    await stretch('who knows', async () => {
      await ask(pupil, 'sessions.move', { name: 'me', page: 'known' })
      await pupil.locator('.known-place').first().waitFor()
      await shot(pupil, 'me-known')
      await pupil.locator('.known-foot .go').click()
      await pupil.locator('.known-ask button').nth(2).click()
      await pupil.locator('.known-ask .soft').waitFor()
      await shot(pupil, 'me-ask')
      await press(pupil, say('me.known.who-looked'))
      await pupil.locator('.looked, .say').first().waitFor()
      await shot(pupil, 'me-looked')
    })
  })
}
