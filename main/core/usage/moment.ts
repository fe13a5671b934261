import type { Clock } from '../kernel/clock.ts'
import { localDay } from '../sessions/local-day-rules.ts'

/** When something happened, as well as this seat can know it. */
export interface Moment {
  /** UTC milliseconds, whole. */
  readonly at: number
  /** Whether the wall clock could be believed then. */
  readonly trusted: boolean
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string
}

/**
 * Gives the present moment. While the wall cannot be believed (set back to 2000 in mid-session), time goes on from the
 * last moment that could, by the monotonic clock; `trusted` is false all the same, so that reports can say so.
 */
export function createMoments(clock: Clock, zoneOffset: (at: number) => number): () => Moment {
  let believed: { wall: number; monotonic: number } | undefined
  return () => {
    const [wall, monotonic, trusted] = [clock.wall(), clock.monotonic(), clock.trusted()]
    if (trusted) believed = { wall, monotonic }
    const at = Math.round(trusted || !believed ? wall : believed.wall + (monotonic - believed.monotonic))
    return { at, trusted, day: localDay(at, zoneOffset(at)) }
  }
}
