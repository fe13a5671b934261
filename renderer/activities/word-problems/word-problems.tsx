import { wordProblems } from '#core/learning/word-problems/activity-rules.ts'
import type { StoryExercise, StoryHint } from '#core/learning/word-problems/make-rules.ts'
import type { ActivityProps } from '../frame/props.ts'
import { StorySum } from './story-sum.tsx'
import { useStoryWords } from './words.ts'

/** A story of one step. */
export function WordProblems(props: ActivityProps<StoryExercise, StoryHint>) {
  const { any } = useStoryWords()
  return <StorySum {...props} told={wordProblems.toldOf(props.exercise)} any={any} />
}
