import './patterns.css'
import type { PatternExercise, PatternHint } from '#core/learning/patterns/activity-rules.ts'
import type { Thing } from '#core/learning/patterns/law-rules.ts'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Things } from './things.tsx'
import { Train } from './train.tsx'
import { usePatternsWords } from './words.ts'

/** A train, or a square, with one empty place, and four things: a tap puts one in. */
export function Patterns(props: ActivityProps<PatternExercise, PatternHint>) {
  const { exercise, hint } = props
  const { t, any } = usePatternsWords()
  const choosing = useChoosing(props)
  const { places, choices } = exercise
  const isSquare = places.length === 9
  const name = ({ picture, count }: Thing) => {
    const thing = any(`thing.${picture}`) ?? ''
    return count === 1 ? thing : t('several', { thing, count })
  }
  const found = choosing.right === undefined ? undefined : choices[choosing.right]
  const named = places.map((place) => (place ? name(place) : t('empty'))).join(t('between'))
  const ask = isSquare ? t('ask-square') : t('ask')
  return (
    <Board className="patterns-board" speak={ask} unseen tools={<Tools />}>
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
        <ChoiceCards
          choosing={choosing}
          choices={choices}
          across={4}
          cardWidth="210px"
          cardHeight="132px"
          nameOf={name}
        >
          {(choice) => <Things {...choice} />}
        </ChoiceCards>
      </div>
    </Board>
  )
}
