import type { Clock } from '#core/kernel/clock.ts'

/** How far a seat's time may lie from ours, either way. */
export const TIME_WINDOW = 90_000

export interface Nonces {
  /** Whether a request of that time may be looked at: within the window, and not from before this start. */
  timely(at: number): boolean
  /** Remembers a nonce; false when it was there already, or when the seat asks too fast to be remembered. */
  take(seat: string, nonce: string): boolean
}

/** More requests than this of one seat within the time that nonces are kept are refused: 55 a second. */
const KEPT_PER_SEAT = 10_000

/**
 * Remembers nonces for as long as their time would be accepted. In memory: what was signed before this start is refused by its
 * time instead, so a restart opens no gap, and no request costs a write to the disk.
 */
export function createNonces(clock: Pick<Clock, 'wall' | 'monotonic'>): Nonces {
  let startedAt = clock.wall()
  const seats = new Map<string, Map<string, number>>()
  return {
    timely(at) {
      const now = clock.wall()
      // Our own clock was set back: what it said at the start is no measure any more.
      startedAt = Math.min(startedAt, now)
      return at >= startedAt && Math.abs(at - now) <= TIME_WINDOW
    },
    take(seat, nonce) {
      const now = clock.monotonic()
      const known = seats.get(seat) ?? new Map<string, number>()
      seats.set(seat, known)
      // In the order of their coming, so the first that is young ends the search.
      for (const [old, at] of known) {
        if (now - at <= 2 * TIME_WINDOW) break
        known.delete(old)
      }
      if (known.has(nonce) || known.size >= KEPT_PER_SEAT) return false
      known.set(nonce, now)
      return true
    },
  }
}
