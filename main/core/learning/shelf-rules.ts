import type { ActivityCard } from '#contract/learning.ts'
import { gameLeft } from '../sessions/allowance-rules.ts'

/** Cards under “what suits you”. */
const MOST_SUITING = 3

type Candidate = Pick<ActivityCard, 'activity' | 'subject' | 'due' | 'tried'> & {
  /** It is meant for the child's grade. */
  readonly suits: boolean
}

/**
 * What suits a child now: what has old friends that come back today, then what was never tried, then the rest, each in the
 * order of the shelf; of a subject one at most, never the one that “go on” shows already. How long children stay with
 * something is not known here on purpose: nothing is pushed because it keeps them.
 */
export function suiting(cards: readonly Candidate[], goOn: string | null): readonly string[] {
  const rank = ({ due, tried }: Candidate): number => (due > 0 ? 0 : tried ? 2 : 1)
  // Who never played begins with the first of them: it stands above the others.
  const most = goOn === null ? MOST_SUITING + 1 : MOST_SUITING
  const chosen: Candidate[] = []
  const goingOn = cards.find(({ activity }) => activity === goOn)
  for (const card of cards
    .filter(({ suits, activity }) => suits && activity !== goOn)
    .toSorted((one, other) => rank(one) - rank(other))) {
    if (chosen.length === most) break
    if ([...chosen, goingOn].every((one) => one?.subject !== card.subject)) chosen.push(card)
  }
  return chosen.map(({ activity }) => activity)
}

/** Blocks of the day's allowance that are used up: one that was begun counts once it is over. */
export function usedQuarters(gameMinutes: number, spentMs: number, quarters: number): number {
  return quarters - Math.ceil((gameLeft(gameMinutes, spentMs) / (gameMinutes * 60_000)) * quarters)
}
