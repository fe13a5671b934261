/** How a question ended: right at once, right after a hint, the answer was shown, or another one was asked for. */
export type Outcome = 'alone' | 'helped' | 'shown' | 'skipped'

/** What stands under the question: nothing yet, what helps, or the answer said kindly. */
export type Help = 'none' | 'hint' | 'answer'

/** What happened with a question so far. */
export interface Tries {
  readonly wrong: number
  readonly hintAsked: boolean
}

/** Wrong tries after which the answer is shown, where an activity has no reason for another number. The first wrong one brings the hint: hints before failure (L10). */
export const TRIES_BEFORE_ANSWER = 2

/** The help that a question has earned; it only ever grows. `most`: wrong tries before the answer, null for never. */
export function helpFor({ wrong, hintAsked }: Tries, most: number | null = TRIES_BEFORE_ANSWER): Help {
  if (most !== null && wrong >= most) return 'answer'
  return wrong > 0 || hintAsked ? 'hint' : 'none'
}

/** How a question that was answered rightly, or whose answer was shown, ended. */
export function outcomeOf(
  tries: Tries,
  most: number | null = TRIES_BEFORE_ANSWER,
): Exclude<Outcome, 'skipped'> {
  const help = helpFor(tries, most)
  if (help === 'answer') return 'shown'
  return help === 'hint' ? 'helped' : 'alone'
}

/** Whether the question goes into the book of mistakes. Asking for help is no mistake, and neither is another question. */
export function goesIntoMistakes(outcome: Outcome): boolean {
  return outcome === 'shown'
}

const order = ['alone', 'helped', 'shown'] as const

/** Of two ways in which the same question ended, the one with more help. */
export function worse(
  one: Exclude<Outcome, 'skipped'>,
  other: Exclude<Outcome, 'skipped'>,
): Exclude<Outcome, 'skipped'> {
  return order[Math.max(order.indexOf(one), order.indexOf(other))] ?? one
}
