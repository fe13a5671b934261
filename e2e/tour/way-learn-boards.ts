import type { Camera } from './camera.ts'
import { pupils, roomIn } from './rooms.ts'
import { goTo, press, seat, visit, type VisitParts } from './visit.ts'

/** Tangram and chess: begun, helped, shown. */
export function boards(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = (userData: string) => roomIn(userData, template, lang)
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await seat(pupil, pupils.main)
    await stretch('tangram', async () => {
      await goTo(pupil, 'activity', 'tangram')
      await pupil.locator('.tan-table').waitFor()
      await shot(pupil, 'tangram')
      await press(pupil, say('shelf:frame.help'))
      await pupil.locator('.tan-ghost polygon').waitFor()
      await shot(pupil, 'tangram-ghost')
      await press(pupil, say('shelf:frame.give-up'))
      await pupil.getByText(say('tangram:shown')).waitFor()
      await shot(pupil, 'tangram-shown')
    })
    await stretch('chess', async () => {
      await goTo(pupil, 'activity', 'chess')
      await pupil.locator('.chess-board').waitFor()
      await shot(pupil, 'chess')
      await press(pupil, say('shelf:frame.help'))
      await pupil.locator('[data-ring=true]').waitFor()
      await shot(pupil, 'chess-hint')
      await press(pupil, say('shelf:frame.give-up'))
      await pupil.getByText(say('chess:shown')).waitFor()
      await shot(pupil, 'chess-shown')
    })
  })
}
