import type { Mood } from '#contract/feelings.ts'

/** What a page tells of its day. */
export interface DayPage {
  readonly id: string
  /** YYYY-MM-DD. */
  readonly day: string
}

/** Feelings that nobody is reminded of by surprise; a page with a star is one that the child wants to see again. */
export const heavy: ReadonlySet<Mood> = new Set(['sad', 'missing', 'angry'])

const DAY = 86_400_000

/** The same week: so many days before and after. */
const AROUND = 3

/** The days of the year (MM-DD) of the week around a day (YYYY-MM-DD), that day first, the nearest next. */
export function weekAround(day: string): readonly string[] {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return []
  const shifts = Array.from(
    { length: 2 * AROUND + 1 },
    (_, index) => Math.ceil(index / 2) * (index % 2 ? -1 : 1),
  )
  return shifts.map((shift) => new Date(at + shift * DAY).toISOString().slice(5, 10))
}

/** Candidates in the order in which they are offered: the day itself before the week, a late year before an early one. */
export function inOrder<T extends DayPage>(pages: readonly T[], today: string): readonly T[] {
  const near = weekAround(today)
  const rank = ({ day }: DayPage) => near.indexOf(day.slice(5))
  const sameDay = (page: DayPage) => (rank(page) === 0 ? 0 : 1)
  return pages
    .filter((page) => rank(page) >= 0 && page.day.slice(0, 4) < today.slice(0, 4))
    .toSorted(
      (one, other) =>
        sameDay(one) - sameDay(other) ||
        other.day.slice(0, 4).localeCompare(one.day.slice(0, 4)) ||
        rank(one) - rank(other),
    )
}
