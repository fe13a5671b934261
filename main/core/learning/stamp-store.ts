import type { Stamp } from '#contract/learning.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { activityOf } from './activities.ts'
import type { Stamped } from './activity-rules.ts'
import { isRecord, parsed } from './parsed-rules.ts'
import type { Of } from './store.ts'

/** Keeps a stamp; one that is there already stays as it was. */
export function keep(
  db: WritableDb,
  { childId, activity }: Of,
  { stamp, facts }: Stamped,
  { at, trusted }: { readonly at: number; readonly trusted: boolean },
): void {
  const id = `${childId}/${activity}/${stamp}`
  if (db.get('SELECT 1 FROM learning_stamp WHERE id = ?', [id])) return
  db.shared.set('learning_stamp', id, {
    child_id: childId,
    activity,
    stamp,
    at,
    trusted: trusted ? 1 : 0,
    facts: JSON.stringify(facts),
  })
}

/** What a child has shown to be able to do, first things first; those whose day is not known stand where they were written. */
export function of(db: ReadableDb, childId: string): readonly Stamp[] {
  const sql =
    'SELECT activity, stamp, iif(trusted, at, NULL) AS at, facts FROM learning_stamp WHERE child_id = ? ORDER BY learning_stamp.at, id'
  return db
    .all<{ activity: string; stamp: string; at: number | null; facts: string }>(sql, [childId])
    .map(({ facts, ...row }) => {
      const read = parsed(facts)
      return {
        ...row,
        subject: activityOf(row.activity)?.subject ?? null,
        facts: isRecord(read) ? (read as Stamp['facts']) : {},
      }
    })
}
