import type { Operator } from './number-rules.ts'
import type { Recipe, Span } from './recipe-rules.ts'

/** Names a rung of the ladder; kept in rows, so an id is never given to something else. */
export type LevelId = string

/** One rung: sums of one kind, at the place where the school teaches them. */
export interface Level {
  readonly id: LevelId
  /** 1 to 6. */
  readonly grade: number
  /** 1: autumn (上), 2: spring (下). */
  readonly term: 1 | 2
  /** Whether the pad needs a decimal point. */
  readonly pad: 'digits' | 'decimal'
  readonly recipes: readonly Recipe[]
}

/** Writes a rung; the pad follows from what the answers need. */
export function level(grade: number, term: 1 | 2, id: LevelId, recipes: readonly Recipe[]): Level {
  const decimal = recipes.some((recipe) => (recipe.places ?? 0) > 0)
  return { id, grade, term, pad: decimal ? 'decimal' : 'digits', recipes }
}

/** Numbers `from` to `to`. */
export const span = (from: number, to: number, step = 1): Span => ({ from, to, step })

/** Decimals, `from` and `to` in units of 10^-places. */
export const decimals = (from: number, to: number, places: number): Span => ({ from, to, places })

/** Numerators `from` to `to`. */
export const numerators = (from: number, to: number): Span => ({ from, to, fraction: true })

/** A recipe in one line. */
export function sums(
  operators: Operator | readonly Operator[],
  spans: readonly Span[],
  result: readonly [number, number],
  more: Omit<Recipe, 'operators' | 'spans' | 'result'> = {},
): Recipe {
  return { operators: typeof operators === 'string' ? [operators] : operators, spans, result, ...more }
}
