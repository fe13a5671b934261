import { compared, type Fraction, fractionOf, fractionText, inCommon, lowest } from './fraction-rules.ts'

export type Shape = 'pie' | 'bar'

export type FractionTask =
  /** Which part is filled? */
  | { readonly kind: 'see'; readonly shape: Shape; readonly fraction: Fraction }
  /** Fill so much of a shape that is cut into `parts`: as many as the fraction says, or a multiple. */
  | { readonly kind: 'shade'; readonly shape: Shape; readonly fraction: Fraction; readonly parts: number }
  /** The larger of two. */
  | { readonly kind: 'compare'; readonly of: readonly [Fraction, Fraction] }
  | { readonly kind: 'add' | 'subtract'; readonly of: readonly [Fraction, Fraction] }
  /** Tenths of a bar as a decimal. */
  | { readonly kind: 'tenths'; readonly count: number }
  /** A decimal as tenths of a bar. */
  | { readonly kind: 'shade-tenths'; readonly count: number }
  /** Which mark of a line from 0 to `units`? Each unit is cut as the fraction says. */
  | { readonly kind: 'line'; readonly fraction: Fraction; readonly units: number }
  /** The same fraction over another denominator, or under another numerator. */
  | {
      readonly kind: 'equal'
      readonly fraction: Fraction
      readonly times: number
      readonly find: 'numerator' | 'denominator'
    }

/** The name of a task, for the book of mistakes. */
export function keyOf(task: FractionTask): string {
  switch (task.kind) {
    case 'see':
      return `see ${task.shape} ${fractionText(task.fraction)}`
    case 'shade':
      return `shade ${task.shape} ${fractionText(task.fraction)} ${task.parts}`
    case 'compare':
    case 'add':
    case 'subtract':
      return `${task.kind} ${task.of.map(fractionText).join(' ')}`
    case 'tenths':
    case 'shade-tenths':
      return `${task.kind} ${task.count}`
    case 'line':
      return `line ${fractionText(task.fraction)} ${task.units}`
    case 'equal':
      return `equal-${task.find} ${fractionText(task.fraction)} ${task.times}`
  }
}

/** Parts that a shape can be cut into and still be tapped. */
export const MOST_PARTS = 12

const isShape = (text: string): text is Shape => text === 'pie' || text === 'bar'
const numberOf = (text: string | undefined, most: number): number | undefined =>
  text !== undefined && /^[1-9]\d?$/.test(text) && Number(text) <= most ? Number(text) : undefined

/** The task of a name; null for what is none, or has no answer. */
export function taskOf(key: string): FractionTask | null {
  const words = key.split(' ')
  const [kind = '', first = '', second = '', third] = words
  switch (kind) {
    case 'see': {
      const fraction = fractionOf(second)
      const sound = words.length === 3 && isShape(first) && fraction && isProper(fraction)
      return sound ? { kind, shape: first, fraction } : null
    }
    case 'shade': {
      const [fraction, parts] = [fractionOf(second), numberOf(third, MOST_PARTS)]
      const sound = words.length === 4 && isShape(first) && fraction && parts && isProper(fraction)
      return sound && parts % fraction.denominator === 0 ? { kind, shape: first, fraction, parts } : null
    }
    case 'compare':
    case 'add':
    case 'subtract':
      return words.length === 3 ? pairOf(kind, fractionOf(first), fractionOf(second)) : null
    case 'tenths':
    case 'shade-tenths': {
      const count = numberOf(first, 9)
      return words.length === 2 && count ? { kind, count } : null
    }
    case 'line': {
      const [fraction, units] = [fractionOf(first), numberOf(second, 2)]
      if (words.length !== 3 || !fraction || !units) return null
      const { numerator, denominator } = fraction
      return denominator <= 10 && numerator < denominator * units ? { kind, fraction, units } : null
    }
    case 'equal-numerator':
    case 'equal-denominator': {
      const [fraction, times] = [fractionOf(first), numberOf(second, 9)]
      const sound = words.length === 3 && fraction && times && times > 1 && isProper(fraction)
      if (!sound || fraction.denominator * times > 99) return null
      return {
        kind: 'equal',
        fraction,
        times,
        find: kind === 'equal-numerator' ? 'numerator' : 'denominator',
      }
    }
    default:
      return null
  }
}

const isProper = ({ numerator, denominator }: Fraction): boolean =>
  numerator < denominator && denominator <= MOST_PARTS

function pairOf(
  kind: 'compare' | 'add' | 'subtract',
  one: Fraction | undefined,
  other: Fraction | undefined,
): FractionTask | null {
  if (!one || !other || !isProper(one) || !isProper(other)) return null
  if (compared(one, other) === 0 || (kind === 'subtract' && compared(one, other) < 0)) return null
  const { parts, first, second } = inCommon(one, other)
  // A bar shows no more than one whole.
  return kind === 'add' && first + second > parts ? null : { kind, of: [one, other] }
}

export type AnswerKind = 'fields' | 'parts' | 'choice' | 'mark'

export function answerKind({ kind }: FractionTask): AnswerKind {
  if (kind === 'shade' || kind === 'shade-tenths') return 'parts'
  return kind === 'compare' ? 'choice' : kind === 'line' ? 'mark' : 'fields'
}

export type Field = 'numerator' | 'denominator' | 'tenths'

export const isLike = ([one, other]: readonly [Fraction, Fraction]): boolean =>
  one.denominator === other.denominator

/** What is written; none where parts, a card or a mark are the answer. */
export function fieldsOf(task: FractionTask): readonly Field[] {
  switch (task.kind) {
    case 'see':
      return ['numerator', 'denominator']
    case 'add':
    case 'subtract':
      return isLike(task.of) ? ['numerator'] : ['numerator', 'denominator']
    case 'equal':
      return [task.find]
    case 'tenths':
      return ['tenths']
    case 'compare':
    case 'line':
    case 'shade':
    case 'shade-tenths':
      return []
  }
}

/** The fraction that the answer is: as it is written where the denominator is given, else in the smallest numbers. */
export function answerOf(task: FractionTask): Fraction {
  switch (task.kind) {
    case 'add':
    case 'subtract': {
      const { parts, first, second } = inCommon(...task.of)
      const numerator = task.kind === 'add' ? first + second : first - second
      const sum = { numerator, denominator: parts }
      return isLike(task.of) ? sum : lowest(sum)
    }
    case 'compare':
      return compared(...task.of) > 0 ? task.of[0] : task.of[1]
    case 'tenths':
    case 'shade-tenths':
      return { numerator: task.count, denominator: 10 }
    case 'equal':
      return {
        numerator: task.fraction.numerator * task.times,
        denominator: task.fraction.denominator * task.times,
      }
    case 'line':
    case 'see':
    case 'shade':
      return task.fraction
  }
}

/** Parts of the shape that is filled, and how many are to be. */
export function toFill(task: FractionTask): { readonly parts: number; readonly count: number } {
  const { numerator, denominator } = answerOf(task)
  const parts = task.kind === 'shade' ? task.parts : denominator
  return { parts, count: (numerator * parts) / denominator }
}
