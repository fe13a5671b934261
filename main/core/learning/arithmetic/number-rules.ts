import { assertNever } from '#core/kernel/assert-never.ts'

/** The four operations, as words so that they can be spoken, printed and drawn. */
export type Operator = 'add' | 'subtract' | 'multiply' | 'divide'

/**
 * A number as a child sees it. `number` is `units / 10^places` (12 with 1 place is 1.2); places 0 to 2.
 * A fraction is written as it stands, never reduced.
 */
export type Term =
  | { readonly kind: 'number'; readonly units: number; readonly places: number }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }

/** An exact value; floating point would make 0.1 + 0.2 a wrong answer. The denominator is above 0. */
export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** The exact value of a term. */
export function ratioOf(term: Term): Ratio {
  return term.kind === 'number'
    ? { numerator: term.units, denominator: 10 ** term.places }
    : { numerator: term.numerator, denominator: term.denominator }
}

/** Applies one operation exactly; null for a division by zero. */
export function apply(left: Ratio, operator: Operator, right: Ratio): Ratio | null {
  switch (operator) {
    case 'add':
      return reduced(
        left.numerator * right.denominator + right.numerator * left.denominator,
        left.denominator * right.denominator,
      )
    case 'subtract':
      return reduced(
        left.numerator * right.denominator - right.numerator * left.denominator,
        left.denominator * right.denominator,
      )
    case 'multiply':
      return reduced(left.numerator * right.numerator, left.denominator * right.denominator)
    case 'divide':
      return right.numerator === 0
        ? null
        : reduced(left.numerator * right.denominator, left.denominator * right.numerator)
    default:
      return assertNever(operator)
  }
}

/** One operation as it is done: which operator (its place in the question), on what, with what result. */
export interface Step {
  readonly index: number
  readonly left: Ratio
  readonly operator: Operator
  readonly right: Ratio
  readonly result: Ratio
}

/** The operations in the order of the school's rule (× and ÷ first, else from left to right); null for a division by zero. */
export function stepsOf(terms: readonly Term[], operators: readonly Operator[]): readonly Step[] | null {
  const values = terms.map(ratioOf)
  const open = operators.map((operator, index) => ({ operator, index }))
  const steps: Step[] = []
  while (open.length > 0) {
    const strong = open.findIndex(({ operator }) => operator === 'multiply' || operator === 'divide')
    const at = Math.max(0, strong)
    const [left, right, next] = [values[at], values[at + 1], open[at]]
    if (!left || !right || !next) return null
    const result = apply(left, next.operator, right)
    if (!result) return null
    steps.push({ index: next.index, left, operator: next.operator, right, result })
    values.splice(at, 2, result)
    open.splice(at, 1)
  }
  return steps
}

/** Decimal places that write the value exactly, 0 to 2; null if two are not enough (1/3, 0.125). */
export function placesOf({ numerator, denominator }: Ratio): number | null {
  for (const places of [0, 1, 2]) if ((numerator * 10 ** places) % denominator === 0) return places
  return null
}

/** The value as a child would type it: "15", "0.8"; null if two decimal places are not enough. */
export function decimalText(ratio: Ratio): string | null {
  const places = placesOf(ratio)
  if (places === null) return null
  const units = (ratio.numerator * 10 ** places) / ratio.denominator
  return termText({ kind: 'number', units, places })
}

/** A term as written in one line: "8", "0.05", "2/7". */
export function termText(term: Term): string {
  if (term.kind === 'fraction') return `${term.numerator}/${term.denominator}`
  if (term.places === 0) return String(term.units)
  const digits = String(term.units).padStart(term.places + 1, '0')
  return `${digits.slice(0, -term.places)}.${digits.slice(-term.places)}`
}

/** Reads what `termText` writes; null for anything else. */
export function termFrom(text: string): Term | null {
  const fraction = /^(\d{1,3})\/([1-9]\d{0,2})$/.exec(text)
  if (fraction) return { kind: 'fraction', numerator: Number(fraction[1]), denominator: Number(fraction[2]) }
  const number = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text)
  if (!number) return null
  const decimals = number[2] ?? ''
  return { kind: 'number', units: Number(`${number[1]}${decimals}`), places: decimals.length }
}

function reduced(numerator: number, denominator: number): Ratio {
  const divisor = greatestCommonDivisor(Math.abs(numerator), denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? Math.max(1, left) : greatestCommonDivisor(right, left % right)
}
