import { twoSteps } from '#core/learning/two-steps/activity-rules.ts'
import type { StoryExercise, StoryHint } from '#core/learning/word-problems/make-rules.ts'
import type { ActivityProps } from '../frame/props.ts'
import { StorySum } from '../word-problems/story-sum.tsx'
import { useTwoStepsWords } from './words.ts'

/** A story, or an expression, of two steps. */
export function TwoSteps(props: ActivityProps<StoryExercise, StoryHint>) {
  const { any } = useTwoStepsWords()
  return <StorySum {...props} told={twoSteps.toldOf(props.exercise)} any={any} />
}
