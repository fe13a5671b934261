import './patterns.css'
import { useState } from 'react'
import type { PatternExercise, PatternHint } from '#core/learning/patterns/activity-rules.ts'
import type { Thing } from '#core/learning/patterns/law-rules.ts'
import { Icon } from '#ui/icon.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Things } from './things.tsx'
import { Train } from './train.tsx'
import { usePatternsWords } from './words.ts'

/** A train, or a square, with one empty place, and four things: a tap puts one in. */
export function Patterns({
  exercise,
  stage,
  hint,
  shown,
  busy,
  onAnswer,
  onTouched,
}: ActivityProps<PatternExercise, PatternHint>) {
  const { t, any } = usePatternsWords()
  const [tried, setTried] = useState<readonly number[]>([])
  const { places, choices } = exercise
  const isSquare = places.length === 9
  const name = ({ picture, count }: Thing) => {
    const thing = any(`thing.${picture}`) ?? ''
    return count === 1 ? thing : t('several', { thing, count })
  }
  const right = stage === 'right' ? tried.at(-1) : typeof shown === 'number' ? shown : undefined
  const found = right === undefined ? undefined : choices[right]
  const named = places.map((place) => (place ? name(place) : t('empty'))).join(t('between'))
  const choose = (at: number) => {
    onTouched()
    setTried([...tried, at])
    onAnswer(at)
  }
  const ask = isSquare ? t('ask-square') : t('ask')
  return (
    <Board className="patterns-board" speak={ask} tools={<Tools />}>
      <div className="patterns">
        {isSquare ? (
          <div className="square" role="img" aria-label={named}>
            {places.map((place, at) => {
              const thing = place ?? found
              return (
                <div key={at} data-marked={hint?.marks.includes(at)} data-empty={place === null}>
                  {thing && <Things {...thing} />}
                </div>
              )
            })}
          </div>
        ) : (
          <Train places={places} found={found} marks={hint?.marks ?? []} label={named} />
        )}
        <Says />
        <ul className="picks">
          {choices.map((choice, at) => (
            <li key={at}>
              <button
                type="button"
                className="choice"
                data-right={at === right}
                aria-label={name(choice)}
                disabled={busy || stage === 'shown' || (tried.includes(at) && at !== right)}
                onClick={() => choose(at)}
              >
                <Things {...choice} />
                {at === right && (
                  <span className="mark">
                    <Icon name="check" weight="bold" />
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Board>
  )
}
