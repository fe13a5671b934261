import type { ActivityLevel, Exercise } from './activity-rules.ts'
import { keyed, type Keyed } from './keyed-rules.ts'
import { ladder, type Ladder } from './ladder-rules.ts'
import type { Random } from './random-rules.ts'

export interface TaskWays<Level extends ActivityLevel, Task, E extends Exercise> {
  readonly levels: readonly [Level, ...Level[]]
  readonly makeTask: (level: Level['id'], random: Random) => Task
  readonly keyOf: (task: Task) => string
  /** Null for a name that is none. */
  readonly taskOf: (key: string) => Task | null
  /** What an exercise holds besides its key and its level. */
  readonly exercise: (task: Task, level: Level['id']) => Omit<E, 'key' | 'level'>
}

/** An activity on a ladder whose exercises are tasks that their keys name: its state, its exercises and its stamps. */
export function taskLadder<Level extends ActivityLevel, Task, E extends Exercise>({
  levels,
  makeTask,
  keyOf,
  taskOf,
  exercise,
}: TaskWays<Level, Task, E>): Ladder & Keyed<E> {
  const isLevel = (id: string): id is Level['id'] => levels.some((level) => level.id === id)
  return {
    ...ladder(levels),
    ...keyed<E>({
      make: (level, random) => keyOf(makeTask(isLevel(level) ? level : levels[0].id, random)),
      exerciseOf: (level, key) => {
        const task = taskOf(key)
        if (task === null || !isLevel(level)) return null
        return { key: keyOf(task), level, ...exercise(task, level) } as Exercise as E
      },
    }),
  }
}
