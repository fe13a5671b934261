import type { Refusal } from '#contract/refusal.ts'
import { useWords, wordIfAny } from './use-words.tsx'

/** Why something was not done, in a child's words; one line for all that a child need not tell apart. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t, words } = useWords()
  return ({ code, facts }) => wordIfAny(words, `child.refusal.${code}`, facts) ?? t('child.refusal.other')
}
