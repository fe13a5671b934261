import type { Phase } from '#contract/sessions.ts'

const order: readonly Phase[] = ['open', 'five', 'one', 'goodbye']

/**
 * What to say when a session goes from one phase to the next. Nothing when it begins there (a crash came back), nothing
 * when a teacher gave minutes and it went back.
 */
export function warningOf(
  before: Phase | undefined,
  now: Phase | undefined,
): 'five' | 'one' | 'over' | undefined {
  if (!before || !now || order.indexOf(now) <= order.indexOf(before)) return undefined
  return now === 'goodbye' ? 'over' : now === 'open' ? undefined : now
}
