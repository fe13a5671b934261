import type { ReadableDb } from '../db/handles.ts'
import type { Activity, Exercise, Finished, Stamped } from './activity-rules.ts'
import type { Of } from './store.ts'

/** Exercises in a row alone that say that the last level is mastered: there is none above it to be reached. */
const AT_THE_TOP = 10

/**
 * What the exercise that is over has earned: what the activity itself says, else the level that it was the last of. Evidence of
 * a level are the exercises that the child has done there alone.
 */
export function stampsEarned(
  db: ReadableDb,
  of: Of,
  activity: Activity,
  {
    before,
    after,
    result,
  }: { readonly before: unknown; readonly after: unknown; readonly result: Finished<Exercise> },
): readonly Stamped[] {
  if (activity.stamps) {
    const own = activity.stamps(before, after, result)
    if (own.length === 0) return own
    // Each has its evidence, also where the activity has none of its own.
    const alone = aloneAt(db, of, result.exercise.level)
    return own.map(({ stamp, facts }) => ({ stamp, facts: { alone, ...facts } }))
  }
  if (result.how === 'shown' || result.from === 'book') return []
  const place = (state: unknown) => activity.levels.findIndex(({ id }) => id === activity.levelOf(state))
  const level = activity.levelOf(before)
  const isUp = place(after) > place(before)
  const isTop = place(before) === activity.levels.length - 1 && result.exercise.level === level
  if (!isUp && !(isTop && isMastered(db, of, level))) return []
  return [{ stamp: level, facts: { alone: aloneAt(db, of, level) } }]
}

/** An answer that was right at once and without help, in SQL. */
export const ALONE = 'right = 1 AND helped = 0 AND tries = 1'

function aloneAt(db: ReadableDb, { childId, activity }: Of, level: string): number {
  const sql = `SELECT count(*) AS alone FROM learning_answer WHERE child_id = ? AND activity = ? AND level = ? AND ${ALONE}`
  return db.get<{ alone: number }>(sql, [childId, activity, level])?.alone ?? 0
}

function isMastered(db: ReadableDb, { childId, activity }: Of, level: string): boolean {
  const sql = `SELECT count(*) AS alone FROM (SELECT * FROM learning_answer WHERE child_id = ? AND activity = ? AND level = ?
    ORDER BY at DESC, rowid DESC LIMIT ?) WHERE ${ALONE}`
  return db.get<{ alone: number }>(sql, [childId, activity, level, AT_THE_TOP])?.alone === AT_THE_TOP
}
