import type { CorrectedFact } from '#contract/rights.ts'

const DAY = 86_400_000
/** So long an erasure can be taken back. */
export const ERASURE_WAITS = 7 * DAY
/** Working days in which a request is answered: the room's own rule, Mondays to Fridays. */
export const ANSWER_DAYS = 15

/** UTC ms of the end of the 15th working day after `askedAt`, by local days. */
export function answerDue(askedAt: number, offset: number): number {
  let day = Math.floor((askedAt + offset * 60_000) / DAY)
  for (let left = ANSWER_DAYS; left > 0;) {
    day += 1
    // 1 January 1970 was a Thursday.
    const weekday = (day + 4) % 7
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return (day + 1) * DAY - offset * 60_000 - 1
}

export type Facts = Readonly<Record<CorrectedFact['fact'], string>>
const facts = [
  'name',
  'reading',
  'class',
  'number',
  'birthday',
  'family',
] as const satisfies CorrectedFact['fact'][]

export const changesOf = (before: Facts, after: Facts): readonly CorrectedFact[] =>
  facts
    .filter((fact) => before[fact] !== after[fact])
    .map((fact) => ({ fact, before: before[fact], after: after[fact] }))
