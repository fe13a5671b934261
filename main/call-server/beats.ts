import type { Clock } from '#core/kernel/clock.ts'

/** When each open call was last known to be wanted: by the monotonic clock, so that setting the wall ends no call. */
export interface BeatBook {
  /** A seat beats for this call. */
  beat(call: string): void
  /** Milliseconds since the last beat; the first look at a call counts as one, also after a restart. */
  silence(call: string): number
  forgetAllBut(calls: ReadonlySet<string>): void
}

export function createBeats(clock: Pick<Clock, 'monotonic'>): BeatBook {
  const last = new Map<string, number>()
  return {
    beat: (call) => void last.set(call, clock.monotonic()),
    silence(call) {
      const now = clock.monotonic()
      const at = last.get(call)
      if (at === undefined) last.set(call, now)
      return now - (at ?? now)
    },
    forgetAllBut(calls) {
      for (const call of last.keys()) if (!calls.has(call)) last.delete(call)
    },
  }
}
