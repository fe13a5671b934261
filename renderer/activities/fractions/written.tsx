import { answerOf } from '#core/learning/fractions/task-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { Fields, FieldsPad, useFields } from '../frame/fields.tsx'
import { CardAndPad, Says, Tools } from '../frame/parts.tsx'
import { question } from './ask-rules.ts'
import { Bar, Frac } from './bars.tsx'
import { Figure } from './figure.tsx'
import type { FractionProps } from './props.ts'
import { useFractionsWords } from './words.ts'

/** What is answered with numbers: a fraction seen, a sum, an equal fraction, tenths. */
export function Written({ exercise, hint, shown, onAnswer, onTouched }: FractionProps) {
  const { t } = useFractionsWords()
  const { task, fields } = exercise
  const most = task.kind === 'tenths' ? 9 : task.kind === 'see' ? 12 : 99
  const state = useFields(
    fields.map((field) => ({ name: t(`field.${field}`), most })),
    onAnswer,
    onTouched,
  )
  const ask = question(t, task)
  const blank = (
    <Fields
      state={state}
      shown={Array.isArray(shown) ? (shown as readonly unknown[]) : undefined}
      className={fields.length === 2 ? 'as-fraction' : ''}
    />
  )
  return (
    <CardAndPad className="fractions" tools={<Tools speak={ask} />} pad={<FieldsPad state={state} />}>
      <div className="fraction-body written">
        {task.kind === 'see' && (
          <Figure
            shape={task.shape}
            parts={task.fraction.denominator}
            filled={firstOf(task.fraction.numerator)}
            numbered={hint?.kind === 'numbered'}
          />
        )}
        {task.kind === 'tenths' && (
          <Figure shape="bar" parts={10} filled={firstOf(task.count)} numbered={hint?.kind === 'numbered'} />
        )}
        <p className="tell">
          <SpokenText>{ask}</SpokenText>
        </p>
        <div className="fraction-line">
          <Left exercise={exercise} />
          {fields.length === 2 ? (
            blank
          ) : task.kind === 'tenths' ? (
            <>
              <b>0.</b>
              {blank}
            </>
          ) : (
            <span className="frac">
              {fields[0] === 'numerator' ? blank : <span>{answerOf(task).numerator}</span>}
              <i />
              {fields[0] === 'denominator' ? blank : <span>{answerOf(task).denominator}</span>}
            </span>
          )}
        </div>
      </div>
      <div className="fraction-help">
        <Help hint={hint} />
        <Says wrong={t('wrong')} shown={t('shown')} />
      </div>
    </CardAndPad>
  )
}

const firstOf = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

/** What stands before the blank. */
function Left({ exercise: { task } }: Pick<FractionProps, 'exercise'>) {
  switch (task.kind) {
    case 'add':
    case 'subtract':
      return (
        <>
          <Frac {...task.of[0]} />
          <b>{task.kind === 'add' ? '＋' : '－'}</b>
          <Frac {...task.of[1]} />
          <b>＝</b>
        </>
      )
    case 'equal':
      return (
        <>
          <Frac {...task.fraction} />
          <b>＝</b>
        </>
      )
    case 'compare':
    case 'line':
    case 'see':
    case 'shade':
    case 'shade-tenths':
    case 'tenths':
      return null
  }
}

function Help({ hint }: Pick<FractionProps, 'hint'>) {
  switch (hint?.kind) {
    case 'common':
      return hint.away ? (
        <Bar parts={hint.parts} first={hint.first} away={hint.second} />
      ) : (
        <Bar parts={hint.parts} first={hint.first} second={hint.second} />
      )
    case 'cut':
      return (
        <>
          <Bar parts={hint.of.denominator} first={hint.of.numerator} />
          <Bar parts={hint.of.denominator * hint.times} first={0} />
        </>
      )
    case undefined:
    case 'bars':
    case 'first-mark':
    case 'grouped':
    case 'numbered':
      return null
  }
}
