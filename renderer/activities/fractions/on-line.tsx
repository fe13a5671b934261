import type { FractionTask } from '#core/learning/fractions/task-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import { question } from './ask-rules.ts'
import { Frac } from './bars.tsx'
import type { FractionProps } from './props.ts'
import { useFractionsWords } from './words.ts'

type Task = Extract<FractionTask, { kind: 'line' }>

/** A line with marks: the one where the fraction stands is tapped. */
export function OnLine({ task, hint, ...props }: FractionProps & { readonly task: Task }) {
  const { t } = useFractionsWords()
  const { tried, right, closed, choose } = useChoosing(props)
  const ask = question(t, task)
  const { denominator } = task.fraction
  const marks = Array.from({ length: denominator * task.units + 1 }, (_, at) => at)
  return (
    <Board className="fractions" speak={ask} tools={<Tools />}>
      <div className="on-line">
        <div className="on-line-ask">
          <Frac {...task.fraction} />
          <p className="tell">
            <SpokenText>{ask}</SpokenText>
          </p>
        </div>
        <ol className="marks">
          {marks.map((at) => (
            <li key={at}>
              <button
                type="button"
                className="fraction-mark"
                data-whole={at % denominator === 0}
                data-right={at === right}
                aria-label={t('mark', { number: at })}
                disabled={closed || tried.includes(at)}
                onClick={() => choose(at)}
              >
                <i />
              </button>
              <span className="under">
                {at % denominator === 0 ? (
                  <b>{at / denominator}</b>
                ) : (
                  hint?.kind === 'first-mark' && at === 1 && <Frac numerator={1} denominator={denominator} />
                )}
              </span>
            </li>
          ))}
        </ol>
        <Says wrong={t('wrong-line')} shown={t('shown')} />
      </div>
    </Board>
  )
}
