import type { PrintPart } from '#contract/learning.ts'
import type { ActivityRules, Exercise } from '../activity-rules.ts'
import type { LadderState } from '../ladder-rules.ts'
import { isWhole } from '../parsed-rules.ts'
import { taskLadder } from '../task-ladder-rules.ts'
import { faceOnPaper } from './paper-rules.ts'
import { levels, makeTask, stepOf } from './make-rules.ts'
import {
  answerOf,
  type ClockTask,
  type FieldKind,
  fieldsOf,
  keyOf,
  mostIn,
  stopsOf,
  taskOf,
} from './task-rules.ts'
import { faceText, HALF_DAY, hourOf, hourOnFace, minuteOf, partOfDay, timeText } from './time-rules.ts'

/** The answer is a number for each of `fields`; where there is none, the time that the hands show, in minutes from twelve. */
export interface ClockExercise extends Exercise {
  readonly task: ClockTask
  readonly fields: readonly FieldKind[]
  /** Minutes that the long hand clicks into. */
  readonly step: number
}

export type ClockHint =
  /** Minutes round the face, where they matter, and the piece of the face that the short hand goes through in this hour; with the hours of the afternoon inside. */
  | { readonly kind: 'face'; readonly minutes: boolean; readonly hour: number | null; readonly day: boolean }
  /** Jumps over the whole hours; null is what the child is to find. */
  | {
      readonly kind: 'jumps'
      readonly stops: readonly (number | null)[]
      readonly jumps: readonly (number | null)[]
    }

/** What to look at once more. */
export interface ClockSaid {
  readonly look: 'hour' | 'minute' | 'both'
}

/** Reading and setting a clock, how long something takes, the day of 24 hours (L3). */
export const clocks: ActivityRules<LadderState, ClockExercise, ClockHint> = {
  id: 'clocks',
  subject: 'maths',
  grades: { from: 1, to: 3 },
  levels,
  length: 8,
  tries: 2,
  book: { most: 2, when: 'between' },
  ...taskLadder<(typeof levels)[number], ClockTask, ClockExercise>({
    levels,
    makeTask,
    keyOf,
    taskOf,
    exercise: (task, level) => ({
      task,
      fields: fieldsOf(task, level === 'hours'),
      // A time out of the book may be finer than the level where the child stands.
      step: task.kind === 'set' && task.time % stepOf(level) !== 0 ? 1 : stepOf(level),
    }),
  }),

  check({ task, fields }, answer) {
    const right = answerOf(task)
    if (fields.length === 0) {
      if (!isWhole(answer, 0, HALF_DAY - 1)) return { check: 'nothing' }
      return answer === right ? { check: 'right' } : { check: 'wrong', said: look(task, answer) }
    }
    const given = minutesIn(fields, answer)
    if (given === undefined) return { check: 'nothing' }
    // A face does not tell the night from the day: 0 and 12 are the same hour there.
    const same = isOnFace(task) ? given % HALF_DAY === right % HALF_DAY : given === right
    return same ? { check: 'right' } : { check: 'wrong', said: look(task, given) }
  },

  solve: ({ task, fields }) =>
    fields.length === 0
      ? answerOf(task)
      : fields.map((field) =>
          field === 'hour'
            ? hourOnFace(answerOf(task))
            : field === 'hours' || field === 'hour-of-day'
              ? hourOf(answerOf(task))
              : minuteOf(answerOf(task)),
        ),

  hint({ task, level }) {
    switch (task.kind) {
      case 'shift': {
        const end = task.time + task.minutes
        const stops = stopsOf(task.time, end)
        return { kind: 'jumps', stops: [...stops.slice(0, -1), null], jumps: jumpsOf(stops) }
      }
      case 'between':
      case 'trip': {
        const stops = stopsOf(task.from, task.to)
        return { kind: 'jumps', stops, jumps: stops.slice(1).map(() => null) }
      }
      case 'write-day':
      case 'set-day':
        return { kind: 'face', minutes: false, hour: null, day: true }
      case 'read':
      case 'set':
        return { kind: 'face', minutes: level !== 'hours', hour: hourOf(task.time), day: false }
    }
  },

  print({ task, fields }) {
    const time = timeText(answerOf(task))
    const written = fields.flatMap((field): PrintPart[] => [
      { kind: 'blank', width: 3 },
      { kind: 'word', word: `unit.${field}` },
    ])
    const lasted: PrintPart[] = fields.flatMap((field): PrintPart[] => [
      {
        kind: 'text',
        text: `${field === 'hours' ? hourOf(answerOf(task)) : minuteOf(answerOf(task))}`,
      },
      { kind: 'word', word: `unit.${field}` },
    ])
    switch (task.kind) {
      case 'read':
        return {
          ask: [faceOnPaper(task.time), ...written],
          answer: [{ kind: 'text', text: faceText(task.time) }],
        }
      case 'write-day':
        return {
          ask: [faceOnPaper(task.time), { kind: 'word', word: `part.${partOfDay(task.time)}` }, ...written],
          answer: [{ kind: 'text', text: time }],
        }
      case 'set':
      case 'set-day':
        return {
          ask: [
            { kind: 'text', text: task.kind === 'set' ? faceText(task.time) : timeText(task.time) },
            faceOnPaper(null),
          ],
          answer: [faceOnPaper(answerOf(task))],
        }
      case 'shift':
        return {
          ask: [
            faceOnPaper(task.time),
            {
              kind: 'word',
              word: task.minutes > 0 ? 'later' : 'earlier',
              facts: { minutes: Math.abs(task.minutes) },
            },
            ...written,
          ],
          answer: [{ kind: 'text', text: faceText(answerOf(task)) }],
        }
      case 'between':
        return {
          ask: [faceOnPaper(task.from), { kind: 'text', text: '→' }, faceOnPaper(task.to), ...written],
          answer: lasted,
        }
      case 'trip':
        return {
          ask: [{ kind: 'text', text: `${timeText(task.from)} → ${timeText(task.to)}` }, ...written],
          answer: lasted,
        }
    }
  },
}

const isOnFace = ({ kind }: ClockTask): boolean => kind === 'read' || kind === 'shift'

/** Minutes that an answer in fields says; undefined for none. */
function minutesIn(fields: readonly FieldKind[], answer: unknown): number | undefined {
  if (!Array.isArray(answer) || answer.length !== fields.length) return undefined
  const numbers = fields.map((field, at): number | undefined => {
    const number: unknown = answer[at]
    if (!isWhole(number, 0, mostIn[field])) return undefined
    return field === 'minute' || field === 'minutes' ? number : number * 60
  })
  return numbers.reduce(
    (sum, number) => (sum === undefined || number === undefined ? undefined : sum + number),
    0,
  )
}

function look(task: ClockTask, given: number): ClockSaid | undefined {
  if (task.kind === 'between' || task.kind === 'trip') return undefined
  const right = answerOf(task)
  const hour = isOnFace(task) ? hourOnFace(given) === hourOnFace(right) : hourOf(given) === hourOf(right)
  const minute = minuteOf(given) === minuteOf(right)
  return { look: hour ? 'minute' : minute ? 'hour' : 'both' }
}

const jumpsOf = (stops: readonly number[]): readonly number[] =>
  stops.slice(1).map((stop, at) => Math.abs(stop - (stops[at] ?? stop)))
