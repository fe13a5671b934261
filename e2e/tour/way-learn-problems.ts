import type { Camera } from './camera.ts'
import { pupils, roomIn, standOn } from './rooms.ts'
import type { ScreenName } from './screens.ts'
import { goTo, press, seat, visit, type VisitParts } from './visit.ts'

/** Who stands on which rung of which ladder, what shows that it is drawn, and the picture with help beside the one without. */
const stands: readonly (readonly [
  child: string,
  activity: string,
  level: string,
  mark: string,
  plain: ScreenName,
  helped: ScreenName,
])[] = [
  [pupils.main, 'shapes', 'flat', '.shape-models', 'shapes-flat', 'shapes-flat-help'],
  [pupils.frames, 'shapes', 'half', '.half-paper', 'shapes-half', 'shapes-half-help'],
  [pupils.rows, 'shapes', 'views', '.shape-models', 'shapes-views', 'shapes-views-help'],
  [pupils.main, 'word-problems', 'left-10', '.bars', 'story-things', 'story-things-help'],
  [pupils.frames, 'word-problems', 'times-as-many', '.bars', 'story-bars', 'story-bars-help'],
  [pupils.main, 'two-steps', 'share-after', '.bars', 'steps-story', 'steps-story-help'],
  [pupils.frames, 'two-steps', 'brackets', '.is-written', 'steps-brackets', 'steps-brackets-help'],
  [pupils.main, 'estimates', 'dots-100', '.cloud', 'estimate-dots', 'estimate-dots-help'],
  [pupils.frames, 'estimates', 'nearest-ten-thousand', '.line-track', 'estimate-line', 'estimate-line-help'],
  [pupils.rows, 'estimates', 'enough', '.choice-card', 'estimate-enough', 'estimate-enough-help'],
]

/** Shapes, stories of one step and of two, estimates: each as it is asked, and with the help that draws. */
export function problems(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = async (userData: string) => standOn(await roomIn(userData, template, lang), stands)
  return visit(camera, { ...parts, prepare }, async ({ window }) => {
    const pupil = await window('pupil')
    await pupil.locator('.tile').first().waitFor()
    for (const [name, activity, , mark, plain, helped] of stands)
      await stretch(plain, async () => {
        await seat(pupil, name)
        await goTo(pupil, 'activity', activity)
        await pupil.locator(mark).first().waitFor()
        await shot(pupil, plain)
        await press(pupil, say('shelf:frame.help'))
        await pupil.locator('.exercise-tools .pill:enabled').first().waitFor()
        await shot(pupil, helped)
      })
  })
}
