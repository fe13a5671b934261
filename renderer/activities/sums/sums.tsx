import './sums.css'
import { useState } from 'react'
import type { SumExercise, SumHint } from '#core/learning/arithmetic/exercise-rules.ts'
import { CardAndPad, Pad, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Ask } from './ask.tsx'
import { Hint } from './hint.tsx'
import { answerable, asText, spokenSum, typed } from './sum-rules.ts'
import { useSumsWords } from './words.ts'

/** One sum: the question, its field, help, and the pad. Wrong: the field tilts once and a picture helps. */
export function Sums({
  exercise,
  stage,
  hint,
  shown,
  busy,
  onAnswer,
  onTouched,
}: ActivityProps<SumExercise, SumHint>) {
  const { t } = useSumsWords()
  const [text, setText] = useState('')
  const { over } = exercise
  const said = spokenSum(t, exercise)
  const answer = typeof shown === 'string' ? shown : ''
  const change = (next: string) => {
    if (busy) return
    setText(next)
    onTouched()
  }
  // A wrong answer goes at the first key of the next try.
  const press = (key: string) => change(typed(stage === 'wrong' ? '' : text, key))
  const state = stage === 'shown' ? 'right' : stage === 'partly' ? 'asking' : stage
  return (
    <CardAndPad
      className="sums"
      tools={<Tools speak={asText(said)} />}
      pad={
        <Pad
          onDigit={press}
          onWipe={() => change(text.slice(0, -1))}
          onDone={() => (answerable(text) ? onAnswer(text) : undefined)}
          doneDisabled={!answerable(text)}
          {...(exercise.pad === 'decimal' ? { onPoint: () => press('.') } : {})}
        />
      }
    >
      <Ask
        question={exercise}
        said={said}
        answer={{
          value: stage === 'shown' ? answer : text,
          label: over === null ? t('yours') : t('over', { over }),
          state,
        }}
      />
      <div className="sum-help">
        <Hint hint={hint} />
        <Says
          wrong={t('wrong')}
          shown={t('shown', { answer: over === null ? answer : `${answer}/${over}` })}
        />
      </div>
    </CardAndPad>
  )
}
