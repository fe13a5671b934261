import type { ActivityLevel } from '../activity-rules.ts'
import { pick, type Random } from '../random-rules.ts'
import type { ClockTask } from './task-rules.ts'
import { HALF_DAY } from './time-rules.ts'

/**
 * The ladder. The standard of 2022 has time as a theme of grades 1 and 2 (时间在哪里) and the day of 24 hours in grades 3 and
 * 4 (年月日的秘密); the half-years follow the order of the school books: whole hours 一上, half hours 一下, quarters 二上, five
 * minutes 二下, minutes and how long 三上, 24 hours 三下.
 */
export const levels = [
  { id: 'hours', grade: 1 },
  { id: 'half-hours', grade: 1 },
  { id: 'quarters', grade: 2 },
  { id: 'five-minutes', grade: 2 },
  { id: 'minutes', grade: 3 },
  { id: 'later', grade: 3 },
  { id: 'between', grade: 3 },
  { id: 'day', grade: 3 },
  { id: 'trip', grade: 3 },
] as const satisfies readonly ActivityLevel[]

export type ClockLevel = (typeof levels)[number]['id']

/** Minutes that the hands click into at a level. */
export const stepOf = (level: ClockLevel): number =>
  level === 'hours'
    ? 60
    : level === 'half-hours'
      ? 30
      : level === 'quarters'
        ? 15
        : level === 'minutes'
          ? 1
          : 5

/** A whole number from `low` to `high`, both included. */
const from = (low: number, high: number, random: Random): number =>
  low + Math.floor(random() * (high - low + 1))

const five = (low: number, high: number, random: Random): number => 5 * from(low / 5, high / 5, random)

/** A task of a level; each has at least 24 of them. */
export function makeTask(level: ClockLevel, random: Random): ClockTask {
  const hour = 60 * from(0, 11, random)
  const minute = minuteFor(level, random)
  switch (level) {
    case 'later':
      return shift(hour, random)
    case 'between':
      return between(random)
    case 'day':
      return {
        kind: pick(['write-day', 'set-day'] as const, random) ?? 'write-day',
        // From when children get up; before that nobody asks.
        time: 60 * from(6, 22, random) + five(0, 55, random),
      }
    case 'trip': {
      const start = 60 * from(6, 18, random) + five(5, 55, random)
      return { kind: 'trip', from: start, to: start + five(65, 295, random) }
    }
    case 'five-minutes':
    case 'half-hours':
    case 'hours':
    case 'minutes':
    case 'quarters':
      return { kind: pick(['read', 'set'] as const, random) ?? 'read', time: hour + minute }
  }
}

/** Minutes that make a level what it is, now and then those of the one before. */
function minuteFor(level: ClockLevel, random: Random): number {
  switch (level) {
    case 'half-hours':
      return pick([30, 30, 30, 0], random) ?? 30
    case 'quarters':
      return pick([15, 15, 45, 45, 30, 0], random) ?? 15
    case 'five-minutes':
      return five(5, 55, random)
    case 'minutes':
      return from(1, 59, random)
    case 'between':
    case 'day':
    case 'hours':
    case 'later':
    case 'trip':
      return 0
  }
}

/** Later within the hour or over it, seldom before. */
function shift(hour: number, random: Random): ClockTask {
  const time = hour + five(0, 55, random)
  const minutes = five(5, 50, random)
  return { kind: 'shift', time, minutes: random() < 0.7 ? minutes : -minutes }
}

/** From five minutes to under three hours, never past twelve: a face does not say which twelve. */
function between(random: Random): ClockTask {
  const long = random() < 0.5 ? five(10, 55, random) : five(65, 175, random)
  const start = five(60, HALF_DAY - long - 5, random)
  return { kind: 'between', from: start, to: start + long }
}
