import './sudoku.css'
import { useEffect, useRef, useState } from 'react'
import type { SudokuExercise, SudokuHint } from '#core/learning/sudoku/activity-rules.ts'
import { clashes, shapeOf } from '#core/learning/sudoku/shape-rules.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { useSpoken } from '#ui/speech.ts'
import { TitleLine, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { useTold } from '../frame/use-told.ts'
import { Field } from './field.tsx'
import { Idea } from './idea.tsx'
import { Keys } from './keys.tsx'
import { helpFrom, positionIn } from './position-rules.ts'
import { usePosition } from './use-position.ts'
import { useTyping } from './use-typing.ts'
import { fruit } from './value.tsx'
import { useSudokuWords } from './words.ts'

/** A grid to fill: choose a cell, then what goes in. Help shows first where to look, then what. */
export function Sudoku({
  exercise,
  stage,
  hint,
  shown,
  progress,
  busy,
  onAnswer,
  onKeep,
  onTouched,
}: ActivityProps<SudokuExercise, SudokuHint>) {
  const { t, any } = useSudokuWords()
  const { size, given } = exercise
  const [chosen, setChosen] = useState(() => positionIn(progress, exercise).cells.indexOf(0))
  const [noting, setNoting] = useState(false)
  // Each time help is asked for, main makes another hint: one step further, until the next move.
  const [asked, setAsked] = useState({ hint, times: 0 })
  if (asked.hint !== hint) setAsked({ hint, times: asked.times + 1 })

  const moves = usePosition(exercise, progress, ({ position: { cells, maybe }, moves: done }) => {
    setAsked({ hint, times: 0 })
    onTouched()
    onKeep({ cells, maybe, moves: done })
  })
  const over = stage === 'right' || stage === 'shown'
  const position =
    stage === 'shown' ? positionIn({ cells: shown, maybe: given.map(() => 0) }, exercise) : moves.position
  const { cells } = position
  const clash = clashes(shapeOf(size), cells)
  const help = asked.times > 0 && !over ? helpFrom(position, exercise) : undefined
  const isWhat = asked.times > 1

  const handedIn = useRef<unknown>(undefined)
  useEffect(() => {
    if (busy || over || cells.includes(0) || handedIn.current === cells) return
    handedIn.current = cells
    onAnswer([...cells])
  }, [busy, over, cells, onAnswer])

  const nameOf = (value: number): string =>
    size === 9 ? `${value}` : (any(`thing.${fruit[value - 1] ?? ''}`) ?? '')
  const press = (value: number) => {
    const at = isWhat && help?.kind === 'step' ? help.at : chosen
    if (over || given[at]) return
    if (noting && at === chosen) moves.note(at, value)
    else {
      setChosen(at)
      moves.put(at, value)
    }
  }
  const wipe = () => (over ? undefined : moves.wipe(chosen))
  const undo = () => (over ? undefined : moves.undo?.())
  const toggle = () => (size === 9 ? setNoting(!noting) : undefined)
  useTyping({
    size,
    onValue: press,
    onWipe: wipe,
    onUndo: undo,
    onNoting: toggle,
  })

  const ask = size === 9 ? t('ask-nine') : t('ask')
  const says =
    stage === 'shown'
      ? t('shown')
      : help?.kind === 'think'
        ? t('help.think')
        : help
          ? isWhat
            ? t('help.what', { what: nameOf(help.value) })
            : t(`help.${help.technique}`, { where: t(`unit.${help.unit}`) })
          : clash.length > 0
            ? t('clash')
            : ''
  useTold(says)
  const asks = useSpoken(ask) !== undefined
  const grid = (
    <Field
      exercise={exercise}
      position={position}
      chosen={chosen}
      look={help?.look ?? []}
      target={
        help && isWhat ? { at: help.at, value: help.kind === 'step' ? help.value : undefined } : undefined
      }
      clash={over ? [] : clash}
      over={over}
      onChoose={setChosen}
      nameOf={nameOf}
    />
  )
  const side = (
    <div className="sudoku-side">
      <Keys
        size={size}
        cells={cells}
        nod={isWhat && help?.kind === 'step' ? help.value : undefined}
        noting={noting}
        over={over}
        onPress={press}
        nameOf={nameOf}
      />
      <p className="soft says" role="status">
        {says ? (
          <SpokenText>{says}</SpokenText>
        ) : (
          asks && (
            <span aria-hidden="true">
              <SpokenText pinyin={false}>{ask}</SpokenText>
            </span>
          )
        )}
      </p>
      <Tools giveUp>
        {size === 9 && <Pill picture="pencil" label={t('maybe')} pressed={noting} onPress={toggle} />}
        <Pill icon="arrow-u-up-left" weight="bold" label={t('undo')} disabled={!moves.undo} onPress={undo} />
        <Pill
          icon="eraser"
          label={t('wipe')}
          disabled={given[chosen] !== 0 || (!cells[chosen] && !position.maybe[chosen])}
          onPress={wipe}
        />
      </Tools>
    </div>
  )
  const line = <TitleLine speak={says || ask} unseen={says === ''} caption={false} />
  return (
    <main className="board sudoku-page" data-size={size} data-over={over}>
      {line}
      {grid}
      {side}
      {size !== 9 && <Idea size={size} />}
    </main>
  )
}
