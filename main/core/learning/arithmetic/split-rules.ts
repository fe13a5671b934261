import { assertNever } from '#core/kernel/assert-never.ts'
import { type Operator, apply, decimalText, ratioOf, termFrom, termText } from './number-rules.ts'
import type { Question } from './question-rules.ts'

/** A small sum on the way to the answer, as it is written. */
export interface Line {
  readonly left: string
  readonly operator: Operator
  readonly right: string
  readonly result: string
}

/**
 * A sum of two terms in steps that a child can do in the head. The result of the last line is the answer, so a screen
 * that draws the lines leaves that one blank.
 */
export function splitsOf(question: Question): readonly Line[] {
  const [first, second] = question.terms
  const operator = question.operators[0]
  if (!first || !second || !operator) return []
  const asked = { left: termText(first), operator, right: termText(second), result: answerText(question) }
  if (first.kind === 'fraction' || second.kind === 'fraction') {
    const units = [first, second].map((term) => (term.kind === 'fraction' ? term.numerator : term.units))
    return [line(units[0] ?? 0, operator, units[1] ?? 0), asked]
  }
  if (first.places === 0 && second.places === 0 && !question.answer.includes('.')) {
    return ending(wholeLines(first.units, operator, second.units), asked)
  }
  if (second.units >= 10 && /^10+$/.test(asked.right)) return ending(pointLines(asked), asked)
  // 0.85 + 0.37 is 85 + 37 hundredths; a product needs no common unit, and neither does sharing out (2.4 ÷ 4)
  const common = operator === 'multiply' || second.places === 0 ? null : Math.max(first.places, second.places)
  const [left, right] = [first, second].map(
    (term) => term.units * 10 ** ((common ?? term.places) - term.places),
  )
  const addsWhole = (operator === 'add' || operator === 'subtract') && common === null
  const scale = addsWhole ? 10 ** first.places : 1
  return [...wholeLines(left ?? 0, operator, (right ?? 0) * scale), asked]
}

/** An answer with its denominator, where it has one. */
export function answerText({ answer, over }: Pick<Question, 'answer' | 'over'>): string {
  return over === null ? answer : `${answer}/${over}`
}

function ending(lines: readonly Line[], asked: Line): readonly Line[] {
  const last = lines.at(-1)
  return last && last.result === asked.result ? lines : [...lines, asked]
}

function wholeLines(left: number, operator: Operator, right: number): readonly Line[] {
  switch (operator) {
    case 'add':
      return addLines(Math.max(left, right), Math.min(left, right))
    case 'subtract':
      return subtractLines(left, right)
    case 'multiply':
      return multiplyLines(left, right)
    case 'divide':
      return divideLines(left, right)
    default:
      return assertNever(operator)
  }
}

function addLines(left: number, right: number): readonly Line[] {
  const scale = sharedZeros(left, right)
  if (scale > 1) return scaled(left, 'add', right, scale, scale)
  const ones = left % 10
  if (right > 10) return inPlaces(left, 'add', right)
  if (ones + right > 10 && left > 10) return inParts(left, 'add', [10 - ones, right - (10 - ones)])
  if (ones === 0 || left < 10) return [line(left, 'add', right)]
  return [line(ones, 'add', right), line(left - ones, 'add', ones + right)]
}

function subtractLines(left: number, right: number): readonly Line[] {
  const scale = sharedZeros(left, right)
  if (scale > 1) return scaled(left, 'subtract', right, scale, scale)
  const ones = left % 10
  if (right > 10) return inPlaces(left, 'subtract', right)
  if (ones < right && ones > 0 && left > 10) return inParts(left, 'subtract', [ones, right - ones])
  if (ones < right || left < 10) return [line(left, 'subtract', right)]
  return [line(ones, 'subtract', right), line(left - ones, 'add', ones - right)]
}

function multiplyLines(left: number, right: number): readonly Line[] {
  const [many, one] = places(left).length > 1 ? [left, right] : [right, left]
  const parts = places(many)
  if (parts.length > 1) return summedUp(parts.map((part) => line(part, 'multiply', one)))
  return scaled(left, 'multiply', right, zeros(left), zeros(right))
}

function divideLines(left: number, right: number): readonly Line[] {
  const quotient = left / right
  const parts = Number.isInteger(quotient) ? places(quotient) : []
  if (parts.length > 1) return summedUp(parts.map((part) => line(part * right, 'divide', right)))
  const scale = sharedZeros(left, right)
  return scaled(
    left,
    'divide',
    right,
    zeros(left) > 1 && zeros(quotient) > 1 ? zeros(quotient) * scale : scale,
    scale,
  )
}

/** × 100 is × 10 twice; × 10 is learnt on 0.1 (or ÷ 10 on 1). */
function pointLines({ left, operator, right }: Line): readonly Line[] {
  if (right === '10') return [textLine(operator === 'multiply' ? '0.1' : '1', operator, '10')]
  const half = textLine(left, operator, '10')
  return [half, textLine(half.result, operator, '10')]
}

/** Without the shared zeros first, then as asked: 3 + 2, then 30 + 20. */
function scaled(
  left: number,
  operator: Operator,
  right: number,
  one: number,
  other: number,
): readonly Line[] {
  const asked = line(left, operator, right)
  return one === 1 && other === 1 ? [asked] : [line(left / one, operator, right / other), asked]
}

/** 47 + 25: the tens of 25 first, then its ones. 25 + 20: the tens of both, then the ones of 25. */
function inPlaces(left: number, operator: 'add' | 'subtract', right: number): readonly Line[] {
  const parts = places(right)
  const [part = 0] = parts
  const rest = left % zeros(part)
  if (parts.length > 1 || rest === 0 || left - rest < part) return inParts(left, operator, parts)
  const upper = line(left - rest, operator, part)
  return [upper, line(Number(upper.result), 'add', rest)]
}

function inParts(left: number, operator: 'add' | 'subtract', parts: readonly number[]): readonly Line[] {
  let reached = left
  return parts.map((part) => {
    const next = line(reached, operator, part)
    reached = Number(next.result)
    return next
  })
}

function summedUp(lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines.map(({ result }) => Number(result))
  return [...lines, ...inParts(first ?? 0, 'add', rest)]
}

/** 345 is 300, 40 and 5. */
function places(value: number): readonly number[] {
  const digits = Array.from(String(value))
  return digits
    .map((digit, index) => Number(digit) * 10 ** (digits.length - 1 - index))
    .filter((part) => part > 0)
}

/** The power of ten that ends the number: 100 for 300, 1 for 25. */
function zeros(value: number): number {
  return value > 0 && value % 10 === 0 ? 10 * zeros(value / 10) : 1
}

const sharedZeros = (left: number, right: number): number => Math.min(zeros(left), zeros(right))

const line = (left: number, operator: Operator, right: number): Line =>
  textLine(String(left), operator, String(right))

function textLine(left: string, operator: Operator, right: string): Line {
  const [one, other] = [termFrom(left), termFrom(right)]
  const value = one && other && apply(ratioOf(one), operator, ratioOf(other))
  const result = value && decimalText(value)
  if (!result) throw new Error(`A hint's line has no written result: ${left} ${operator} ${right}`)
  return { left, operator, right, result }
}
