/** One look at both clocks, milliseconds. */
export interface Sight {
  readonly wall: number
  readonly monotonic: number
}

/** What is believed about the wall clock after some looks at it. */
export interface Belief {
  readonly trusted: boolean
  /** The latest wall time that was believed, on this start or an earlier one; 0 when there is none. */
  readonly lastTrusted: number
  /** The latest look that was believed on this start: what the wall should show now follows from it. */
  readonly anchor: Sight | undefined
}

/** What a correction by network time or a slow crystal may move without being a jump: 60 s and 500 ppm since the last look. */
export const TOLERANCE = 60_000
const DRIFT = 0.0005

/** No room runs a program so old: a wall clock later than 20 years after the build has jumped. */
export const OLDEST_PROGRAM = 20 * 365 * 86_400_000

/**
 * Looks again. A wall before the build, before the last believed time, or 20 years past the build is not believed; nor
 * one that jumped away from a believed time, until it comes back to where it should be (or staff confirm it, or the
 * program starts anew: then nothing tells a jump from a rest).
 */
export function look(before: Belief, sight: Sight, builtAt: number): Belief {
  const tooEarly = sight.wall < builtAt || sight.wall < before.lastTrusted - TOLERANCE
  const tooLate = sight.wall > builtAt + OLDEST_PROGRAM
  const jumped =
    before.anchor !== undefined && Math.abs(jump(before.anchor, sight)) > slack(before.anchor, sight)
  if (tooEarly || tooLate || jumped || !Number.isFinite(sight.wall)) return { ...before, trusted: false }
  return { trusted: true, lastTrusted: Math.max(before.lastTrusted, sight.wall), anchor: sight }
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
