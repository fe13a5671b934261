import { LEAST_WORDS } from '#contract/opening-reasons.ts'

/** Characters as people count them, without the blanks around. */
export const lengthOf = (words: string): number => Array.from(words.trim()).length

export interface Wish {
  readonly pages: number
  readonly reason: string | undefined
  readonly words: string
  /** Both have typed their PINs. */
  readonly both: boolean
  /** All three lines are ticked. */
  readonly sure: boolean
}

/** What is missing first, in the order of the steps; `nothing` where it can be opened. */
export function lacks({ pages, reason, words, both, sure }: Wish) {
  if (pages === 0) return 'child' as const
  if (reason === undefined) return 'reason' as const
  if (lengthOf(words) < LEAST_WORDS) return 'words' as const
  if (!both) return 'pins' as const
  return sure ? ('nothing' as const) : ('sure' as const)
}
