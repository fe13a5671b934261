import './story-sum.css'
import { useState } from 'react'
import type { StoryExercise, StoryHint } from '#core/learning/word-problems/make-rules.ts'
import { sentencesOf, unitOf } from '#core/learning/word-problems/make-rules.ts'
import { factsOf, type Told } from '#core/learning/word-problems/story-rules.ts'
import { Icon } from '#ui/icon.tsx'
import { AnswerField } from '#ui/child/sums.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { useMute } from '#ui/speech.ts'
import { CardAndPad, Pad, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { answerable, typed } from '../sums/sum-rules.ts'
import { BarsDrawing } from './bars-drawing.tsx'
import { useReading } from './use-reading.ts'
import { useStoryWords } from './words.ts'

/** How signs are read aloud. */
const signs = [
  ['＋', 'sign.plus'],
  ['－', 'sign.minus'],
  ['×', 'sign.times'],
  ['÷', 'sign.divided'],
  ['＝ ?', 'sign.equals'],
  ['(', 'sign.open'],
  [')', 'sign.close'],
] as const

export interface StorySumProps extends ActivityProps<StoryExercise, StoryHint> {
  readonly told: Told
  /** The words of the activity whose story it is. */
  readonly any: (key: string, facts?: Readonly<Record<string, string | number>>) => string | undefined
}

/** A story in short sentences, its quantities drawn, and a field for the number that is asked. */
export function StorySum({ told, any, stage, hint, shown, busy, onAnswer, onTouched }: StorySumProps) {
  const { t, any: own } = useStoryWords()
  const mute = useMute()
  const [text, setText] = useState('')
  const sentences = sentencesOf(told).map((key) => any(key, factsOf(told)) ?? '')
  const read = (sentence: string) =>
    signs.reduce((said, [sign, word]) => said.replaceAll(sign, ` ${t(word)} `), sentence)
  const reading = useReading(sentences.map(read))
  const picture = told.structure.picture(told.numbers)
  const isWritten = picture.bars.length === 0
  const unit = unitOf(told)
  const answer = typeof shown === 'string' ? shown : ''
  const hasPoint = told.story.tenths !== undefined
  const change = (next: string) => {
    if (busy) return
    setText(next)
    onTouched()
  }
  // A wrong answer goes at the first key of the next try.
  const press = (key: string) => change(typed(stage === 'wrong' ? '' : text, key))
  const steps = hint?.steps ?? []
  const last = steps.length === told.structure.steps(told.numbers).length ? steps.at(-1) : undefined
  return (
    <CardAndPad
      className="story-sum"
      tools={
        <Tools>
          {!mute && (
            <button
              type="button"
              className={reading.isReading ? 'speak is-saying' : 'speak'}
              aria-label={t('read')}
              aria-pressed={reading.isReading}
              onClick={reading.toggle}
            >
              <Icon name="speaker-high" weight="fill" />
            </button>
          )}
        </Tools>
      }
      pad={
        <Pad
          onDigit={press}
          onWipe={() => change(text.slice(0, -1))}
          onDone={() => (answerable(text) ? onAnswer(text) : undefined)}
          doneDisabled={!answerable(text)}
          {...(hasPoint ? { onPoint: () => press('.') } : {})}
        />
      }
    >
      <div className="story-body">
        <div className={isWritten ? 'story is-written' : 'story'}>
          {sentences.map((sentence, at) => (
            <p key={at}>
              <SpokenText spokenAs={read(sentence)}>{sentence}</SpokenText>
            </p>
          ))}
        </div>
        {isWritten ? (
          <span />
        ) : (
          <BarsDrawing
            drawn={picture}
            picture={told.story.unit === 'thing' ? told.thing : null}
            label={t('hint.bars')}
          />
        )}
        <div className="story-answer">
          {steps.slice(0, last === undefined ? undefined : -1).map((step) => (
            <p key={step} className="story-step">
              {step} ＝ □
            </p>
          ))}
          <div className="story-ask">
            {last !== undefined && <span>{last} ＝</span>}
            <AnswerField
              value={stage === 'shown' ? answer : text}
              label={t('yours')}
              state={stage === 'shown' ? 'right' : stage === 'partly' ? 'asking' : stage}
            />
            {unit !== null && <SpokenText>{own(unit) ?? ''}</SpokenText>}
          </div>
        </div>
        <Says {...(isWritten ? {} : { wrong: t('wrong') })} shown={t('shown', { answer })} />
      </div>
    </CardAndPad>
  )
}
