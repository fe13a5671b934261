import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import type { LadderState } from '../ladder-rules.ts'
import { isWhole } from '../parsed-rules.ts'
import { taskLadder } from '../task-ladder-rules.ts'
import { compared, type Fraction, inCommon } from './fraction-rules.ts'
import { levels, makeTask } from './make-rules.ts'
import { shapeOnPaper } from './paper-rules.ts'
import {
  answerKind,
  answerOf,
  type Field,
  fieldsOf,
  type FractionTask,
  isLike,
  keyOf,
  taskOf,
  toFill,
} from './task-rules.ts'

/** The answer: a number for each of `fields`; places of parts that are filled; the place of a card; the mark of the line, counted from 0. */
export interface FractionExercise extends Exercise {
  readonly task: FractionTask
  readonly fields: readonly Field[]
}

export type FractionHint =
  /** The parts of the shape are counted. */
  | { readonly kind: 'numbered' }
  /** So many parts belong together. */
  | { readonly kind: 'grouped'; readonly size: number }
  /** Both as bars of the same length. */
  | { readonly kind: 'bars'; readonly of: readonly Fraction[] }
  /** Both in parts of the same size, one after the other or one taken from the other; how many there are then is for the child. */
  | {
      readonly kind: 'common'
      readonly parts: number
      readonly first: number
      readonly second: number
      readonly away: boolean
    }
  /** The first mark of the line is named. */
  | { readonly kind: 'first-mark' }
  /** A bar, and the same bar with each part cut into so many. */
  | { readonly kind: 'cut'; readonly of: Fraction; readonly times: number }

/** Fractions (L3): seen, made, compared, on a line, equal, added; and tenths as the first decimals. */
export const fractions: ActivityRules<LadderState, FractionExercise, FractionHint> = {
  id: 'fractions',
  subject: 'maths',
  grades: { from: 3, to: 6 },
  levels,
  length: 8,
  tries: 2,
  book: { most: 2, when: 'between' },
  ...taskLadder<(typeof levels)[number], FractionTask, FractionExercise>({
    levels,
    makeTask,
    keyOf,
    taskOf,
    exercise: (task) => ({ task, fields: fieldsOf(task) }),
  }),

  check({ task, fields }, answer) {
    const given = givenOf(task, fields, answer)
    if (given === undefined) return { check: 'nothing' }
    // Any name of the same fraction is right: a pie of which 2 of 4 pieces are filled is half full, too.
    return { check: compared(given, answerOf(task)) === 0 ? 'right' : 'wrong' }
  },

  solve({ task, fields }) {
    const { numerator, denominator } = answerOf(task)
    switch (answerKind(task)) {
      case 'choice':
        return task.kind === 'compare' && compared(...task.of) > 0 ? 0 : 1
      case 'mark':
        return numerator
      case 'parts':
        return Array.from({ length: toFill(task).count }, (_, at) => at)
      case 'fields':
        return fields.map((field) => (field === 'denominator' ? denominator : numerator))
    }
  },

  hint({ task }) {
    switch (task.kind) {
      case 'shade':
        return task.parts === task.fraction.denominator
          ? { kind: 'numbered' }
          : { kind: 'grouped', size: task.parts / task.fraction.denominator }
      case 'compare':
        return { kind: 'bars', of: task.of }
      case 'add':
      case 'subtract':
        return { kind: 'common', ...inCommon(...task.of), away: task.kind === 'subtract' }
      case 'line':
        return { kind: 'first-mark' }
      case 'equal':
        return { kind: 'cut', of: task.fraction, times: task.times }
      case 'see':
      case 'shade-tenths':
      case 'tenths':
        return { kind: 'numbered' }
    }
  },

  print({ task }) {
    const answer = answerOf(task)
    const solved = [written(answer)]
    switch (task.kind) {
      case 'see':
        return {
          ask: [
            shapeOnPaper(task.shape, answer.denominator, answer.numerator),
            { kind: 'fraction', numerator: '', denominator: '' },
          ],
          answer: solved,
        }
      case 'tenths':
        return {
          ask: [shapeOnPaper('bar', 10, task.count), text('0.'), { kind: 'blank', width: 2 }],
          answer: [text(`0.${task.count}`)],
        }
      case 'shade':
      case 'shade-tenths': {
        const { parts, count } = toFill(task)
        const shape = task.kind === 'shade' ? task.shape : 'bar'
        const asked = task.kind === 'shade' ? written(task.fraction) : text(`0.${task.count}`)
        return { ask: [asked, shapeOnPaper(shape, parts, 0)], answer: [shapeOnPaper(shape, parts, count)] }
      }
      case 'compare':
        return {
          ask: [written(task.of[0]), { kind: 'blank', width: 2 }, written(task.of[1])],
          answer: [text(compared(...task.of) > 0 ? '＞' : '＜')],
        }
      case 'add':
      case 'subtract':
        return {
          ask: [
            written(task.of[0]),
            text(task.kind === 'add' ? '＋' : '－'),
            written(task.of[1]),
            text('＝'),
            { kind: 'fraction', numerator: '', denominator: isLike(task.of) ? `${answer.denominator}` : '' },
          ],
          answer: solved,
        }
      case 'line':
        return {
          ask: [written(task.fraction), lineOnPaper(task.fraction.denominator, task.units, null)],
          answer: [lineOnPaper(task.fraction.denominator, task.units, answer.numerator)],
        }
      case 'equal':
        return {
          ask: [
            written(task.fraction),
            text('＝'),
            {
              kind: 'fraction',
              numerator: task.find === 'numerator' ? '' : `${answer.numerator}`,
              denominator: task.find === 'denominator' ? '' : `${answer.denominator}`,
            },
          ],
          answer: solved,
        }
    }
  },
}

/** The fraction that an answer says; undefined for none. */
function givenOf(task: FractionTask, fields: readonly Field[], answer: unknown): Fraction | undefined {
  const right = answerOf(task)
  switch (answerKind(task)) {
    case 'choice':
      return task.kind === 'compare' && isWhole(answer, 0, 1) ? task.of[answer] : undefined
    case 'mark': {
      const most = task.kind === 'line' ? right.denominator * task.units : 0
      return isWhole(answer, 0, most) ? { ...right, numerator: answer } : undefined
    }
    case 'parts': {
      if (!Array.isArray(answer) || answer.length === 0) return undefined
      const { parts } = toFill(task)
      const filled = new Set(answer.filter((at) => isWhole(at, 0, parts - 1)))
      return filled.size === answer.length ? { numerator: filled.size, denominator: parts } : undefined
    }
    case 'fields': {
      const numbers: readonly unknown[] = Array.isArray(answer) ? answer : []
      const whole = numbers.filter((number): number is number => isWhole(number, 0, 999))
      if (numbers.length !== fields.length || whole.length !== fields.length) return undefined
      const at = (field: Field) => whole[fields.indexOf(field)]
      const numerator = at('numerator') ?? at('tenths') ?? right.numerator
      const denominator = at('denominator') ?? right.denominator
      return denominator === 0 ? undefined : { numerator, denominator }
    }
  }
}

const text = (words: string): PrintPart => ({ kind: 'text', text: words })
const written = ({ numerator, denominator }: Fraction): PrintPart => ({
  kind: 'fraction',
  numerator: `${numerator}`,
  denominator: `${denominator}`,
})

/** A line with marks; one of them with a dot, unless null. */
function lineOnPaper(parts: number, units: number, mark: number | null): PrintPart {
  const all = parts * units
  const x = (at: number) => Math.round((10 + (at * 240) / all) * 10) / 10
  const marks = Array.from({ length: all + 1 }, (_, at) => `M${x(at)} ${at % parts === 0 ? 8 : 13}V27`)
  const labels = Array.from({ length: units + 1 }, (_, unit) => ({
    x: x(unit * parts),
    y: 40,
    size: 14,
    text: `${unit}`,
  }))
  return {
    kind: 'drawing',
    width: 260,
    height: 50,
    paths: [
      { d: `M10 20H250${marks.join('')}`, stroke: 2 },
      ...(mark === null ? [] : [{ d: `M${x(mark)} 15a5 5 0 1 1-.1 0Z`, fill: true }]),
    ],
    labels,
  }
}
