// English words are set in a Latin face in both windows: a Chinese one draws an apostrophe as wide as a character.
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { must, openRoom, signIn } from './open-room.ts'

/** How wide an apostrophe, an opening quote and a character are, in em, as the page would set them. */
const widths = (page: Page) =>
  page.evaluate(async () => {
    const ground = document.createElement('canvas').getContext('2d')!
    const { fontFamily } = getComputedStyle(document.querySelector('h1')!)
    const font = `100px ${fontFamily}`
    await document.fonts.load(font, '’“家')
    ground.font = font
    return ['’', '“', '家'].map((word) => ground.measureText(word).width / 100)
  })

test('an apostrophe is as narrow as in English, a character as wide as in Chinese', async ({ app }) => {
  const pupil = await openRoom(app)
  const staff = await signIn(app, pupil)
  const settings = await must(staff, 'room.settings')
  await must(staff, 'room.changeSettings', { ...settings, language: 'en', staffLanguage: 'en' })
  for (const page of [pupil, staff]) {
    await expect(page.locator('body.latin h1').first()).toBeAttached()
    const [apostrophe, quote, character] = await widths(page)
    expect(apostrophe).toBeLessThan(0.4)
    expect(quote).toBeLessThan(0.6)
    expect(character).toBeCloseTo(1, 1)
  }
})
