import type { Refusal } from '#contract/refusal.ts'
import type { Say } from './words.ts'

/** Why something was not done, in a grown-up's words; a wait is told in whole seconds. */
export function refusalWords(t: Say, { code, waitMs, facts }: Refusal): string {
  const seconds = waitMs === undefined ? {} : { seconds: Math.max(1, Math.ceil(waitMs / 1000)) }
  return t(`refusal.${code}`, { ...seconds, ...facts })
}
