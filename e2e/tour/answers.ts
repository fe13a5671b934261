import type { Page } from '@playwright/test'
import { questionFromId } from '#core/learning/arithmetic/question-rules.ts'
import type { SumsRound } from '#contract/sums.ts'
import { ask } from './visit.ts'

/** The answer to the sum that is asked now, as a child would type it. */
export function rightAnswer(round: SumsRound): string {
  const id = round.questions[round.now]?.id ?? ''
  return questionFromId('', id)?.answer ?? ''
}

/** Types on the keyboard and hands it in. */
export async function answer(page: Page, typed: string): Promise<void> {
  for (const key of typed) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
}

/** Answers so many sums through main, as if the child had done them before. */
export async function answerSome(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const round = await ask(page, 'sums.round')
    await ask(page, 'sums.answer', { round: round.id, question: round.now, typed: rightAnswer(round) })
  }
}

/** Leaves so many sums of the round under way. */
export async function answerUntil(page: Page, left: number): Promise<void> {
  const round = await ask(page, 'sums.round')
  await answerSome(page, round.questions.length - round.now - left)
}
