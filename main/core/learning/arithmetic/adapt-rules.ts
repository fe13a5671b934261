import { levelBeside } from './curriculum-rules.ts'
import type { Outcome } from '../help-rules.ts'
import type { LevelId } from './level-rules.ts'

/** Answers that are looked at: one round. */
export const WINDOW = 10
/** Score out of ten from which the next level comes: nine alone, or eight alone and two with a hint. */
export const UP_FROM = 9
/** Score out of ten up to which the level before comes back: fewer than half even with hints. */
export const DOWN_TO = 4
/** So many in a row from the start of a level without one right alone or helped: do not wait for ten. */
const EARLY = 5

const worth = { alone: 1, helped: 0.5, shown: 0 } as const

/**
 * The level for the next question. `outcomes` are the answers since this level began, oldest first, those from the book
 * of mistakes left out. How long an answer took is not known here on purpose: no pressure of time (L10). Skipped
 * questions say nothing. One step at most; a better answer never leads to a lower level.
 */
export function nextLevel(current: LevelId, outcomes: readonly Outcome[]): LevelId {
  const counted = outcomes.filter((outcome) => outcome !== 'skipped')
  const recent = counted.slice(-WINDOW)
  const score = recent.reduce((sum, outcome) => sum + worth[outcome], 0)
  if (recent.length >= EARLY && score === 0) return levelBeside(current, -1).id
  if (recent.length < WINDOW) return levelBeside(current, 0).id
  if (score >= UP_FROM) return levelBeside(current, 1).id
  return levelBeside(current, score <= DOWN_TO ? -1 : 0).id
}
