import './mazes.css'
import { useEffect, useRef, useState } from 'react'
import type { MazeExercise, MazeHint } from '#core/learning/mazes/activity-rules.ts'
import { isThere, missing, stretch, type Way } from '#core/learning/mazes/maze-rules.ts'
import { Pill } from '#ui/child/buttons.tsx'
import { SpokenText } from '#ui/child/speak.tsx'
import { Board, Tools } from '../frame/parts.tsx'
import type { ActivityProps } from '../frame/props.ts'
import { useTold } from '../frame/use-told.ts'
import { Cross } from './cross.tsx'
import { Field } from './field.tsx'
import { useArrows } from './use-arrows.ts'
import { useWay } from './use-way.ts'
import { followed, stepTo, walkers, wayIn, type Direction } from './walker-rules.ts'
import { useMazesWords } from './words.ts'

/** Steps that one piece of help lights at least; the next one lights more. */
const LIT = 2

/** Where help was asked for, how often there, and what it lit. */
interface Help {
  readonly hint: MazeHint | null
  readonly way: Way
  readonly times: number
  readonly lit: Way
}

/** A maze to walk through. Help lights the next stretch of the shortest way. */
export function Mazes({
  exercise,
  stage,
  hint,
  shown,
  progress,
  busy,
  onAnswer,
  onKeep,
  onTouched,
}: ActivityProps<MazeExercise, MazeHint>) {
  const { t, any } = useMazesWords()
  const pictures = walkers[exercise.who] ?? walkers[0]
  const over = stage === 'right' || stage === 'shown'
  const { way, go, back } = useWay(exercise, progress, (next) => {
    onTouched()
    onKeep([...next])
  })
  // Each time help is asked for, main makes another hint: a stretch from here, longer each time on the same spot.
  const [help, setHelp] = useState<Help>({ hint, way, times: 0, lit: [] })
  if (help.hint !== hint) {
    const times = help.way === way ? help.times + 1 : 1
    setHelp({ hint, way, times, lit: stretch(exercise, way, LIT * times) })
  }
  const isWalked = way.slice(help.way.length).includes(help.lit.at(-1) ?? -1)
  const lit = over || isWalked ? [] : help.lit

  const handedIn = useRef<Way>(undefined)
  useEffect(() => {
    if (busy || over || !isThere(exercise, way) || handedIn.current === way) return
    handedIn.current = way
    onAnswer([...way])
  }, [busy, over, exercise, way, onAnswer])

  const step = (direction: Direction) => (over ? undefined : go(stepTo(exercise, way, direction)))
  useArrows(step, () => (over ? undefined : back()))

  const left = missing(exercise, way)
  const needsKey = exercise.door !== null && left.includes(exercise.things[0] ?? -1)
  const name = (picture: string) => any(`thing.${picture}`) ?? ''
  const who = name(pictures.who)
  const ask = [
    t('ask', { who, goal: name(pictures.goal) }),
    ...(exercise.things.length > (exercise.door === null ? 0 : 1)
      ? [t('collect', { thing: name(pictures.thing) })]
      : []),
    ...(exercise.door === null ? [] : [t('door')]),
    t('how'),
  ].join(t('between'))
  const says =
    stage === 'shown'
      ? t('shown')
      : way.at(-1) === exercise.goal && left.length > 0
        ? needsKey
          ? t('key-first')
          : t('still', { thing: name(pictures.thing), count: left.length })
        : ''
  useTold(says)
  const walked = stage === 'shown' ? wayIn(exercise, shown) : way
  return (
    <Board className="mazes-board" speak={says || ask} unseen={!says}>
      <div className="maze-row">
        <section className="maze-card">
          <div className="maze-room">
            <Field
              maze={exercise}
              way={walked}
              lit={lit}
              pictures={pictures}
              label={t('maze', { who, steps: walked.length - 1 })}
              over={over}
              onReach={(cell) => go(followed(exercise, way, cell))}
            />
          </div>
        </section>
        <div className="maze-side">
          <Cross who={pictures.who} disabled={over} onStep={step} />
          <p className="soft says" role="status">
            {says && <SpokenText>{says}</SpokenText>}
          </p>
          <Tools giveUp>
            <Pill
              icon="arrow-u-up-left"
              weight="bold"
              label={t('back')}
              disabled={way.length < 2 || over}
              onPress={back}
            />
          </Tools>
        </div>
      </div>
    </Board>
  )
}
