import type { FractionTask } from '#core/learning/fractions/task-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import { question, said } from './ask-rules.ts'
import { Bar, Frac } from './bars.tsx'
import type { FractionProps } from './props.ts'
import { useFractionsWords } from './words.ts'

type Task = Extract<FractionTask, { kind: 'compare' }>

/** Two fractions: the larger one is tapped. The hint draws both as bars of the same length. */
export function Compare({ task, hint, ...props }: FractionProps & { readonly task: Task }) {
  const { t } = useFractionsWords()
  const choosing = useChoosing(props)
  const ask = question(t, task)
  return (
    <Board className="fractions" speak={ask} tools={<Tools />}>
      <div className="compare">
        <p className="tell">
          <SpokenText>{ask}</SpokenText>
        </p>
        <ChoiceCards choosing={choosing} choices={task.of} across={2} nameOf={(one) => said(t, one)}>
          {(one) => <Frac {...one} />}
        </ChoiceCards>
        <div className="compare-bars">
          {hint?.kind === 'bars' &&
            hint.of.map(({ numerator, denominator }, at) => (
              <Bar key={at} parts={denominator} first={numerator} />
            ))}
        </div>
        <Says wrong={t('wrong')} shown={t('shown')} />
      </div>
    </Board>
  )
}
