import { isThing, isUnit, kindOf, type Thing, things, timesIn, type Unit } from './unit-rules.ts'

export type MeasureTask =
  /** How long is what lies from one mark of a ruler, in cm, to another? */
  | { readonly kind: 'ruler'; readonly from: number; readonly to: number }
  /** Which unit belongs to the number? */
  | { readonly kind: 'unit'; readonly thing: Thing; readonly number: number }
  /** The same in another unit. */
  | { readonly kind: 'convert'; readonly number: number; readonly from: Unit; readonly to: Unit }
  /** What a jug or a balance shows, ten steps high. */
  | { readonly kind: 'jug' | 'balance'; readonly step: number; readonly value: number }
  /** Squares of one cm in rows that begin at the same edge. */
  | { readonly kind: 'squares-area' | 'squares-perimeter'; readonly rows: readonly number[] }
  /** A rectangle by its sides, in cm. */
  | { readonly kind: 'area' | 'perimeter'; readonly sides: readonly [number, number] }
  /** An angle under a protractor; its base lies to the right or to the left. */
  | { readonly kind: 'angle'; readonly base: 'right' | 'left'; readonly degrees: number }

/** The name of a task, for the book of mistakes. */
export function keyOf(task: MeasureTask): string {
  switch (task.kind) {
    case 'ruler':
      return `ruler ${task.from} ${task.to}`
    case 'unit':
      return `unit ${task.thing} ${task.number}`
    case 'convert':
      return `convert ${task.number} ${task.from} ${task.to}`
    case 'jug':
    case 'balance':
      return `${task.kind} ${task.step} ${task.value}`
    case 'squares-area':
    case 'squares-perimeter':
      return `${task.kind} ${task.rows.join(' ')}`
    case 'area':
    case 'perimeter':
      return `${task.kind} ${task.sides.join(' ')}`
    case 'angle':
      return `angle ${task.base} ${task.degrees}`
  }
}

const wholeOf = (text: string | undefined, from: number, to: number): number | undefined => {
  const number = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return number >= from && number <= to && `${number}` === text ? number : undefined
}

/** The task of a name; null for what is none. */
export function taskOf(key: string): MeasureTask | null {
  const [kind = '', ...words] = key.split(' ')
  const [first = '', second, third] = words
  switch (kind) {
    case 'ruler': {
      const [from, to] = [wholeOf(first, 0, 14), wholeOf(second, 1, 15)]
      return words.length === 2 && from !== undefined && to !== undefined && from < to
        ? { kind, from, to }
        : null
    }
    case 'unit': {
      if (words.length !== 2 || !isThing(first)) return null
      const number = wholeOf(second, things[first][1], things[first][2])
      return number === undefined ? null : { kind, thing: first, number }
    }
    case 'convert':
      return words.length === 3 ? convertOf(wholeOf(first, 1, 99_000), second ?? '', third ?? '') : null
    case 'jug':
    case 'balance': {
      const step = wholeOf(first, 1, 100)
      const value = step === undefined ? undefined : wholeOf(second, step, step * 10)
      const sound = words.length === 2 && step !== undefined && value !== undefined && value % step === 0
      return sound ? { kind, step, value } : null
    }
    case 'squares-area':
    case 'squares-perimeter': {
      const rows = words.map((word) => wholeOf(word, 1, 9))
      const sound = rows.filter((row): row is number => row !== undefined)
      return sound.length === words.length && sound.length > 0 && sound.length <= 5
        ? { kind, rows: sound }
        : null
    }
    case 'area':
    case 'perimeter': {
      const [one, other] = [wholeOf(first, 1, 99), wholeOf(second, 1, 99)]
      return words.length === 2 && one !== undefined && other !== undefined
        ? { kind, sides: [one, other] }
        : null
    }
    case 'angle': {
      const degrees = wholeOf(second, 5, 175)
      const sound = words.length === 2 && (first === 'right' || first === 'left') && degrees !== undefined
      return sound ? { kind, base: first, degrees } : null
    }
    default:
      return null
  }
}

function convertOf(number: number | undefined, from: string, to: string): MeasureTask | null {
  if (number === undefined || !isUnit(from) || !isUnit(to) || from === to || !kindOf(from).includes(to))
    return null
  const answer = number * timesIn(from, to)
  return Number.isInteger(answer) && answer <= 99_000 ? { kind: 'convert', number, from, to } : null
}

/** The number that is asked for; for a unit its place among those of its kind. */
export function answerOf(task: MeasureTask): number {
  switch (task.kind) {
    case 'ruler':
      return task.to - task.from
    case 'unit':
      return choicesOf(task).findIndex((unit) => unit === things[task.thing][0])
    case 'convert':
      return task.number * timesIn(task.from, task.to)
    case 'jug':
    case 'balance':
      return task.value
    case 'squares-area':
      return task.rows.reduce((sum, row) => sum + row, 0)
    case 'squares-perimeter':
      return around(task.rows)
    case 'area':
      return task.sides[0] * task.sides[1]
    case 'perimeter':
      return 2 * (task.sides[0] + task.sides[1])
    case 'angle':
      return task.degrees
  }
}

/** Both ends of each row, and what sticks out above and below it. */
function around(rows: readonly number[]): number {
  const flat = rows.map((row, at) => Math.abs(row - (rows[at - 1] ?? 0)))
  return 2 * rows.length + flat.reduce((sum, edge) => sum + edge, 0) + (rows.at(-1) ?? 0)
}

export type ChosenUnit = 'cm' | 'm' | 'km' | 'g' | 'kg' | 't'

/** Units to choose from, far enough from each other. */
export const choicesOf = ({ thing }: { readonly thing: Thing }): readonly ChosenUnit[] =>
  kindOf(things[thing][0]).includes('m') ? ['cm', 'm', 'km'] : ['g', 'kg', 't']

/** What the number of an answer counts; null for a choice. */
export function unitOf(task: MeasureTask): Unit | 'square-cm' | 'degree' | null {
  switch (task.kind) {
    case 'unit':
      return null
    case 'convert':
      return task.to
    case 'jug':
      return 'mL'
    case 'balance':
      return 'kg'
    case 'squares-area':
    case 'area':
      return 'square-cm'
    case 'angle':
      return 'degree'
    case 'perimeter':
    case 'ruler':
    case 'squares-perimeter':
      return 'cm'
  }
}
