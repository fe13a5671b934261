import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import type { LadderState } from '../ladder-rules.ts'
import { isWhole } from '../parsed-rules.ts'
import { taskLadder } from '../task-ladder-rules.ts'
import { levels, makeTask } from './make-rules.ts'
import { angleOnPaper, gaugeOnPaper, rectangleOnPaper, rulerOnPaper, squaresOnPaper } from './paper-rules.ts'
import { answerOf, choicesOf, keyOf, type MeasureTask, taskOf, unitOf } from './task-rules.ts'
import { sizes, timesIn, type Unit } from './unit-rules.ts'

/** The answer is a list of one number; for a unit, the place of its card. */
export interface MeasureExercise extends Exercise {
  readonly task: MeasureTask
}

export type MeasureHint =
  /** What is drawn helps by itself: steps on the ruler, the first step of a scale, rows of squares, squares in the rectangle, all its sides, the arc of the angle. */
  | { readonly kind: 'drawn' }
  /** What each unit is about as large as. */
  | { readonly kind: 'about' }
  /** How many of the smaller unit are one of the larger. */
  | { readonly kind: 'times'; readonly larger: Unit; readonly smaller: Unit; readonly times: number }

/** Measuring (L3): length, mass, capacity, perimeter, area, angles. */
export const measures: ActivityRules<LadderState, MeasureExercise, MeasureHint> = {
  id: 'measures',
  subject: 'maths',
  grades: { from: 2, to: 4 },
  levels,
  length: 8,
  tries: 2,
  book: { most: 2, when: 'between' },
  ...taskLadder<(typeof levels)[number], MeasureTask, MeasureExercise>({
    levels,
    makeTask,
    keyOf,
    taskOf,
    exercise: (task) => ({ task }),
  }),

  check({ task }, answer) {
    const given: unknown =
      task.kind === 'unit' ? answer : Array.isArray(answer) && answer.length === 1 ? answer[0] : null
    const most = task.kind === 'unit' ? choicesOf(task).length - 1 : 999_999
    if (!isWhole(given, 0, most)) return { check: 'nothing' }
    return { check: given === answerOf(task) ? 'right' : 'wrong' }
  },

  solve: ({ task }) => (task.kind === 'unit' ? answerOf(task) : [answerOf(task)]),

  hint({ task }) {
    if (task.kind === 'unit') return { kind: 'about' }
    if (task.kind !== 'convert') return { kind: 'drawn' }
    const isDown = sizes[task.from] > sizes[task.to]
    const [larger, smaller] = isDown ? [task.from, task.to] : [task.to, task.from]
    return { kind: 'times', larger, smaller, times: timesIn(larger, smaller) }
  },

  print({ task }) {
    const unit = unitOf(task)
    if (task.kind === 'unit') {
      const units = choicesOf(task)
      return {
        ask: [
          word(`thing.${task.thing}`),
          text(` ${task.number} `),
          { kind: 'blank', width: 3 },
          text('　（'),
          ...units.flatMap((one, at) =>
            at === 0 ? [word(`unit.${one}`)] : [text('、'), word(`unit.${one}`)],
          ),
          text('）'),
        ],
        answer: [word(`unit.${units[answerOf(task)] ?? 'cm'}`)],
      }
    }
    return {
      ask: [...drawn(task), { kind: 'blank', width: 4 }, word(`unit.${unit}`)],
      answer: [text(`${answerOf(task)} `), word(`unit.${unit}`)],
    }
  },
}

const text = (words: string): PrintPart => ({ kind: 'text', text: words })
const word = (name: string): PrintPart => ({ kind: 'word', word: name })

function drawn(task: Exclude<MeasureTask, { kind: 'unit' }>): PrintPart[] {
  switch (task.kind) {
    case 'ruler':
      return [rulerOnPaper(task.from, task.to)]
    case 'convert':
      return [text(`${task.number} `), word(`unit.${task.from}`), text('＝')]
    case 'jug':
    case 'balance':
      return [gaugeOnPaper(task.step, task.value)]
    case 'squares-area':
    case 'squares-perimeter':
      return [squaresOnPaper(task.rows), word(`paper.${task.kind === 'squares-area' ? 'area' : 'perimeter'}`)]
    case 'area':
    case 'perimeter':
      return [rectangleOnPaper(task.sides), word(`paper.${task.kind}`)]
    case 'angle':
      return [angleOnPaper(task.degrees, task.base)]
  }
}
