import type { BalanceHint } from '#core/learning/balance/activity-rules.ts'
import { tiltOf } from '#core/learning/balance/scale-rules.ts'
import type { Choose } from '#core/learning/balance/task-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import type { PictureName } from '#ui/sprite/names.ts'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { BeamScale, Piles } from './scale.tsx'
import { useBalanceWords } from './words.ts'

/** Scales that stand there, and cards: which is the heaviest? */
export function ChooseTask({
  task,
  props,
}: {
  readonly task: Choose
  readonly props: ActivityProps<unknown, BalanceHint>
}) {
  const { t, any } = useBalanceWords()
  const choosing = useChoosing(props)
  const { hint } = props
  const name = (thing: string) => any(`thing.${thing}`) ?? ''
  const ask = task.choices.length > 2 ? t(task.want) : t(task.want === 'heaviest' ? 'heavier' : 'lighter')
  return (
    <Board className="balance-board" speak={ask} tools={<Tools />}>
      <div className="balance-choose">
        <ul className="facts">
          {task.facts.map((fact, at) => {
            const tilt = tiltOf(task.weights, fact)
            const [one, other] = [fact.left[0]?.thing ?? '', fact.right[0]?.thing ?? '']
            const [heavy, light] = tilt > 0 ? [one, other] : [other, one]
            return (
              <li key={at} className="fact">
                <BeamScale
                  tilt={tilt}
                  left={<Piles piles={fact.left} />}
                  right={<Piles piles={fact.right} />}
                  label={t('fact', { heavy: name(heavy), light: name(light) })}
                  look={hint?.kind === 'look' && hint.fact === at}
                />
              </li>
            )
          })}
        </ul>
        <p className="balance-want" data-want={task.want}>
          <svg viewBox="0 0 60 60" aria-hidden="true">
            <path d="M30 8v40M12 32l18 18l18-18" />
          </svg>
          <span>
            <SpokenText>{ask}</SpokenText>
          </span>
        </p>
        <Says />
        <ChoiceCards
          choosing={choosing}
          choices={task.choices}
          across={task.choices.length}
          cardWidth="210px"
          cardHeight="120px"
          nameOf={name}
          away={hint?.kind === 'look' ? hint.away : null}
        >
          {(thing) => (
            <span className="balance-card">
              <Picture name={thing as PictureName} />
            </span>
          )}
        </ChoiceCards>
      </div>
    </Board>
  )
}
