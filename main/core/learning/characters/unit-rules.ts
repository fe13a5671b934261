import type { ActivityLevel } from '../activity-rules.ts'
import { byHalfYear, halfYears, type CharacterItem } from './order-rules.ts'

/** Characters of a lesson: a day's share, the stones of one stream. */
export const LESSON = 8
/** Lessons of a unit at most. */
const LESSONS = 7

/** A unit: some lessons of one half-year. Its id is that of a level. */
export interface Unit extends ActivityLevel {
  readonly grade: number
  readonly items: readonly CharacterItem[]
}

/** Units as even as whole lessons allow. */
export const units: readonly Unit[] = halfYears.flatMap((half) => {
  const items = byHalfYear[half]
  const lessons = Math.ceil(items.length / LESSON)
  const count = Math.ceil(lessons / LESSONS)
  const start = (unit: number) => Math.round((unit * lessons) / count) * LESSON
  return Array.from({ length: count }, (_, unit) => ({
    id: `${half}-${unit + 1}`,
    grade: Number(half[0]),
    items: items.slice(start(unit), start(unit + 1)),
  }))
})

const byId = new Map(units.map((unit, at) => [unit.id, at]))

/** Where a unit stands; -1 for none. */
export const placeOf = (id: string): number => byId.get(id) ?? -1

/** The first unit of a half-year; of the last one below a grade that is above all. */
export function firstUnit(grade: number | null, term: 1 | 2): Unit | undefined {
  const half = grade === null ? '1-1' : `${Math.min(6, Math.max(1, grade))}-${term}`
  return units.find(({ id }) => id.startsWith(`${half}-`))
}

/** The lesson of a unit in which a character stands. */
export function lessonOf({ items }: Unit, key: string): readonly CharacterItem[] {
  const at = items.findIndex((item) => item.key === key)
  const from = Math.floor(Math.max(0, at) / LESSON) * LESSON
  return items.slice(from, from + LESSON)
}
