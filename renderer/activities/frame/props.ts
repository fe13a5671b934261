import type { Json } from '#contract/learning.ts'

/** Where the exercise on the screen stands. `wrong` and `partly` last until the child touches it again (`onTouched`). */
export type Stage = 'asking' | 'wrong' | 'partly' | 'right' | 'shown'

/**
 * What an activity's component is given: `E` its exercise, `H` its hint, as its rules make them. It is made anew for each
 * exercise, so its own state begins empty (or from `progress`).
 */
export interface ActivityProps<E, H = unknown> {
  readonly exercise: E
  /** An old friend out of the book of mistakes. */
  readonly fromBook: boolean
  readonly stage: Stage
  /** The help that has been earned; null while none. */
  readonly hint: H | null
  /** What the rules said of the last answer (`said`); null where nothing. */
  readonly said: unknown
  /** The answer, at stage `shown`; null before. As the rules' `solve` makes it. */
  readonly shown: unknown
  /** What `onKeep` kept before a crash; null where nothing. Not trusted: an older program may have written it. */
  readonly progress: unknown
  /** Takes no answer now: one is being checked, or the exercise is over. */
  readonly busy: boolean
  /** Hands in an answer; ignored while busy. */
  readonly onAnswer: (answer: Json) => void
  /** Keeps half-done work (64 kB at most): call it after every move that a child would not like to do twice. */
  readonly onKeep: (progress: Json) => void
  /** The child begins another try: what was wrong goes. */
  readonly onTouched: () => void
}
