import type { Page } from '@playwright/test'
import type { SumExercise } from '#core/learning/arithmetic/exercise-rules.ts'
import { must } from './open-room.ts'

/** The sum that is asked now. */
export async function sumNow(page: Page): Promise<SumExercise> {
  const { exercise } = await must(page, 'learning.round', { activity: 'sums' })
  return exercise as unknown as SumExercise
}

/** The answer of a sum, for the pad: exact for whole numbers, and for decimals as far as two places go. */
export function answerOf({ terms, operators, over }: SumExercise): string {
  const values = terms.map((term) =>
    term.kind === 'number' ? term.units / 10 ** term.places : term.numerator,
  )
  const open = [...operators]
  while (open.length > 0) {
    const strong = open.findIndex((operator) => operator === 'multiply' || operator === 'divide')
    const at = Math.max(0, strong)
    const [left, right] = [values[at]!, values[at + 1]!]
    const done = { add: left + right, subtract: left - right, multiply: left * right, divide: left / right }
    values.splice(at, 2, done[open[at]!])
    open.splice(at, 1)
  }
  return over === null ? `${Math.round(values[0]! * 100) / 100}` : `${values[0]}`
}
