import type { Clock } from '../kernel/clock.ts'
import { AGREES } from '../kernel/clock-rules.ts'
import { localDay } from '../sessions/local-day-rules.ts'

/** When something happened, as well as this seat can know it. */
export interface Moment {
  /** UTC milliseconds, whole. */
  readonly at: number
  /** Whether it was known then; otherwise it goes on from the last time that was. */
  readonly trusted: boolean
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string
  /** Monotonic ms, for a moment of this start: what the time turns out to have been can be worked out by it. */
  readonly monotonic?: number
}

export interface Moments {
  /** The present moment, with its day. */
  moment(): Moment
  /** A moment of before as it is known by now: the time may have become known since, or a believed one have turned out wrong. */
  again(moment: Moment): Moment
}

export function createMoments(
  clock: Pick<Clock, 'now' | 'monotonic'>,
  zoneOffset: (at: number) => number,
): Moments {
  const at = (time: number, trusted: boolean, monotonic: number): Moment => ({
    at: time,
    trusted,
    day: localDay(time, zoneOffset(time)),
    monotonic,
  })
  return {
    moment: () => {
      const now = clock.now()
      return at(now.at, now.trusted, clock.monotonic())
    },
    again: (before) => {
      const now = clock.now()
      if (before.monotonic === undefined || !now.trusted) return before
      const was = Math.round(now.at - (clock.monotonic() - before.monotonic))
      const isRight = before.trusted && Math.abs(was - before.at) <= AGREES
      return isRight ? before : at(was, true, before.monotonic)
    },
  }
}
