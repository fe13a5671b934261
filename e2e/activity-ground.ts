import type { Locator, Page } from '@playwright/test'
import type { Exercise } from '#core/learning/activity-rules.ts'
import { expect } from './fixture.ts'
import { must } from './open-room.ts'

/** What a spec needs of an activity's rules. */
export interface Played<E extends Exercise> {
  readonly id: string
  readExercise(kept: unknown): E | null
  solve(exercise: E): unknown
}

/** The exercise that is on the screen, as main knows it. */
export async function askedOf<E extends Exercise>(pupil: Page, rules: Played<E>) {
  const round = await must(pupil, 'learning.round', { activity: rules.id })
  const exercise = rules.readExercise(round.exercise)
  if (!exercise) throw new Error('nothing is asked')
  return { round, exercise, answer: rules.solve(exercise) as never }
}

/** Past the screen: answers rightly until an exercise of a level, of a kind, is asked. The page is opened anew to show it. */
export async function goOnUntil<E extends Exercise>(
  pupil: Page,
  rules: Played<E>,
  level: string,
  wanted: (exercise: E) => boolean = () => true,
): Promise<E> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { round, exercise, answer } = await askedOf(pupil, rules)
    const turn = { round: round.id, now: round.now }
    if (exercise.level === level && wanted(exercise)) {
      await pupil.reload()
      return exercise
    }
    if (exercise.level === level) await must(pupil, 'learning.swap', turn)
    else await must(pupil, 'learning.answer', { ...turn, answer })
  }
  throw new Error(`${level} was not reached`)
}

/** A real finger at a place of the page; `to`: drawn there before it leaves. */
export async function finger(
  pupil: Page,
  at: { readonly x: number; readonly y: number },
  to?: { readonly x: number; readonly y: number },
): Promise<void> {
  const session = await pupil.context().newCDPSession(pupil)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: { x: number; y: number }) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] })
  if (to) {
    await send('touchStart', at)
    for (let step = 1; step <= 8; step += 1)
      await send('touchMove', { x: at.x + ((to.x - at.x) * step) / 8, y: at.y + ((to.y - at.y) * step) / 8 })
    await send('touchEnd')
    // Not one after the other's answer: on a busy machine a tap would become a long press, which is no tap.
  } else await Promise.all([send('touchStart', at), send('touchEnd')])
  await session.detach()
}

/** The middle of something on the page. */
export async function middleOf(thing: Locator): Promise<{ x: number; y: number }> {
  await expect(thing).toBeVisible()
  const box = await thing.boundingBox()
  if (!box) throw new Error('not on the page')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export const tap = async (pupil: Page, thing: Locator): Promise<void> => {
  // Where it has come to rest: words and pictures that arrive late move what is under them.
  await thing.click({ trial: true })
  return finger(pupil, await middleOf(thing))
}
