import { useState } from 'react'
import { type FractionTask, toFill } from '#core/learning/fractions/task-rules.ts'
import { AnswerSide } from '../frame/answer-side.tsx'
import { CardAndPad, Says, Tools } from '../frame/parts.tsx'
import { question } from './ask-rules.ts'
import { Frac } from './bars.tsx'
import { Figure } from './figure.tsx'
import type { FractionProps } from './props.ts'
import { useFractionsWords } from './words.ts'

type Task = Extract<FractionTask, { kind: 'shade' | 'shade-tenths' }>

/** Parts are filled by a tap, and emptied by another. */
export function Shade({
  task,
  hint,
  shown,
  progress,
  busy,
  stage,
  onAnswer,
  onKeep,
  onTouched,
}: FractionProps & { readonly task: Task }) {
  const { t } = useFractionsWords()
  const { parts } = toFill(task)
  const [mine, setMine] = useState(() => partsIn(progress, parts))
  const toggle = (at: number) => {
    if (busy) return
    const next = mine.includes(at) ? mine.filter((part) => part !== at) : [...mine, at]
    setMine(next)
    onKeep(next)
    onTouched()
  }
  const ask = question(t, task)
  return (
    <CardAndPad
      className="fractions"
      tools={<Tools speak={ask} />}
      pad={
        <AnswerSide ask={ask} empty={mine.length === 0} onDone={() => onAnswer(mine)}>
          {task.kind === 'shade' ? <Frac {...task.fraction} /> : `0.${task.count}`}
        </AnswerSide>
      }
    >
      <div className="fraction-body">
        <Figure
          shape={task.kind === 'shade' ? task.shape : 'bar'}
          parts={parts}
          filled={stage === 'shown' ? partsIn(shown, parts) : mine}
          numbered={hint?.kind === 'numbered'}
          group={hint?.kind === 'grouped' ? hint.size : 0}
          onToggle={toggle}
        />
      </div>
      <Says wrong={t('wrong-shade')} shown={t('shown')} />
    </CardAndPad>
  )
}

/** Parts, each once, as far as they can be believed. */
function partsIn(value: unknown, count: number): readonly number[] {
  if (!Array.isArray(value)) return []
  const known = value.filter((at): at is number => Number.isInteger(at) && at >= 0 && at < count)
  return [...new Set(known)]
}
