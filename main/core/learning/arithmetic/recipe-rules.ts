import { type Operator, type Ratio, type Term, placesOf, ratioOf, stepsOf } from './number-rules.ts'

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

function termsOf(span: Span, denominator: number): readonly Term[] {
  const terms: Term[] = []
  for (let value = span.from; value <= span.to; value += span.step ?? 1) {
    if (span.fraction) {
      if (value < denominator) terms.push({ kind: 'fraction', numerator: value, denominator })
      continue
    }
    const places = span.places ?? 0
    // 0.50 and 3.0 are not how a school book writes them
    if (places === 0 || value % 10 !== 0) terms.push({ kind: 'number', units: value, places })
  }
  return terms
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
