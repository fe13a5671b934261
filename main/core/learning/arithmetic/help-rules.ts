/** How a question ended: right at once, right after a hint, the answer was shown, or another one was asked for. */
export type Outcome = 'alone' | 'helped' | 'shown' | 'skipped'

/** What stands under the sum: nothing yet, a picture that helps, or the answer said kindly. */
export type Help = 'none' | 'hint' | 'answer'

/** What happened with a question so far. */
export interface Tries {
  readonly wrong: number
  readonly hintAsked: boolean
}

/** Wrong tries after which the answer is shown. The first wrong one brings the hint: hints before failure (L10). */
export const TRIES_BEFORE_ANSWER = 2

/** The help that a question has earned; it only ever grows. */
export function helpFor({ wrong, hintAsked }: Tries): Help {
  if (wrong >= TRIES_BEFORE_ANSWER) return 'answer'
  return wrong > 0 || hintAsked ? 'hint' : 'none'
}

/** How a question that was answered rightly, or whose answer was shown, ended. */
export function outcomeOf(tries: Tries): Exclude<Outcome, 'skipped'> {
  const help = helpFor(tries)
  if (help === 'answer') return 'shown'
  return help === 'hint' ? 'helped' : 'alone'
}

/** Whether the question goes into the book of mistakes. Asking for help is no mistake, and neither is another question. */
export function goesIntoMistakes(outcome: Outcome): boolean {
  return outcome === 'shown'
}
