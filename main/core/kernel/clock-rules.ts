/** One look at both clocks, milliseconds. */
export interface Sight {
  readonly wall: number
  readonly monotonic: number
}

/** What a machine keeps of its clock from start to start. UTC milliseconds. */
export interface ClockMemory {
  /** The latest wall time that was believed; 0 when there is none. */
  readonly lastTrusted: number
  /** The latest time that has certainly been reached, by two witnesses; 0 when there is none. */
  readonly certain: number
  /** The wall on the latest days of starts that do not contradict one another, oldest first. */
  readonly days: readonly number[]
}

export const NO_MEMORY: ClockMemory = { lastTrusted: 0, certain: 0, days: [] }

/** What is believed about the wall clock after some looks at it. */
export interface Belief extends ClockMemory {
  readonly trusted: boolean
  /** The latest look that was believed on this start: what the wall should show now follows from it. */
  readonly anchor: Sight | undefined
  /** The look of this start that counts among `days`. */
  readonly counted: Sight | undefined
}

/** What a correction by network time or a slow crystal may move without being a jump: 60 s and 500 ppm since the last look. */
export const TOLERANCE = 60_000
const DRIFT = 0.0005
const DAY = 86_400_000

/** No room runs a program so old: a wall clock later than 20 years after the build has jumped. */
export const OLDEST_PROGRAM = 20 * 365 * DAY
/** A room may be shut for so long (the week of the National Day and the days around it) without its date being doubted. */
export const LEAP = 14 * DAY
/** So many days of starts in a row say together what none of them may say alone. */
export const AGREEING_DAYS = 3
/** Two starts closer to each other are of one day. */
const APART = DAY / 2
/** A machine that is never switched off counts once more after so long without a jump. */
const COUNTS_AGAIN = 7 * DAY
/** A second witness agrees with the wall within so much. */
export const AGREES = 5 * 60_000

/**
 * Looks again. A wall before the build, before the last believed time, or 20 years past the build is not believed; nor
 * one that leapt far ahead of the last believed time or jumped away from it in the middle of a start, until it is back,
 * or a second witness says the same: the call server, staff, or three days of starts on end.
 */
export function look(before: Belief, sight: Sight, builtAt: number): Belief {
  const { wall } = sight
  const isPlausible = Number.isFinite(wall) && wall >= builtAt && wall <= builtAt + OLDEST_PROGRAM
  const hasJumped =
    before.anchor !== undefined && Math.abs(jump(before.anchor, sight)) > slack(before.anchor, sight)
  if (!isPlausible || hasJumped) return { ...before, trusted: false }
  const seen = counting(before, sight)
  const isEarly = wall < seen.lastTrusted - TOLERANCE
  const isLeap = seen.anchor === undefined && seen.lastTrusted > 0 && wall > seen.lastTrusted + LEAP
  if ((isEarly || isLeap) && !isAgreed(seen, wall)) return { ...seen, trusted: false }
  return {
    ...seen,
    trusted: true,
    lastTrusted: isEarly ? wall : Math.max(seen.lastTrusted, wall),
    anchor: sight,
  }
}

/** A second witness says what time it is. Where the wall says the same, that is certain; else nothing changes here. */
export function witnessed(before: Belief, sight: Sight, at: number): Belief {
  if (!Number.isFinite(at) || Math.abs(sight.wall - at) > AGREES) return before
  const certain = Math.min(sight.wall, at)
  return {
    trusted: true,
    lastTrusted: sight.wall,
    certain,
    days: [sight.wall],
    anchor: sight,
    counted: sight,
  }
}

/** Whether days of starts say together that the wall is right. */
export function isAgreed({ days }: ClockMemory, wall: number): boolean {
  const last = days.at(-1)
  return days.length >= AGREEING_DAYS && last !== undefined && wall >= last - TOLERANCE && wall <= last + LEAP
}

function counting(before: Belief, sight: Sight): Belief {
  const { counted } = before
  const isNews =
    counted === undefined ||
    sight.monotonic - counted.monotonic >= COUNTS_AGAIN ||
    Math.abs(jump(counted, sight)) > slack(counted, sight)
  if (!isNews) return before
  const days = withDay(before.days, sight.wall)
  // The third last: one start, however wrong, moves it no further than another start has been.
  const certain = days.at(-AGREEING_DAYS) ?? before.certain
  return { ...before, days, certain, counted: sight }
}

/** Days that go back or leap say nothing together: it begins anew. */
function withDay(days: readonly number[], wall: number): readonly number[] {
  const last = days.at(-1)
  if (last === undefined || wall < last - TOLERANCE || wall > last + LEAP) return [wall]
  return wall - last < APART ? days : [...days, wall].slice(-AGREEING_DAYS)
}

/** How far the wall moved beyond what the monotonic clock allows; negative when it went back. Milliseconds. */
export function jump(from: Sight, to: Sight): number {
  return to.wall - from.wall - (to.monotonic - from.monotonic)
}

/**
 * The time a machine slept, from two clocks of which one counts it and is coarse (10 ms) and the other does not and is fine.
 * Less than a second of difference is their coarseness, not sleep. Never less than before.
 */
export function sleptUntil(before: number, countsSleep: number, skipsSleep: number): number {
  const difference = countsSleep - skipsSleep
  return difference - before >= 1000 ? difference : before
}

function slack(from: Sight, to: Sight): number {
  return TOLERANCE + DRIFT * Math.max(0, to.monotonic - from.monotonic)
}
