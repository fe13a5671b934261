import { levels } from './level-rules.ts'
import { storyRules } from './make-rules.ts'
import { oneStep } from './structure-rules.ts'
import { stories } from './tell-rules.ts'

/** Word problems of one step (L3): told in short sentences, drawn as bars, answered on the pad. */
export const wordProblems = storyRules({
  id: 'word-problems',
  grades: { from: 1, to: 6 },
  levels,
  teller: { stories, structures: oneStep },
})
