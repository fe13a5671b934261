import type { Clock } from '../kernel/clock.ts'
import { localDay } from '../sessions/local-day-rules.ts'

/** When something happened, as well as this seat can know it. */
export interface Moment {
  /** UTC milliseconds, whole. */
  readonly at: number
  /** Whether it was known then; otherwise it goes on from the last time that was. */
  readonly trusted: boolean
  /** Local calendar day, YYYY-MM-DD. */
  readonly day: string
}

/** Gives the present moment, with its day. */
export function createMoments(clock: Pick<Clock, 'now'>, zoneOffset: (at: number) => number): () => Moment {
  return () => {
    const { at, trusted } = clock.now()
    return { at, trusted, day: localDay(at, zoneOffset(at)) }
  }
}
