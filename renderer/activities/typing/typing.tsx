import './typing.css'
import type { TypingExercise, TypingHint } from '#core/learning/typing/activity-rules.ts'
import type { ActivityProps } from '../frame/props.ts'
import { KeyLesson } from './key-lesson.tsx'
import { WordLesson } from './word-lesson.tsx'

/** Letters, syllables and tones are typed key by key; words with our own pinyin input. */
export function Typing(props: ActivityProps<TypingExercise, TypingHint>) {
  const { exercise } = props
  return exercise.kind === 'words' ? (
    <WordLesson {...props} words={exercise.words} />
  ) : (
    <KeyLesson {...props} exercise={exercise} />
  )
}
