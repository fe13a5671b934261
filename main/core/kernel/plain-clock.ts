import type { Clock } from './clock.ts'

export interface PlainTime {
  readonly wall: () => number
  readonly monotonic?: () => number
  readonly trusted?: () => boolean
}

/** A clock that is taken as it stands, for threads and for rooms that are made up: what the wall says is known and certain. */
export function plainClock({ wall, monotonic = () => 0, trusted = () => true }: PlainTime): Clock {
  return {
    wall,
    monotonic,
    trusted,
    now: () => ({ at: Math.round(wall()), trusted: trusted() }),
    certain: () => (trusted() ? Math.floor(wall()) : 0),
  }
}
