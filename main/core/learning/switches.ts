import type { SwitchRow } from '#contract/learning.ts'
import type { ReadableDb, WritableDb } from '../db/handles.ts'
import { activities } from './activities.ts'

const switchId = (activity: string, grade: number): string => `${activity}/${grade}`

const grades = [1, 2, 3, 4, 5, 6] as const

function switchedOff(db: ReadableDb): ReadonlySet<string> {
  return new Set(db.all<{ id: string }>('SELECT id FROM learning_switch WHERE is_on = 0').map(({ id }) => id))
}

/** Activities that stand on the shelf of a grade; where no grade is known, those that are on for any. */
export function onShelf(db: ReadableDb, grade: number | null): (activity: string) => boolean {
  const off = switchedOff(db)
  const asked = grade === null ? grades : [grade]
  return (activity) => asked.some((one) => !off.has(switchId(activity, one)))
}

export const isOn = (db: ReadableDb, activity: string, grade: number | null): boolean =>
  onShelf(db, grade)(activity)

export function set(db: WritableDb, activity: string, grade: number, on: boolean): void {
  db.shared.set('learning_switch', switchId(activity, grade), { is_on: on ? 1 : 0 })
}

export function all(db: ReadableDb): readonly SwitchRow[] {
  const off = switchedOff(db)
  return activities.map(({ id, subject, levels, grades: { from, to } }) => ({
    activity: id,
    subject,
    from,
    to,
    levels: levels.map((level) => level.id),
    offFor: grades.filter((grade) => off.has(switchId(id, grade))),
  }))
}
