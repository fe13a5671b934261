import { storyRules } from '../word-problems/make-rules.ts'
import { expressions } from './expression-rules.ts'
import { levels } from './level-rules.ts'
import { twoStep } from './structure-rules.ts'
import { stories } from './tell-rules.ts'

/** Problems and expressions of two steps (L3); a hint draws the first of them. */
export const twoSteps = storyRules({
  id: 'two-steps',
  grades: { from: 2, to: 6 },
  levels,
  teller: { stories, structures: { ...twoStep, ...expressions } },
})
