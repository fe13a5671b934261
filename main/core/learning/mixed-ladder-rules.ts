import type { ActivityLevel, Asking, Exercise, OldItem } from './activity-rules.ts'
import { fresh } from './fresh-rules.ts'
import { ladder, type Ladder } from './ladder-rules.ts'
import { isRecord, isWhole } from './parsed-rules.ts'
import type { Random } from './random-rules.ts'

/** What is asked is named by its key (level and item); `mix`, 0 to 9999, is the way it is laid out this time. */
export interface MixedExercise extends Exercise {
  readonly mix: number
}

export interface MixedWays<Level extends ActivityLevel, Made> {
  readonly levels: readonly Level[]
  /** The name of an item of the level, by chance. */
  readonly itemBy: (level: Level, random: Random) => string
  /** Whether the level has an item of that name (any more). */
  readonly holds: (level: Level, item: string) => boolean
  /** What is asked: the same for the same item and mix. */
  readonly make: (level: Level, item: string, mix: number) => Made
}

/** `levels`, the ladder, `next`, `readExercise` and `again` of `ActivityRules`. */
export interface Mixed extends Ladder {
  readonly levels: readonly ActivityLevel[]
  readonly next: (state: { readonly level: string }, random: Random, asking: Asking) => MixedExercise
  readonly readExercise: (kept: unknown) => MixedExercise | null
  readonly again: (item: OldItem, random: Random) => MixedExercise | null
}

const MIXES = 10_000
const mixOf = (random: Random): number => Math.floor(random() * MIXES)
const itemOf = ({ key, level }: Exercise): string => key.slice(level.length + 1)

/** An activity on a ladder whose exercises are items of its levels, laid out otherwise each time; `madeOf` answers what one asks. */
export function mixedLadder<Level extends ActivityLevel, Made>({
  levels,
  itemBy,
  holds,
  make,
}: MixedWays<Level, Made>): {
  readonly mixed: Mixed
  readonly madeOf: (exercise: MixedExercise) => Made
} {
  const levelOf = (id: unknown): Level | undefined => levels.find((level) => level.id === id)
  const exerciseOf = (key: unknown, id: unknown, mix: number): MixedExercise | null => {
    const level = levelOf(id)
    if (!level || typeof key !== 'string' || !key.startsWith(`${level.id} `)) return null
    const exercise = { key, level: level.id, mix }
    return holds(level, itemOf(exercise)) ? exercise : null
  }
  // The same one is asked for again and again.
  const made = new WeakMap<MixedExercise, Made>()
  return {
    mixed: {
      ...ladder(levels),
      levels: levels.map(({ id, grade }) => ({ id, grade })),
      readExercise: (kept) =>
        isRecord(kept) && isWhole(kept['mix'], 0, MIXES - 1)
          ? exerciseOf(kept['key'], kept['level'], kept['mix'])
          : null,
      next({ level: id }, random, asking) {
        const level = levelOf(id) ?? levels[0]
        if (!level) return { key: '', level: id, mix: 0 }
        return fresh(
          () => ({ key: `${level.id} ${itemBy(level, random)}`, level: level.id, mix: mixOf(random) }),
          asking,
        )
      },
      again: ({ key, level }, random) => exerciseOf(key, level, mixOf(random)),
    },
    madeOf(exercise) {
      const level = levelOf(exercise.level)
      if (!level) throw new Error(`No such level: ${exercise.level}`)
      const now = made.get(exercise) ?? make(level, itemOf(exercise), exercise.mix)
      made.set(exercise, now)
      return now
    },
  }
}
