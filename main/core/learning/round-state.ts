import type { ExerciseResult } from '#contract/learning.ts'
import type { Ended, Exercise } from './activity-rules.ts'
import type { Tries } from './help-rules.ts'
import { isRecord, isTexts, isWhole } from './parsed-rules.ts'

/** A round as it is kept: enough to come back to the same exercise, with the same help and what was done of it. */
export interface RoundState extends Tries {
  readonly id: string
  readonly length: number
  readonly now: number
  readonly results: readonly ExerciseResult[]
  /** Keys asked before this one. */
  readonly keys: readonly string[]
  readonly key: string
  readonly level: string
  readonly from: 'level' | 'book'
  /** The exercise asked now; null where only its key was kept. */
  readonly exercise: unknown
  /** What the child has done of it. */
  readonly progress: unknown
}

/** What is asked next, and where it came from. */
export interface Asked {
  readonly exercise: Exercise
  readonly from: 'level' | 'book'
}

const fresh = ({ exercise, from }: Asked) => ({
  key: exercise.key,
  level: exercise.level,
  from,
  exercise,
  progress: null,
  wrong: 0,
  hintAsked: false,
})

/** A round that begins. */
export const begun = (id: string, length: number, asked: Asked): RoundState => ({
  id,
  length,
  now: 0,
  results: [],
  keys: [],
  ...fresh(asked),
})

/** Another exercise in the place of the one asked now; its tries are forgotten with it. */
export const swapped = (state: RoundState, asked: Asked): RoundState => ({
  ...state,
  keys: [...state.keys, state.key],
  ...fresh(asked),
})

const results: Record<Ended, ExerciseResult> = { alone: 'right', helped: 'helped', shown: 'later' }

/** The exercise asked now is over; `next` is null after the last. */
export function movedOn(state: RoundState, how: Ended, next: Asked | null): RoundState {
  const ended = { ...state, now: state.now + 1, results: [...state.results, results[how]] }
  return next ? { ...ended, keys: [...state.keys, state.key], ...fresh(next) } : ended
}

/** A kept round; undefined for what is none. */
export function readRound(kept: unknown): RoundState | undefined {
  if (!isRecord(kept)) return undefined
  const { id, length, now, results: past, keys, key, level, from, wrong, hintAsked } = kept
  const sound =
    typeof id === 'string' &&
    isWhole(length, 1, 1000) &&
    isWhole(now, 0, length) &&
    isTexts(past) &&
    isTexts(keys) &&
    typeof key === 'string' &&
    typeof level === 'string' &&
    (from === 'level' || from === 'book') &&
    isWhole(wrong, 0, 1_000_000) &&
    typeof hintAsked === 'boolean'
  return sound ? (kept as unknown as RoundState) : undefined
}
