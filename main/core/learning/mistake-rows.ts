import type { Json, MistakeRow } from '#contract/learning.ts'
import type { ReadableDb } from '../db/handles.ts'
import { activityOf } from './activities.ts'
import type { Random } from './random-rules.ts'
import { bookOf } from './store.ts'

/** The book of mistakes as it goes on paper. What no activity knows any more, or what makes no sense on paper, is left out. */
export function mistakeRows(
  db: ReadableDb,
  childId: string,
  activity: string | null,
  random: Random,
): readonly MistakeRow[] {
  return bookOf(db, childId, activity).flatMap((item) => {
    const rules = activityOf(item.activity)
    const exercise = rules?.again(item, random)
    const line = exercise && rules?.print(exercise)
    if (!line) return []
    return {
      ...line,
      id: `${childId}/${item.activity}/${item.key}`,
      activity: item.activity,
      level: item.level,
      answered: (item.answer ?? null) as Json,
      missedAt: item.trusted ? item.missedAt : null,
      timesRight: item.timesRight,
    }
  })
}
