import { activities, type Activity, type Minutes, type ReportQuestion } from '#contract/usage.ts'

export type Milliseconds = Record<Activity, number>

/** Which children's rows are meant, as SQL over `table.child_id`. */
export function scopeOf(
  { classId, childId }: ReportQuestion,
  table: string,
): { readonly sql: string; readonly params: readonly string[] } {
  if (childId !== undefined) return { sql: `AND ${table}.child_id = ?`, params: [childId] }
  if (classId === undefined) return { sql: '', params: [] }
  return { sql: `AND ${table}.child_id IN (SELECT id FROM child WHERE class_id = ?)`, params: [classId] }
}

/** Minutes to one decimal. */
export const minutes = (ms: number): number => Math.round(ms / 6000) / 10

export function minutesByActivity(ms: Milliseconds): Minutes {
  const { call, learn, diary, me, home } = ms
  return {
    call: minutes(call),
    learn: minutes(learn),
    diary: minutes(diary),
    me: minutes(me),
    home: minutes(home),
  }
}

export function noMilliseconds(): Milliseconds {
  return { call: 0, learn: 0, diary: 0, me: 0, home: 0 }
}

export const isActivity = (text: string): text is Activity => activities.some((activity) => activity === text)
