import type { Exercise } from '../activity-rules.ts'
import type { Operator, Term } from './number-rules.ts'

export type { Operator, Term }

/** A sum as the child's window sees it: without its answer. Its key is the sum itself, `8+7`. */
export interface SumExercise extends Exercise {
  readonly terms: readonly Term[]
  readonly operators: readonly Operator[]
  /** The answer is a numerator over this; null for a plain number. */
  readonly over: number | null
  readonly pad: 'digits' | 'decimal'
}

/** One place of a ten-frame. */
export type SumDot = 'first' | 'second' | 'taken' | 'empty'

/** A small sum on the way to the answer, as it is written. */
export interface SumLine {
  readonly left: string
  readonly operator: Operator
  readonly right: string
  /** Null in the line that is the answer: to be drawn blank. */
  readonly result: string | null
}

/** A picture that helps, as data; the words belong to the catalogs. Made by `hint-rules`; without the answer. */
export type SumHint =
  /** Ten dots a frame, two rows of five. */
  | { readonly kind: 'ten-frames'; readonly frames: readonly (readonly SumDot[])[] }
  /** Rows of dots and counting in steps; 12 ÷ 4 shows how many fours make twelve. `counts` lacks the last row's: to be drawn blank. */
  | {
      readonly kind: 'array'
      readonly rows: number
      readonly columns: number
      readonly counts: readonly number[]
    }
  /** A bar of equal parts: `first` are coloured, `second` come on (add) or are taken (subtract). */
  | {
      readonly kind: 'bar'
      readonly parts: number
      readonly first: number
      readonly second: number
      readonly operator: 'add' | 'subtract'
    }
  | { readonly kind: 'lines'; readonly lines: readonly SumLine[] }
