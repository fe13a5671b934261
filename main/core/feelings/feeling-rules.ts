import type { TalkAdult } from '#contract/feelings.ts'
import type { FeelingsPage, Listener } from '#contract/feelings-told.ts'

/** What a child chose: undefined before it was asked, null for nobody. */
export type Choice = string | null | undefined

/** Who hears now. An adult who left, or does not listen to children any more, passes to nobody: the child is asked again. */
export function listenerOf(choice: Choice, offered: readonly TalkAdult[]): Listener {
  if (choice === undefined) return { kind: 'not-yet' }
  if (choice === null) return { kind: 'nobody' }
  const adult = offered.find(({ id }) => id === choice)
  return adult ? { kind: 'adult', adult } : { kind: 'not-yet' }
}

/** Whether a question how a child feels may come by itself: never where nobody would answer (law.md), as with a child who said “nobody”. */
export const wouldBeHeard = ({ listener, adults }: Pick<FeelingsPage, 'listener' | 'adults'>): boolean =>
  adults.length > 0 && listener.kind !== 'nobody'

/** When a child was last asked by itself, ms of `monotonic()`, and what became of it. */
export interface Asked {
  readonly at: number
  /** Left out, by a tap, by Escape or by silence. */
  readonly skipped: boolean
}

/** So long the door does not ask again, and nothing does after a child would rather not say: a turn and the one after it, ms. */
export const LONG_REST = 2 * 3_600_000
/** So long after an answer a call does not ask again: it is the same feeling still, ms. */
export const SHORT_REST = 10 * 60_000

/** Whether the question may come again. A child who would rather not say is left alone for the long rest by the door and by calls alike. */
export const isRested = (before: Asked | undefined, now: number, rest: number): boolean =>
  before === undefined || now - before.at >= (before.skipped ? LONG_REST : rest)

/**
 * How much of its rest a child has had that was asked before the program started, ms. Where a clock cannot tell, none of it: a question
 * that comes too late does no harm.
 */
export const restedSince = (
  before: { readonly at: number; readonly trusted: boolean },
  now: { readonly at: number; readonly trusted: boolean },
): number => (before.trusted && now.trusted ? Math.max(0, now.at - before.at) : 0)
