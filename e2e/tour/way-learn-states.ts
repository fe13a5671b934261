import type { Page } from '@playwright/test'
import type { Activity, Exercise } from '#core/learning/activity-rules.ts'
import { activities } from '#core/learning/activities.ts'
import { answered, asked, layHand, solutionOf } from '../bench/exercise-hand.ts'
import type { Camera } from './camera.ts'
import { pupils, roomIn, standOn } from './rooms.ts'
import { helpedScreens, type HelpedScreen } from './screens.ts'
import { ask, goTo, press, seat, signIn, visit, type Visit, type VisitParts } from './visit.ts'

/** Who stands on which rung of which ladder. */
const stands: Readonly<Record<HelpedScreen, readonly [child: string, activity: string, level: string]>> = {
  'clock-read': [pupils.main, 'clocks', 'quarters'],
  'clock-turn': [pupils.frames, 'clocks', 'half-hours'],
  'clock-between': [pupils.rows, 'clocks', 'between'],
  'clock-day': [pupils.steps, 'clocks', 'day'],
  'clock-trip': [pupils.decimal, 'clocks', 'trip'],
  'money-coins': [pupils.main, 'money', 'coins'],
  'money-pay': [pupils.frames, 'money', 'pay'],
  'money-which': [pupils.rows, 'money', 'which'],
  'money-change': [pupils.steps, 'money', 'change'],
  'money-tags': [pupils.decimal, 'money', 'tags'],
  'fraction-see': [pupils.main, 'fractions', 'see'],
  'fraction-shade': [pupils.frames, 'fractions', 'shade'],
  'fraction-compare': [pupils.rows, 'fractions', 'compare'],
  'fraction-line': [pupils.steps, 'fractions', 'line'],
  'fraction-unlike': [pupils.decimal, 'fractions', 'unlike'],
  'measure-ruler': [pupils.main, 'measures', 'ruler-shifted'],
  'measure-unit': [pupils.frames, 'measures', 'which-unit'],
  'measure-scales': [pupils.rows, 'measures', 'scales'],
  'measure-squares': [pupils.steps, 'measures', 'squares'],
  'measure-angles': [pupils.decimal, 'measures', 'angles'],
}

/** Clocks, money, fractions and measures with their help; then every activity: not it, and done. */
export function learningStates(camera: Camera, template: string, parts: VisitParts): Promise<void> {
  const { say, shot, stretch, lang } = camera
  const prepare = async (userData: string) =>
    standOn(await roomIn(userData, template, lang), Object.values(stands))
  return visit(camera, { ...parts, prepare }, async (opened) => {
    const pupil = await opened.window('pupil')
    await pupil.locator('.tile').first().waitFor()
    await layHand(pupil)
    // What is right stays to be enjoyed until its picture is taken.
    await pupil.evaluate(() => {
      const real = globalThis.setTimeout.bind(globalThis)
      globalThis.setTimeout = ((work: () => void, ms = 0) =>
        real(work, ms === 1000 || ms === 2500 ? 60_000 : ms)) as typeof globalThis.setTimeout
    })
    for (const name of helpedScreens)
      await stretch(name, async () => {
        const [child, activity] = stands[name]
        await seat(pupil, child)
        await goTo(pupil, 'activity', activity)
        await asked(pupil)
        await shot(pupil, name)
        await press(pupil, say('shelf:frame.help'))
        await pupil.locator('.exercise-tools .pill:enabled').first().waitFor()
        await shot(pupil, `${name}-help`)
      })
    await seat(pupil, pupils.fresh)
    for (const activity of activities)
      await stretch(activity.id, async () => {
        await goTo(pupil, 'learn')
        await goTo(pupil, 'activity', activity.id)
        await endings(camera, pupil, activity)
      })
    await stretch('the corner', () => corner(camera, opened, pupil))
  })
}

/** The corner for the youngest and the oldest, the second page of a shelf, in a teacher's pause, with something taken off. */
async function corner({ shot, say }: Camera, opened: Visit, pupil: Page): Promise<void> {
  const staff = await signIn(opened, pupil)
  const list = await ask(staff, 'children.list')
  for (const [grade, screen] of [
    ['一', 'learn-first-grade'],
    ['六', 'learn-sixth-grade'],
  ] as const) {
    const child = list.find(({ classLabel }) => classLabel.startsWith(grade))
    if (!child) throw new Error(`Nobody is in grade ${grade}`)
    await seat(pupil, child.name)
    await goTo(pupil, 'learn')
    await pupil.locator('.front').waitFor()
    await shot(pupil, screen)
  }
  await goTo(pupil, 'learn', 'maths')
  await press(pupil, say('shelf:next'))
  await pupil.locator('.shelf-cards > li').first().waitFor()
  await shot(pupil, 'shelf-page-2')
  await ask(staff, 'sessions.pause', { paused: true })
  await pupil.locator('dialog.paused').waitFor()
  await shot(pupil, 'learn-paused')
  await ask(staff, 'sessions.pause', { paused: false })
  await ask(staff, 'learning.setSwitch', { activity: 'clocks', grade: 6, on: false })
  await ask(pupil, 'sessions.move', { name: 'activity', page: 'clocks' })
  await pupil.locator('.activity-say').waitFor()
  await shot(pupil, 'activity-off')
}

/** A wrong answer where there is one, and the right one after it. */
async function endings({ shot, skip }: Camera, pupil: Page, activity: Activity): Promise<void> {
  const [wrong, right] = [`ending-${activity.id}-wrong`, `ending-${activity.id}-right`] as const
  const exercise = activity.readExercise(await asked(pupil))
  if (!exercise) throw new Error('not its own exercise')
  const given = wrongAnswer(activity, exercise)
  if (given === undefined) skip(wrong, 'nothing can be wrong here: moves are taken back or finished')
  else {
    await answered(pupil, given)
    await shot(pupil, wrong)
  }
  await answered(pupil, solutionOf(activity, await asked(pupil)))
  await shot(pupil, right)
}

const some = [0, 1, 2, 3, 4, '0', '1', '17', [0], [1], [2], [0, 0], [1, 1], [1, 1, 1], [[0, 0]]] as const

/** The first answer of some that the rules call wrong. */
const wrongAnswer = (activity: Activity, exercise: Exercise) =>
  [...some].find((answer) => activity.check(exercise, answer).check === 'wrong')
