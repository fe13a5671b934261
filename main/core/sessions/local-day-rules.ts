/** A calendar day of the room, YYYY-MM-DD: sorts as text. */
export type Day = string

/** First and last day, both inside. */
export interface DayRange {
  readonly from: Day
  readonly to: Day
}

/** Minutes east of UTC in all of China: 北京时间, without summer time since 1991. */
export const CHINA_OFFSET = 480

const MINUTE = 60_000
const DAY = 86_400_000
/** The years that four digits write; a clock may claim anything. */
const FIRST = Date.UTC(1970, 0, 1)
const LAST = Date.UTC(9999, 11, 31)

/** The local day of a UTC time in milliseconds. `offset` is minutes east of UTC. Nonsense counts as 1970-01-01. */
export function localDay(at: number, offset: number): Day {
  const local = at + offset * MINUTE
  return textOf(Number.isFinite(local) ? Math.min(LAST, Math.max(FIRST, local)) : FIRST)
}

/** The UTC milliseconds at which the day begins there. */
export function startOfDay(day: Day, offset: number): number {
  return timeOf(day) - offset * MINUTE
}

/** Whether the text is a day of the calendar: 2025-02-29 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && textOf(time) === text
}

/** The day so many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return textOf(Math.min(LAST, Math.max(FIRST, timeOf(day) + days * DAY)))
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return new Date(timeOf(day)).getUTCDay() || 7
}

/** Monday to Sunday. */
export function weekOf(day: Day): DayRange {
  const from = addDays(day, 1 - weekday(day))
  return { from, to: addDays(from, 6) }
}

export function monthOf(day: Day): DayRange {
  return monthsFrom(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)
}

/** The term (学期): autumn from 1 September to the end of January, spring from 1 February to the end of August. */
export function termOf(day: Day): DayRange {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  if (month >= 9) return monthsFrom(year, 9, 5)
  return month === 1 ? monthsFrom(year - 1, 9, 5) : monthsFrom(year, 2, 7)
}

/** 1 in autumn (上学期), 2 in spring (下学期). */
export function termNumber(day: Day): 1 | 2 {
  const month = Number(day.slice(5, 7))
  return month >= 9 || month === 1 ? 1 : 2
}

/** The range of a report's unit that holds the day. */
export function rangeOf(unit: 'day' | 'week' | 'month' | 'term', day: Day): DayRange {
  if (unit === 'day') return { from: day, to: day }
  if (unit === 'week') return weekOf(day)
  return unit === 'month' ? monthOf(day) : termOf(day)
}

/** Each day of the range, in order; none if it ends before it begins. */
export function daysOf({ from, to }: DayRange): readonly Day[] {
  const count = Math.max(0, Math.round((timeOf(to) - timeOf(from)) / DAY) + 1)
  return Array.from({ length: count }, (_, index) => addDays(from, index))
}

function monthsFrom(year: number, month: number, count: number): DayRange {
  return { from: textOf(Date.UTC(year, month - 1, 1)), to: textOf(Date.UTC(year, month - 1 + count, 0)) }
}

function timeOf(day: Day): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (!Number.isFinite(time)) throw new RangeError(`Not a calendar day: ${day}`)
  return time
}

const textOf = (time: number): Day => new Date(time).toISOString().slice(0, 10)
