import { z } from 'zod'
import { audited, child, method } from './define.ts'
import { id } from './people.ts'

export type Operator = 'add' | 'subtract' | 'multiply' | 'divide'

export type Term =
  | { readonly kind: 'number'; readonly units: number; readonly places: number }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }

/** A sum as the child's window sees it: without its answer. */
export interface SumQuestion {
  /** The sum itself: `8+7`. */
  readonly id: string
  readonly terms: readonly Term[]
  readonly operators: readonly Operator[]
  /** The answer is a numerator over this; null for a plain number. */
  readonly over: number | null
  readonly pad: 'digits' | 'decimal'
  /** An old friend out of the book of mistakes. */
  readonly fromBook: boolean
}

export type SumResult = 'right' | 'helped' | 'later'

export interface SumsRound {
  readonly id: string
  readonly questions: readonly SumQuestion[]
  /** Which question is asked now; `questions.length` when the round is done. */
  readonly now: number
  /** How the ones before went. */
  readonly results: readonly SumResult[]
  /** The picture that the question asked now has earned already; also after a crash. */
  readonly hint: SumHint | null
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

/** A picture that helps, as data; the words belong to the catalogs. Made by `arithmetic/hint-rules`; without the answer. */
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

export interface SumAnswered {
  readonly right: boolean
  /** After a wrong try: a picture that helps. */
  readonly hint: SumHint | null
  /** After the second wrong try: the answer, kindly. The sum comes back another day. */
  readonly shown: string | null
  readonly round: SumsRound
  /** False: the pad was empty or held no number. Not a try, nothing changed. */
  readonly counted: boolean
  /** The round is done and the bamboo grew a joint. */
  readonly grew: boolean
}

export interface SumsShelf {
  /** Joints of bamboo, 0 to 5. */
  readonly joints: number
  /** Catalog key of the level's name. */
  readonly level: string
  readonly oldFriends: number
  readonly inRound: boolean
}

export interface MistakeRow {
  readonly id: string
  readonly terms: readonly Term[]
  readonly operators: readonly Operator[]
  readonly over: number | null
  readonly typed: string
  readonly answer: string
  readonly missedAt: number
  readonly dueAt: number
  readonly timesRight: number
}

const turn = { round: id, question: z.int().min(0).max(20) }

export const sumsMethods = {
  shelf: method(child, z.void()).answers<SumsShelf>(),
  /** The round that is under way, or a new one of ten. */
  round: method(child, z.void()).answers<SumsRound>(),
  answer: method(child, z.strictObject({ ...turn, typed: z.string().max(12) })).answers<SumAnswered>(),
  help: method(child, z.strictObject(turn)).answers<SumHint>(),
  /** “换一题”: another sum in its place; nothing is held against the child. */
  swap: method(child, z.strictObject(turn)).answers<SumsRound>(),
  /** The book of mistakes (错题本), for staff to print. */
  mistakesOf: method(
    audited('coordinator', 'teacher', 'social-worker'),
    z.strictObject({ childId: id }),
  ).answers<readonly MistakeRow[]>(),
}
