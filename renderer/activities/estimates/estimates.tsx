import './estimates.css'
import { useState } from 'react'
import { type EstimateExercise, type EstimateHint, taskOf } from '#core/learning/estimates/activity-rules.ts'
import type { Picking, Placing } from '#core/learning/estimates/task-rules.ts'
import { GoButton, Pill } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Cloud } from './cloud.tsx'
import { NumberLine } from './number-line.tsx'
import { useEstimatesWords } from './words.ts'

type Props = ActivityProps<EstimateExercise, EstimateHint>

/** About how many: a flag on a number line, or one of some cards. */
export function Estimates(props: Props) {
  const task = taskOf(props.exercise)
  return task.kind === 'line' ? <Place {...props} task={task} /> : <Pick {...props} task={task} />
}

function Place({
  task,
  stage,
  hint,
  said,
  shown,
  progress,
  busy,
  onAnswer,
  onKeep,
  onTouched,
}: Props & { readonly task: Placing }) {
  const { t, any } = useEstimatesWords()
  const { t: s } = useShelfWords()
  const [at, setAt] = useState<number | null>(() => placeIn(progress, task))
  const [looks, setLooks] = useState(0)
  const over = stage === 'shown' || stage === 'right'
  const helped = hint !== null || over
  const ask = any(`ask.${task.ask}`, task.facts) ?? ''
  const done = () => (at === null || busy ? undefined : onAnswer(at))
  const move = (next: number) => {
    onTouched()
    setAt(next)
    onKeep(next)
  }
  const isFewer = typeof said === 'object' && said !== null && 'way' in said && said.way === 'fewer'
  return (
    <Board
      className="estimates-board"
      speak={ask}
      tools={
        <Tools>
          {task.groups.length > 0 && !helped && (
            <Pill
              icon="eye"
              weight="bold"
              label={t('again')}
              disabled={busy}
              onPress={() => setLooks(looks + 1)}
            />
          )}
          <GoButton label={s('frame.done')} icon="check" disabled={busy || at === null} onPress={done} />
        </Tools>
      }
    >
      <div className="estimate" data-cloud={task.groups.length > 0}>
        <p className="estimate-ask">
          <SpokenText>{ask}</SpokenText>
        </p>
        {task.groups.length > 0 && (
          <div className="cloud-field card">
            <Cloud key={looks} groups={task.groups} stays={helped} />
          </div>
        )}
        <NumberLine
          line={task.line}
          at={at}
          shown={stage === 'shown' && typeof shown === 'number' ? shown : null}
          helped={helped}
          closed={busy || over}
          onMove={move}
          onDone={done}
        />
        <Says wrong={isFewer ? t('fewer') : t('more')} shown={t('shown')} />
      </div>
    </Board>
  )
}

/** Where the flag stood before a crash. */
const placeIn = (progress: unknown, { line: { from, to } }: Placing): number | null =>
  typeof progress === 'number' && Number.isInteger(progress) && progress >= from && progress <= to
    ? progress
    : null

function Pick({ task, ...props }: Props & { readonly task: Picking }) {
  const { t, any } = useEstimatesWords()
  const choosing = useChoosing(props)
  const ask = any(`ask.${task.ask}`, task.facts) ?? ''
  const name = (choice: Picking['choices'][number]) =>
    typeof choice === 'number' ? `${choice}` : t(`card.${choice}`)
  return (
    <Board className="estimates-board" speak={ask} tools={<Tools />}>
      <div className="estimate">
        <div className="estimate-ask is-large">
          {sentences(ask).map((sentence) => (
            <p key={sentence}>
              <SpokenText>{sentence}</SpokenText>
            </p>
          ))}
        </div>
        <ChoiceCards
          choosing={choosing}
          choices={task.choices}
          across={task.choices.length}
          cardWidth="280px"
          cardHeight="150px"
          nameOf={name}
        >
          {(choice) => <b className="estimate-card">{name(choice)}</b>}
        </ChoiceCards>
        <p className="estimate-help">
          {(props.hint !== null || props.stage === 'shown') && t('help', { sum: task.help })}
        </p>
        <Says />
      </div>
    </Board>
  )
}

/** Each sentence of a question on a line of its own. */
const sentences = (text: string): readonly string[] => text.split(/(?<=。)|(?<=\.) /u)
