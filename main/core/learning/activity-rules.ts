import type { PrintLine, Subject } from '#contract/learning.ts'
import type { Outcome } from './help-rules.ts'
import type { Random } from './random-rules.ts'

/** A rung of an activity's ladder, easiest first. */
export interface ActivityLevel {
  /** Kept in rows, so an id is never given to something else. Its name stands in the activity's catalog as `level.<id>`. */
  readonly id: string
  /** School grade 1 to 6 that it belongs to; null where it belongs to none (a maze). */
  readonly grade: number | null
}

/** What every exercise holds; the rest is the activity's own. Plain JSON: it travels to the window and is kept over a crash. */
export interface Exercise {
  /** The item that is learnt, for the book of mistakes: `8+7`, `长 cháng`, `mate-in-1 17`. The same item has the same key at every level; 80 characters at most. */
  readonly key: string
  /** Id of the level it belongs to. */
  readonly level: string
}

/** What is known where an exercise or a first state is made. */
export interface Asking {
  /** 1 to 6; null where it is not known. */
  readonly grade: number | null
  /** 1: autumn (上), 2: spring (下). */
  readonly term: 1 | 2
  /** Keys of this round, asked or to be asked: never one of them again. */
  readonly inRound: readonly string[]
  /** Keys asked lately, in this round or before, latest first, 30 at most: better not one of them. */
  readonly seen: readonly string[]
  /** Keys out of the book that come back later today: not to be asked from the level, for they come by themselves. */
  readonly coming?: readonly string[]
}

/** An outcome that ends an exercise; see `help-rules`. */
export type Ended = Exclude<Outcome, 'skipped'>

/** What an answer is. `said` goes to the window as it is: plain JSON that says what a wrong picture is, which cell clashes. */
export type Check =
  /** No answer at all (an empty pad, a hostile value): not a try. */
  | { readonly check: 'nothing' }
  | {
      readonly check: 'right'
      readonly said?: unknown
      /** Where the activity itself saw help being given (strokes shown while writing); else the tries say it. The worse one counts. */
      readonly how?: Ended
      /** Where one exercise holds several items (a line of a poem): how each went, instead of the exercise's own key. */
      readonly items?: readonly ItemEnded[]
    }
  | { readonly check: 'wrong'; readonly said?: unknown }
  /** Right so far: the exercise goes on, nothing is counted. */
  | { readonly check: 'partly'; readonly said?: unknown }

export interface ItemEnded {
  readonly key: string
  readonly how: Ended
}

/** An exercise that is over. */
export interface Finished<E extends Exercise> {
  readonly exercise: E
  readonly how: Ended
  /** `book`: it came out of the book of mistakes; says little about the level. */
  readonly from: 'level' | 'book'
  /** The last answer, as it was checked; null for one whose answer was asked for. */
  readonly answer: unknown
}

/** A line of the book of mistakes that is to be asked once more. */
export interface OldItem {
  readonly key: string
  readonly level: string
  /** The exercise as it was missed; null where only the key was kept. Not trusted: an older program wrote it. */
  readonly exercise: unknown
}

/** What an old friend comes back to: what the activity remembers of the child, and who else comes back today. */
export interface ComesTo<State> {
  readonly state: State
  readonly coming: readonly string[]
}

/** Something real that a child can do, for the passport. `facts` are the evidence: when is known, these say how well and on what. */
export interface Stamped {
  /** Its words: `stamp.<id>` in the activity's catalog, and `proof.<id>` for the evidence; both with the facts. */
  readonly stamp: string
  readonly facts: Readonly<Record<string, string | number>>
}

/**
 * One activity of the learning corner: pure rules. The shape around it (service, store, page, book of mistakes, reports,
 * printing, resuming after a crash) is written once and asks only this.
 *
 * `State` is what the activity remembers of a child, `E` an exercise, `Hint` what helps: plain JSON, all of them.
 * Nothing here may read a clock or throw; chance comes in as `random`, so that tests repeat.
 */
export interface ActivityRules<State, E extends Exercise, Hint> {
  /** Names the activity everywhere: registry, place, rows, catalogs. kebab-case, 40 characters at most, never changed. */
  readonly id: string
  readonly subject: Subject
  /** School grades that it suits, both inclusive; it still is on the shelf of the others, below. */
  readonly grades: { readonly from: number; readonly to: number }
  /** At least one, easiest first. */
  readonly levels: readonly ActivityLevel[]
  /** Exercises in a round: the beads. 1 for a puzzle that takes minutes. */
  readonly length: number
  /** Wrong tries after which the answer is shown; null: never by itself (a puzzle that is tried until it is right). */
  readonly tries: number | null
  /**
   * The book of mistakes: how many old friends a round holds at most, and whether they come first (then as many a day at most) or
   * between the others.
   * Null: nothing comes back (a maze is another one each time).
   */
  readonly book: { readonly most: number; readonly when: 'first' | 'between' } | null

  /** The state of a child who has never been here. */
  begin(asking: Asking): State
  /**
   * The state out of what was kept, also by any older version of these rules (keep a version number in it and migrate
   * here). What is not understood becomes a state that stands at `level`, or at the first level where that is none: nothing
   * is lost but the fine print. `readState(null, id)` is how the shape asks for a state at a level.
   */
  readState(kept: unknown, level: string): State
  /** Id of the level where the child stands. Always one of `levels`. */
  levelOf(state: State): string
  /** The exercise out of what was kept; null for what is none (any more). Checks every field that the other rules rely on. */
  readExercise(kept: unknown): E | null

  /** What comes next. While the level has any other, neither a key of `inRound` nor, better, one of `seen`. */
  next(state: State, random: Random, asking: Asking): E
  /** The exercise for an item out of the book; null when there is none any more (it then leaves the book silently). */
  again(item: OldItem, random: Random, to?: ComesTo<State>): E | null
  /** What the answer is. `answer` comes from a window: anything, and never a reason to throw. */
  check(exercise: E, answer: unknown): Check
  /** The right answer (or one of them): what `check` calls right, and what is shown kindly after the last try. */
  solve(exercise: E): unknown
  /** What helps after so many wrong tries (0: help was asked for before any). Every exercise has one; it never holds the answer itself. */
  hint(exercise: E, wrong: number): Hint
  /** The state after an exercise: where levels go up and down. One level at most in each step; how long it took is not known on purpose (L10). */
  advance(state: State, result: Finished<E>): State
  /** The exercise on paper; null where it makes no sense there. */
  print(exercise: E): PrintLine | null
  /**
   * What the child has just shown to be able to do; a stamp that is there already stays as it was. Without this rule each level
   * that is passed is one: `level.<id>`, with how many of its exercises were done alone.
   */
  stamps?(before: State, after: State, result: Finished<E>): readonly Stamped[]
}

/** An activity as the shape holds it: whatever its own types are. */
export type Activity = ActivityRules<unknown, Exercise, unknown>
