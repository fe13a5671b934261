import type { Unit } from '#contract/usage.ts'
import { addDays, rangeOf, type Day } from '#core/sessions/local-day-rules.ts'

/** A day inside the range before (-1) or after (+1) the one that holds `day`. */
export function dayBeside(unit: Unit, day: Day, by: -1 | 1): Day {
  const { from, to } = rangeOf(unit, day)
  return by < 0 ? addDays(from, -1) : addDays(to, 1)
}
