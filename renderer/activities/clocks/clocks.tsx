import './clocks.css'
import { useState } from 'react'
import type { ClockExercise, ClockHint, ClockSaid } from '#core/learning/clocks/activity-rules.ts'
import { mostIn } from '#core/learning/clocks/task-rules.ts'
import { partOfDay, timeText } from '#core/learning/clocks/time-rules.ts'
import { SpokenText } from '#ui/child/speak.tsx'
import { Picture } from '#ui/picture.tsx'
import { AnswerSide } from '../frame/answer-side.tsx'
import { Fields, FieldsPad, useFields } from '../frame/fields.tsx'
import { useFrame } from '../frame/frame.tsx'
import { CardAndPad, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { handsText, question, said as saidTime } from './ask-rules.ts'
import { Face, type FaceHelp } from './face.tsx'
import { TimeLine } from './hint.tsx'
import { TurningFace } from './turning.tsx'
import { type SayOfClocks, useClocksWords } from './words.ts'

type Props = ActivityProps<ClockExercise, ClockHint>

/** Reading and turning clocks: fields and the pad, or hands. */
export function Clocks(props: Props) {
  return props.exercise.fields.length > 0 ? <Written {...props} /> : <Turned {...props} />
}

const faceHelp = (hint: ClockHint | null): FaceHelp | null => (hint?.kind === 'face' ? hint : null)

/** Which hand to look at once more. */
const lookWords = (t: SayOfClocks, said: unknown): string => {
  const look = (said as ClockSaid | null)?.look
  return look === 'hour' ? t('look.hour') : look === 'minute' ? t('look.minute') : t('look.both')
}

function Written({ exercise, hint, said, shown, onAnswer, onTouched }: Props) {
  const { t } = useClocksWords()
  const { task, fields } = exercise
  const units = fields.map((kind) => ({
    name: t(`field.${kind}`),
    unit: t(`unit.${kind}`),
    most: mostIn[kind],
  }))
  const state = useFields(units, onAnswer, onTouched)
  const ask = question(t, task, fields.length === 1 && task.kind === 'read')
  const answer = Array.isArray(shown) ? (shown as readonly unknown[]) : undefined
  const isLong = task.kind === 'between' || task.kind === 'trip'
  const beside = <Fields state={state} shown={answer} />
  // Two faces need the whole width.
  const isWide = task.kind === 'between'
  const pad = <FieldsPad state={state} />
  const wrong = isLong || task.kind === 'shift' ? t('look.jumps') : lookWords(t, said)
  return (
    <CardAndPad
      className="clocks"
      tools={<Tools speak={ask} />}
      pad={
        isWide ? (
          <div className="clock-side">
            {beside}
            {pad}
          </div>
        ) : (
          pad
        )
      }
    >
      <div className={`clock-body ${task.kind}`}>
        <Scene {...{ exercise, hint }} />
        <div className="clock-ask">
          {task.kind === 'write-day' && <PartOfDay time={task.time} />}
          <p className="tell">
            <SpokenText>{ask}</SpokenText>
          </p>
          {!isWide && beside}
        </div>
      </div>
      <div className="clock-help" data-jumps={isLong || task.kind === 'shift'}>
        {hint?.kind === 'jumps' && <TimeLine hint={hint} day={task.kind === 'trip'} />}
        <Says wrong={wrong} shown={t('shown')} />
      </div>
    </CardAndPad>
  )
}

/** What is looked at: one face, two, or two lines of a timetable. */
function Scene({ exercise: { task }, hint }: Pick<Props, 'exercise' | 'hint'>) {
  const { t } = useClocksWords()
  switch (task.kind) {
    case 'between':
      return (
        <div className="two-faces">
          <Face time={task.from} label={handsText(t, task.from)} />
          <i aria-hidden="true">→</i>
          <Face time={task.to} label={handsText(t, task.to)} />
        </div>
      )
    case 'trip':
      return (
        <dl className="timetable">
          <dt>{t('leaves')}</dt>
          <dd>{timeText(task.from)}</dd>
          <dt>{t('arrives')}</dt>
          <dd>{timeText(task.to)}</dd>
        </dl>
      )
    case 'read':
    case 'set':
    case 'set-day':
    case 'shift':
    case 'write-day':
      return <Face time={task.time} label={handsText(t, task.time)} help={faceHelp(hint)} />
  }
}

/** Morning, noon, afternoon or evening, as the sky tells it. */
function PartOfDay({ time }: { readonly time: number }) {
  const { t } = useClocksWords()
  const part = partOfDay(time)
  return (
    <p className="part-of-day" data-part={part}>
      <Picture name={part === 'evening' ? 'moon' : part === 'noon' ? 'sun' : 'sun-cloud'} />
      <span>{t(`part.${part}`)}</span>
    </p>
  )
}

function Turned({ exercise, stage, hint, said, shown, progress, busy, onAnswer, onKeep, onTouched }: Props) {
  const { t } = useClocksWords()
  const { task, step } = exercise
  const { goOn } = useFrame()
  const [time, setTime] = useState(() => keptTime(progress))
  if (task.kind !== 'set' && task.kind !== 'set-day') return null
  const ask = question(t, task, false)
  const turn = (next: number) => {
    setTime(next)
    onTouched()
  }
  const done = () => {
    if (stage === 'shown') return goOn()
    if (busy || stage === 'wrong') return undefined
    onKeep(time)
    return onAnswer(time)
  }
  const day = task.kind === 'set-day'
  return (
    <CardAndPad
      className="clocks"
      tools={<Tools speak={ask} />}
      pad={
        <AnswerSide ask={ask} onDone={done}>
          {day ? timeText(task.time) : saidTime(t, task.time)}
        </AnswerSide>
      }
    >
      <div className="clock-body turned">
        <TurningFace
          time={typeof shown === 'number' ? shown : time}
          step={step}
          help={faceHelp(hint)}
          disabled={busy}
          onTurn={turn}
          onDone={done}
        />
      </div>
      <div className="clock-help">
        <Says wrong={lookWords(t, said)} shown={t('shown')} />
      </div>
    </CardAndPad>
  )
}

/** Where the hands stood; twelve unless that can be read. */
const keptTime = (progress: unknown): number =>
  Number.isInteger(progress) && (progress as number) >= 0 && (progress as number) < 720
    ? (progress as number)
    : 0
