import './measures.css'
import type { MeasureExercise, MeasureHint } from '#core/learning/measures/activity-rules.ts'
import { choicesOf, type MeasureTask, unitOf } from '#core/learning/measures/task-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Fields, FieldsPad, useFields } from '../frame/fields.tsx'
import { Board, CardAndPad, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { AngleScene, GaugeScene, RectangleScene, RulerScene, SquaresScene } from './scenes.tsx'
import { useMeasuresWords } from './words.ts'

type Props = ActivityProps<MeasureExercise, MeasureHint>
type UnitTask = Extract<MeasureTask, { kind: 'unit' }>

/** Measuring: something is read off, counted or worked out, and written with the pad; or a unit is chosen. */
export function Measures(props: Props) {
  const { task } = props.exercise
  return task.kind === 'unit' ? <Unit {...props} task={task} /> : <Written {...props} />
}

function Written({ exercise: { task }, hint, shown, onAnswer, onTouched }: Props) {
  const { t } = useMeasuresWords()
  const unit = t(`unit.${unitOf(task) ?? 'cm'}`)
  const state = useFields([{ name: t('yours'), unit, most: 99_999 }], onAnswer, onTouched)
  const ask =
    task.kind === 'convert'
      ? t('ask.convert', { number: task.number, from: t(`unit.${task.from}`), to: unit })
      : t(`ask.${task.kind === 'unit' ? 'ruler' : task.kind}`)
  return (
    <CardAndPad className="measures" tools={<Tools speak={ask} />} pad={<FieldsPad state={state} />}>
      <div className="measure-body">
        <Scene task={task} help={hint?.kind === 'drawn'} />
        <p className="tell">
          <SpokenText>{ask}</SpokenText>
        </p>
        <Fields state={state} shown={Array.isArray(shown) ? (shown as readonly unknown[]) : undefined} />
      </div>
      <div className="measure-help">
        {hint?.kind === 'times' && (
          <b className="rule">
            {t('times', {
              larger: t(`unit.${hint.larger}`),
              times: hint.times,
              smaller: t(`unit.${hint.smaller}`),
            })}
          </b>
        )}
        <Says wrong={t('wrong')} shown={t('shown')} />
      </div>
    </CardAndPad>
  )
}

function Scene({ task, help }: { readonly task: MeasureTask; readonly help: boolean }) {
  const { t } = useMeasuresWords()
  switch (task.kind) {
    case 'ruler':
      return <RulerScene task={task} help={help} />
    case 'jug':
    case 'balance':
      return <GaugeScene task={task} help={help} />
    case 'squares-area':
    case 'squares-perimeter':
      return <SquaresScene task={task} help={help} />
    case 'area':
    case 'perimeter':
      return <RectangleScene task={task} help={help} />
    case 'angle':
      return <AngleScene task={task} help={help} />
    case 'convert':
      return (
        <b className="converted">
          {task.number} {t(`unit.${task.from}`)} ＝
        </b>
      )
    case 'unit':
      return null
  }
}

/** A thing and a number: which unit? The hint says what each is about as large as. */
function Unit({ task, hint, ...props }: Props & { readonly task: UnitTask }) {
  const { t } = useMeasuresWords()
  const choosing = useChoosing(props)
  const units = choicesOf(task)
  const isLong = units.includes('m')
  const ask = t(isLong ? 'ask.unit-long' : 'ask.unit-heavy', {
    thing: t(`thing.${task.thing}`),
    number: task.number,
  })
  return (
    <Board className="measures" speak={ask} tools={<Tools />}>
      <div className="unit-board">
        <div className="unit-ask">
          <Picture name={task.thing} />
          <b>
            {task.number} <i aria-hidden="true" />
          </b>
          <p className="tell">
            <SpokenText>{ask}</SpokenText>
          </p>
        </div>
        <ChoiceCards
          choosing={choosing}
          choices={units}
          across={units.length}
          nameOf={(unit) => t(`unit.${unit}`)}
        >
          {(unit) => <b className="unit-name">{t(`unit.${unit}`)}</b>}
        </ChoiceCards>
        <ul className="about">
          {hint?.kind === 'about' && units.map((unit) => <li key={unit}>{t(`about.${unit}`)}</li>)}
        </ul>
        <Says wrong={t('wrong-unit')} shown={t('shown')} />
      </div>
    </Board>
  )
}
