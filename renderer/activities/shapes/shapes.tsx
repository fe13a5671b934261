import './shapes.css'
import { useState } from 'react'
import { type ShapeExercise, type ShapeHint, shownOf } from '#core/learning/shapes/activity-rules.ts'
import type { Cell } from '#core/learning/shapes/cell-rules.ts'
import type { Choice, Filling, Picking } from '#core/learning/shapes/puzzle-rules.ts'
import { GoButton } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { useShelfWords } from '../../i18n/shelf-words.ts'
import { ChoiceCards, useChoosing } from '../frame/choice-cards.tsx'
import { Board, Says, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { Drawing } from './drawing.tsx'
import { Half } from './half.tsx'
import { useShapesWords } from './words.ts'

type Props = ActivityProps<ShapeExercise, ShapeHint>

/** A shape and cards to choose one of, or half a figure on squared paper. */
export function Shapes(props: Props) {
  const puzzle = shownOf(props.exercise)
  return puzzle.kind === 'pick' ? <Pick {...props} puzzle={puzzle} /> : <Fill {...props} puzzle={puzzle} />
}

function Pick({ puzzle, ...props }: Props & { readonly puzzle: Picking }) {
  const { t, any } = useShapesWords()
  const choosing = useChoosing(props)
  const { hint, stage } = props
  const helped = hint !== null || stage === 'shown'
  const ask = any(`ask.${puzzle.ask}`, { name: puzzle.name ?? 'figure' }) ?? ''
  const name = (choice: Choice) =>
    choice.kind === 'number'
      ? `${choice.number}`
      : choice.name === 'figure' || choice.name === 'net'
        ? t('card', { name: any(`name.${choice.name}`) ?? '', place: puzzle.choices.indexOf(choice) + 1 })
        : (any(`name.${choice.name}`) ?? '')
  return (
    <Board className="shapes-board" speak={ask} tools={<Tools />}>
      <div className="shapes">
        <section className="shape-ask card">
          <div className="shape-models">
            {(helped ? puzzle.aided : puzzle.models).map((model, at) => (
              <Drawing key={at} drawn={model} name={t('model')} />
            ))}
          </div>
          <p>
            <SpokenText>{ask}</SpokenText>
          </p>
          <Says />
        </section>
        <ChoiceCards choosing={choosing} choices={puzzle.choices} across={2} nameOf={name} away={hint?.away}>
          {(choice) =>
            choice.kind === 'number' ? (
              <b className="shape-number">{choice.number}</b>
            ) : (
              <Drawing drawn={helped ? (choice.aided ?? choice.drawn) : choice.drawn} />
            )
          }
        </ChoiceCards>
      </div>
    </Board>
  )
}

function Fill({
  puzzle,
  exercise,
  stage,
  hint,
  shown,
  progress,
  busy,
  onAnswer,
  onKeep,
  onTouched,
}: Props & { readonly puzzle: Filling }) {
  const { any } = useShapesWords()
  const { t: s } = useShelfWords()
  const [filled, setFilled] = useState(() => cellsOf(progress))
  const over = stage === 'shown' || stage === 'right'
  const ask = any(`ask.${puzzle.ask}`) ?? ''
  const pair = exercise.mix % puzzle.given.length
  const [one, other] = [puzzle.given[pair], puzzle.missing[pair]]
  const tap = ([x, y]: Cell) => {
    const without = filled.filter((cell) => cell[0] !== x || cell[1] !== y)
    const next: readonly Cell[] = without.length < filled.length ? without : [...filled, [x, y]]
    onTouched()
    setFilled(next)
    onKeep(next)
  }
  return (
    <Board
      className="shapes-board"
      speak={ask}
      tools={
        <Tools>
          <GoButton
            label={s('frame.done')}
            icon="check"
            disabled={busy || filled.length === 0}
            onPress={() => onAnswer(filled)}
          />
        </Tools>
      }
    >
      <div className="half">
        <p>
          <SpokenText>{ask}</SpokenText>
        </p>
        <Half
          puzzle={puzzle}
          filled={stage === 'shown' ? cellsOf(shown) : filled}
          shownPair={hint && one && other && !over ? [one, other] : null}
          closed={busy || over}
          onTap={tap}
        />
        <Says />
      </div>
    </Board>
  )
}

/** Squares out of what was kept before a crash, or of what is shown. */
function cellsOf(value: unknown): readonly Cell[] {
  if (!Array.isArray(value)) return []
  return value.filter(
    (cell): cell is Cell =>
      Array.isArray(cell) && cell.length === 2 && cell.every((one) => Number.isInteger(one)),
  )
}
