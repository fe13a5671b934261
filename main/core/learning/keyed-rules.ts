import type { Asking, Exercise, OldItem } from './activity-rules.ts'
import { fresh } from './fresh-rules.ts'
import { isRecord } from './parsed-rules.ts'
import type { Random } from './random-rules.ts'

export interface KeyWays<E extends Exercise> {
  /** A key of the level, by chance. */
  readonly make: (level: string, random: Random) => string
  /** The exercise of a key that belongs to the level; null for what is none (any more). */
  readonly exerciseOf: (level: string, key: string) => E | null
}

/** `next`, `readExercise` and `again` of `ActivityRules`. */
export interface Keyed<E extends Exercise> {
  readonly next: (state: { readonly level: string }, random: Random, asking: Asking) => E
  readonly readExercise: (kept: unknown) => E | null
  readonly again: (item: OldItem) => E | null
}

/**
 * An activity whose exercises are wholly written in their keys (`read 7:30`): one that was kept, or comes out of the book,
 * is made anew from level and key, so nothing else that was kept needs to be believed.
 */
export function keyed<E extends Exercise>({ make, exerciseOf }: KeyWays<E>): Keyed<E> {
  const made = (level: string, random: Random): E => {
    const key = make(level, random)
    const exercise = exerciseOf(level, key)
    if (!exercise) throw new Error(`No exercise of ${level}: ${key}`)
    return exercise
  }
  return {
    next: ({ level }, random, asking) => fresh(() => made(level, random), asking),
    readExercise: (kept) =>
      isRecord(kept) && typeof kept['key'] === 'string' && typeof kept['level'] === 'string'
        ? exerciseOf(kept['level'], kept['key'])
        : null,
    again: ({ level, key }) => exerciseOf(level, key),
  }
}
