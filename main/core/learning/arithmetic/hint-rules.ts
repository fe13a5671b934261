import { assertNever } from '#core/kernel/assert-never.ts'
import { type Operator, type Step, type Term, decimalText, stepsOf } from './number-rules.ts'
import type { Question } from './question-rules.ts'
import { type Line, splitsOf } from './split-rules.ts'

/** One place of a ten-frame: a dot of the first number, of the second, one taken away, or nothing. */
export type Dot = 'first' | 'second' | 'taken' | 'empty'

/** A picture that helps, as data. It leads to the answer and does not print it. */
export type Hint =
  /** Ten dots a frame, two rows of five: 8 + 7 shows 8 and 2 in the first frame and 5 in the second. */
  | { readonly kind: 'ten-frames'; readonly frames: readonly (readonly Dot[])[] }
  /** Rows of dots and counting in steps: 3 × 4 is 4, 8, 12. For 12 ÷ 4: how many fours make twelve. */
  | {
      readonly kind: 'array'
      readonly rows: number
      readonly columns: number
      readonly counts: readonly number[]
    }
  /** A bar of equal parts. `first` are coloured; `second` come on (add) or are taken (subtract). */
  | {
      readonly kind: 'bar'
      readonly parts: number
      readonly first: number
      readonly second: number
      readonly operator: 'add' | 'subtract'
    }
  /** The sum in smaller steps; the last result is the answer and is drawn blank. */
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }

/** The hint for a question. Every question has one. */
export function hintFor(question: Question): Hint {
  const steps = stepsOf(question.terms, question.operators) ?? []
  const [operator, [first, second]] = [question.operators[0], question.terms]
  if (question.operators.length > 1 || !operator || !first || !second) {
    return { kind: 'lines', lines: steps.map((step) => lineOf(step, question.over)) }
  }
  return simpleHint(question, first, operator, second) ?? { kind: 'lines', lines: splitsOf(question) }
}

function simpleHint(question: Question, first: Term, operator: Operator, second: Term): Hint | null {
  if (first.kind === 'fraction' && second.kind === 'fraction') {
    if (operator !== 'add' && operator !== 'subtract') return null
    const parts = first.denominator
    return { kind: 'bar', parts, first: first.numerator, second: second.numerator, operator }
  }
  if (first.kind === 'fraction' || second.kind === 'fraction') return null
  if (first.places > 0 || second.places > 0 || question.answer.includes('.')) return null
  const [left, right] = [first.units, second.units]
  switch (operator) {
    case 'add':
      return left + right <= 20 ? { kind: 'ten-frames', frames: added(left, right) } : null
    case 'subtract':
      return left <= 20 ? { kind: 'ten-frames', frames: taken(left, right) } : null
    case 'multiply':
      return left <= 9 && right <= 9 ? arrayOf(left, right) : null
    case 'divide':
      return right <= 9 && left <= right * 9 ? arrayOf(left / right, right) : null
    default:
      return assertNever(operator)
  }
}

/** Make ten first (凑十法): the first frame fills before the second begins. */
function added(first: number, second: number): readonly (readonly Dot[])[] {
  return framesOf([...dots('first', first), ...dots('second', second)])
}

/** Back through ten (平十法): what is taken goes from the end, so the ones of the teens go first. */
function taken(from: number, away: number): readonly (readonly Dot[])[] {
  return framesOf([...dots('first', from - away), ...dots('taken', away)])
}

function framesOf(filled: readonly Dot[]): readonly (readonly Dot[])[] {
  const frames = filled.length > 10 ? 2 : 1
  return Array.from({ length: frames }, (_, frame) => {
    const row = filled.slice(frame * 10, frame * 10 + 10)
    return [...row, ...dots('empty', 10 - row.length)]
  })
}

const dots = (dot: Dot, count: number): readonly Dot[] => Array.from({ length: count }, () => dot)

function arrayOf(rows: number, columns: number): Hint {
  return {
    kind: 'array',
    rows,
    columns,
    counts: Array.from({ length: rows }, (_, row) => (row + 1) * columns),
  }
}

function lineOf(step: Step, over: number | null): Line {
  const text = (value: Step['result']) => textOf(value, over)
  return {
    left: text(step.left),
    operator: step.operator,
    right: text(step.right),
    result: text(step.result),
  }
}

function textOf(value: Step['result'], over: number | null): string {
  if (over === null) {
    const text = decimalText(value)
    if (text === null) throw new Error('A step of a sum has no written value')
    return text
  }
  return `${(value.numerator * over) / value.denominator}/${over}`
}
