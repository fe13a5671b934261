import { isWhole } from './parsed-rules.ts'

/** How a chosen card is judged. `right` is the place of the right one; what is no place among them is no answer. */
export function judgedChoice(
  answer: unknown,
  choices: readonly unknown[],
  right: number,
): { readonly check: 'nothing' | 'wrong' | 'right' } {
  if (!isWhole(answer, 0, choices.length - 1)) return { check: 'nothing' }
  return { check: answer === right ? 'right' : 'wrong' }
}
