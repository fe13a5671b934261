import { levelOf } from './curriculum-rules.ts'
import type { Level, LevelId } from './level-rules.ts'
import { type Operator, type Term, decimalText, stepsOf, termFrom, termText } from './number-rules.ts'
import { type Random, pick } from '../random-rules.ts'
import { type Expression, expressionsOf, throwFor } from './recipe-rules.ts'

/** A part of a question as it is spoken or printed; the words come from the catalogs. */
export type SpokenPart =
  | { readonly part: 'number'; readonly text: string }
  | { readonly part: 'fraction'; readonly numerator: number; readonly denominator: number }
  | { readonly part: 'operator'; readonly operator: Operator }
  | { readonly part: 'equals' }
  /** "How much?"; over a denominator where only the numerator is asked. */
  | { readonly part: 'blank'; readonly over: number | null }

/** One sum to do: a plain object that can travel and be kept. */
export interface Question {
  /** The sum itself, `8+7`, `12÷3`, `2/7+3/7`: the same sum has the same id at every level. */
  readonly id: string
  readonly level: LevelId
  readonly terms: readonly Term[]
  /** One less than terms; × and ÷ go first. */
  readonly operators: readonly Operator[]
  /** The answer is a numerator over this; null for a plain number. */
  readonly over: number | null
  /** As `normaliseAnswer` leaves it: `15`, `0.8`. */
  readonly answer: string
  readonly spoken: readonly SpokenPart[]
}

const signs = { add: '+', subtract: '-', multiply: '×', divide: '÷' } as const
const operatorOf = new Map<string, Operator>([
  ['+', 'add'],
  ['-', 'subtract'],
  ['×', 'multiply'],
  ['÷', 'divide'],
])

/** Throws before the whole level is listed; the rarest kind of sum comes once in twenty throws. */
const THROWS = 400

/**
 * A question of the level by chance. `avoid` holds ids not to repeat: neither they nor their mirror image (7+8 for 8+7)
 * come while anything else is left. Throws for a level that does not exist.
 */
export function generate(id: LevelId, random: Random, avoid: Iterable<string> = []): Question {
  const { recipes } = knownLevel(id)
  const taken = new Set(avoid)
  const mirrors = new Set([...taken].map(mirrorKey))
  const fresh = (expression: Expression) => !mirrors.has(mirrorKey(expressionText(expression)))
  const recipe = pick(recipes, random)
  if (!recipe) throw new Error(`The level ${id} has no sums`)
  for (let count = 0; count < THROWS; count += 1) {
    const thrown = throwFor(recipe, random)
    if (thrown && fresh(thrown)) return questionOf(id, thrown)
  }
  const all = recipes.flatMap(expressionsOf)
  const drawn =
    pick(all.filter(fresh), random) ??
    pick(
      all.filter((expression) => !taken.has(expressionText(expression))),
      random,
    ) ??
    pick(all, random)
  if (!drawn) throw new Error(`The level ${id} has no sums`)
  return questionOf(id, drawn)
}

/** Every question of a level, for tests and for printing. Throws for a level that does not exist. */
export function questionsOf(id: LevelId): readonly Question[] {
  const unique = new Map(
    knownLevel(id)
      .recipes.flatMap(expressionsOf)
      .map((expression) => [expressionText(expression), expression]),
  )
  return [...unique.values()].map((expression) => questionOf(id, expression))
}

/** The question of a kept id; null if the text is not a sum whose answer a pad can give. */
export function questionFromId(level: LevelId, id: string): Question | null {
  const parts = id.split(/([+\-×÷])/)
  const terms = parts.filter((_, index) => index % 2 === 0).map(termFrom)
  const operators = parts.filter((_, index) => index % 2 === 1).map((sign) => operatorOf.get(sign))
  if (operators.length === 0 || !terms.every((term) => term !== null)) return null
  if (!operators.every((operator) => operator !== undefined)) return null
  return answerOf({ terms, operators }) === null ? null : questionOf(level, { terms, operators })
}

/** The same for 7+8 and 8+7, so that a round does not ask both. */
export function mirrorKey(id: string): string {
  const sign = /^[^+\-×÷]+([+×])[^+\-×÷]+$/.exec(id)?.[1]
  return sign ? id.split(sign).toSorted().join(sign) : id
}

function knownLevel(id: LevelId): Level {
  const level = levelOf(id)
  if (!level) throw new Error(`No such level of arithmetic: ${id}`)
  return level
}

function questionOf(level: LevelId, expression: Expression): Question {
  const answer = answerOf(expression)
  if (answer === null) throw new Error(`A sum without a typed answer: ${expressionText(expression)}`)
  const over = overOf(expression)
  return {
    id: expressionText(expression),
    level,
    terms: expression.terms,
    operators: expression.operators,
    over,
    answer,
    spoken: spokenOf(expression, over),
  }
}

function overOf({ terms }: Expression): number | null {
  const fraction = terms.find((term) => term.kind === 'fraction')
  return fraction?.kind === 'fraction' ? fraction.denominator : null
}

function answerOf(expression: Expression): string | null {
  const over = overOf(expression)
  const steps = stepsOf(expression.terms, expression.operators) ?? []
  const texts = steps.map(({ result }) => {
    if (result.numerator < 0) return null
    const text = decimalText({ ...result, numerator: result.numerator * (over ?? 1) })
    return over !== null && text?.includes('.') ? null : text
  })
  return texts.includes(null) ? null : (texts.at(-1) ?? null)
}

function expressionText({ terms, operators }: Expression): string {
  return terms.map((term, index) => `${index > 0 ? signFor(operators, index) : ''}${termText(term)}`).join('')
}

function signFor(operators: readonly Operator[], index: number): string {
  const operator = operators[index - 1]
  return operator ? signs[operator] : ''
}

function spokenOf({ terms, operators }: Expression, over: number | null): readonly SpokenPart[] {
  const parts = terms.flatMap((term, index): readonly SpokenPart[] => {
    const operator = operators[index - 1]
    const said: SpokenPart =
      term.kind === 'number'
        ? { part: 'number', text: termText(term) }
        : { part: 'fraction', numerator: term.numerator, denominator: term.denominator }
    return operator ? [{ part: 'operator', operator }, said] : [said]
  })
  return [...parts, { part: 'equals' }, { part: 'blank', over }]
}
