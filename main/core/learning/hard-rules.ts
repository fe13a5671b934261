import type { HardLevel } from '#contract/learning.ts'

/** How many rungs are named: what a teacher can look after. */
const MOST = 20
/** So many exercises stand against each rung: one that was tried once and missed is not the hardest of all. */
const DOUBT = 8

/** Share that was not done alone, careful where little is known. What was given up unanswered is in the book alone. */
const hardness = ({ asked, alone, stuck }: HardLevel): number =>
  Math.max(asked - alone, stuck) / (Math.max(asked, stuck) + DOUBT)

/** Rungs on which something was missed, the hardest first. */
export function hardestFirst(levels: readonly HardLevel[]): readonly HardLevel[] {
  return levels
    .filter((level) => hardness(level) > 0)
    .toSorted((one, other) => hardness(other) - hardness(one) || other.children - one.children)
    .slice(0, MOST)
}
