import { type Operator, type Ratio, type Term, placesOf, ratioOf, stepsOf } from './number-rules.ts'
import { type Random, pick } from '../random-rules.ts'

/** Which numbers may stand at one place of a sum: `from` to `to` in steps of `step` (1), read as units of 10^-places (0). */
export interface Span {
  readonly from: number
  readonly to: number
  readonly step?: number
  readonly places?: number
  /** The numbers are numerators over the recipe's denominators. */
  readonly fraction?: true
}

/** What a sum of a level looks like. Every step of the sum stays at 0 or above. */
export interface Recipe {
  readonly operators: readonly Operator[]
  readonly spans: readonly Span[]
  /** Smallest and largest answer, as plain numbers. */
  readonly result: readonly [number, number]
  /** Whether some column carries (+, ×) or borrows (−); left out: both are asked. */
  readonly carry?: 'never' | 'always'
  /** Decimal places that any step may need: 0 unless said. */
  readonly places?: number
  /** Denominators of the fractions; the answer is then a numerator over the same one. */
  readonly denominators?: readonly number[]
  /** Asks 3 × 12 as well as 12 × 3. */
  readonly bothOrders?: true
}

/** A sum without its level. */
export interface Expression {
  readonly terms: readonly Term[]
  readonly operators: readonly Operator[]
}

/** Every sum that a recipe allows, in a fixed order; at most some thousands. */
export function expressionsOf(recipe: Recipe): readonly Expression[] {
  const found: Expression[] = []
  for (const denominator of recipe.denominators ?? [1]) {
    for (const terms of combinations(recipe.spans.map((span) => termsOf(span, denominator)))) {
      if (!fits(recipe, terms, denominator)) continue
      found.push({ terms, operators: recipe.operators })
      if (recipe.bothOrders && !sameValue(terms)) {
        found.push({ terms: terms.toReversed(), operators: recipe.operators })
      }
    }
  }
  return found
}

/**
 * One throw of the dice: a sum of the recipe, or null if these numbers make none. Listing every sum of a level first
 * took 180 ms on a busy machine, in the process that also routes every tap.
 */
export function throwFor(recipe: Recipe, random: Random): Expression | null {
  const denominator = pick(recipe.denominators ?? [1], random) ?? 1
  const terms: Term[] = []
  for (const span of recipe.spans) {
    const step = span.step ?? 1
    const last = Math.floor((span.to - span.from) / step)
    const term = termOf(
      span,
      span.from + step * Math.min(last, Math.floor(random() * (last + 1))),
      denominator,
    )
    if (!term) return null
    terms.push(term)
  }
  if (!fits(recipe, terms, denominator)) return null
  const turned = recipe.bothOrders && random() < 0.5
  return { terms: turned ? terms.toReversed() : terms, operators: recipe.operators }
}

function termsOf(span: Span, denominator: number): readonly Term[] {
  const terms: Term[] = []
  for (let value = span.from; value <= span.to; value += span.step ?? 1) {
    const term = termOf(span, value, denominator)
    if (term) terms.push(term)
  }
  return terms
}

function termOf(span: Span, value: number, denominator: number): Term | null {
  if (span.fraction) return value < denominator ? { kind: 'fraction', numerator: value, denominator } : null
  const places = span.places ?? 0
  // 0.50 and 3.0 are not how a school book writes them
  return places === 0 || value % 10 !== 0 ? { kind: 'number', units: value, places } : null
}

function combinations(choices: readonly (readonly Term[])[]): readonly (readonly Term[])[] {
  return choices.reduce<readonly (readonly Term[])[]>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => [...head, tail])),
    [[]],
  )
}

function fits(recipe: Recipe, terms: readonly Term[], denominator: number): boolean {
  const steps = stepsOf(terms, recipe.operators)
  const last = steps?.at(-1)
  if (!steps || !last) return false
  const answer = last.result.numerator / last.result.denominator
  if (answer < recipe.result[0] || answer > recipe.result[1]) return false
  const writable = ({ result }: { result: Ratio }) =>
    result.numerator >= 0 &&
    (recipe.denominators
      ? (result.numerator * denominator) % result.denominator === 0
      : (placesOf(result) ?? Infinity) <= (recipe.places ?? 0))
  if (!steps.every(writable)) return false
  return recipe.carry === undefined || carries(recipe, terms) === (recipe.carry === 'always')
}

/** Whether a sum of two whole numbers carries or borrows in some column. */
function carries(recipe: Recipe, terms: readonly Term[]): boolean {
  const [left = 0, right = 0] = terms.map((term) => (term.kind === 'number' ? term.units : term.numerator))
  const operator = recipe.operators[0]
  for (let scale = 1; scale <= Math.max(left, right); scale *= 10) {
    const [above, below] = [Math.floor(left / scale) % 10, Math.floor(right / scale) % 10]
    if (operator === 'add' && above + below >= 10) return true
    if (operator === 'subtract' && above < below) return true
    if (operator === 'multiply' && above * right >= 10) return true
  }
  return false
}

function sameValue(terms: readonly Term[]): boolean {
  const [first, ...rest] = terms.map(ratioOf)
  return rest.every(
    (other) => first?.numerator === other.numerator && first.denominator === other.denominator,
  )
}
