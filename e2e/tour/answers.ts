import type { Page } from '@playwright/test'
import type { Round } from '#contract/learning.ts'
import { sums } from '#core/learning/arithmetic/activity-rules.ts'
import { ask } from './visit.ts'

/** The answer to the sum that is asked now, as a child would type it. */
export function rightAnswer({ exercise }: Round): string {
  const sum = sums.readExercise(exercise)
  return sum ? String(sums.solve(sum)) : ''
}

/** The round of sums under way, or a new one. */
export const roundOfSums = (page: Page): Promise<Round> => ask(page, 'learning.round', { activity: 'sums' })

/** Types on the keyboard and hands it in. */
export async function answer(page: Page, typed: string): Promise<void> {
  for (const key of typed) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
}

/** Answers so many sums through main, as if the child had done them before. */
export async function answerSome(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const round = await roundOfSums(page)
    await ask(page, 'learning.answer', { round: round.id, now: round.now, answer: rightAnswer(round) })
  }
}

/** Leaves so many sums of the round under way. */
export async function answerUntil(page: Page, left: number): Promise<void> {
  const round = await roundOfSums(page)
  await answerSome(page, round.length - round.now - left)
}
