import type { Check } from '../activity-rules.ts'
import { isRecord, isWhole } from '../parsed-rules.ts'

/** What a child hands in: everything was typed, and so many keys were others than those in turn. */
export interface TypedAnswer {
  readonly misses: number
}

/** One key in five may be another: that is how hands learn. */
const MISSES_OF_KEYS = 5

/**
 * What typing something comes to. It is always right, for it ends when all is typed; with many other keys it counts as
 * helped: the level stays, nothing is lost, no time is taken.
 */
export function typed(keys: number, answer: unknown): Check {
  const misses = isRecord(answer) ? answer['misses'] : undefined
  if (!isWhole(misses, 0, 10_000)) return { check: 'nothing' }
  return misses * MISSES_OF_KEYS > keys ? { check: 'right', how: 'helped' } : { check: 'right' }
}
