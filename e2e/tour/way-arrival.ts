import type { Page } from '@playwright/test'
import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { ask, at, press, seat, signIn, visit, type VisitParts } from './visit.ts'

// Narrow screens merge letters (“D F”), and both forms are in the page.
const letter = (page: Page, one: string) =>
  page.locator('.letters button:visible', { hasText: new RegExp(`^[A-Z ]*${one}[A-Z ]*$`) }).first()

/** Who are you, the three pictures, and the child whose turns of today are used up. */
export function arrival(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await shot(pupil, 'who')
    await press(pupil, say('who.next'))
    await shot(pupil, 'who-page-2')
    await stretch('who by class and letter', async () => {
      await press(pupil, say('who.grade.3'))
      await shot(pupil, 'who-grade')
      await pupil.locator('.classes button', { hasText: '三(2)班' }).click()
      await shot(pupil, 'who-class')
      await press(pupil, say('who.all'))
      await pupil.locator('.classes button').first().click()
      await letter(pupil, 'L').click()
      await shot(pupil, 'who-letter')
    })
    await stretch('who with long names', async () => {
      await pupil.locator('.classes button').first().click()
      await press(pupil, say('who.grade.3'))
      await letter(pupil, 'A').click()
      await pupil.locator('.tile', { hasText: '阿依' }).waitFor()
      await shot(pupil, 'who-long-names')
    })
    await stretch('pictures', async () => {
      const child = (await ask(pupil, 'children.faces')).find(({ name }) => name === pupils.pictures)!
      await pupil.locator('.classes button').first().click()
      await press(pupil, say(`who.grade.${child.grade}`))
      await pupil.locator('.tile', { hasText: child.name }).first().click()
      const key = (name: string) =>
        pupil.getByRole('button', { name: say(`pictures.name.${name}`), exact: true })
      await key('sunflower').waitFor()
      await shot(pupil, 'pictures')
      await key('sunflower').click()
      await shot(pupil, 'pictures-one')
      const wrong = async () => {
        await key('apple').click()
        await key('kite').click()
        await pupil.getByText(say('pictures.wrong')).first().waitFor()
      }
      await wrong()
      await shot(pupil, 'pictures-wrong')
      for (let tries = 0; tries < 6; tries += 1) {
        const resting = pupil.locator('.resting-swallow')
        await Promise.race([
          resting.waitFor({ timeout: 5000 }),
          pupil
            .getByText(say('pictures.title', { name: '' }).slice(-6))
            .first()
            .waitFor({ timeout: 5000 }),
        ]).catch(() => undefined)
        if (await resting.isVisible()) break
        await key('moon').click({ timeout: 3000 })
        await wrong()
      }
      await pupil.locator('.resting-swallow').waitFor()
      await shot(pupil, 'pictures-resting')
      await press(pupil, say('pictures.not-me'))
    })
    await stretch('no turn left', async () => {
      const staff = await signIn(opened, pupil)
      const now = await ask(staff, 'room.settings')
      await ask(staff, 'room.changeSettings', { ...now, turnsADay: 1 })
      await ask(staff, 'staff.leave').catch(() => undefined)
      await seat(pupil, pupils.fresh)
      await ask(pupil, 'sessions.end')
      await pupil.locator('.tile').first().waitFor()
      await press(pupil, say('who.grade.2'))
      await letter(pupil, 'Z').click()
      await pupil.locator('.tile', { hasText: pupils.fresh }).first().click()
      await pupil.locator('.one-card').waitFor()
      await shot(pupil, 'not-now')
    })
    await stretch('a long name at home', async () => {
      await seat(pupil, pupils.longName)
      await at(pupil, 'home')
      await shot(pupil, 'home-long-name')
    })
  })
}
