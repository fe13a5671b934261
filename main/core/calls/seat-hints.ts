import type { Clock } from '../kernel/clock.ts'
import type { SeatLine } from './seat-line.ts'

/** A stream that ended is opened again no sooner. */
const AGAIN_MS = 15_000

/**
 * Hints of the server that something waits there. A hint says neither what nor for whom; who hears it asks as always. Asking from time
 * to time goes on beside it, for the hints that a cut swallows.
 */
export interface SeatHints {
  /** Every few seconds: opens the stream where none stands and the server is there. */
  tick(): void
  /** Also told when a stream was opened: nobody listened until then. */
  onHint(listener: () => void): void
}

export function createSeatHints(
  line: Pick<SeatLine, 'listen' | 'state'>,
  clock: Pick<Clock, 'monotonic'>,
): SeatHints {
  const listeners = new Set<() => void>()
  let isListening = false
  let triedAt = -Infinity

  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const listen = async (): Promise<void> => {
    isListening = true
    triedAt = clock.monotonic()
    await line.listen('/api/seat/events', tell)
    isListening = false
  }
  return {
    tick: () => {
      // Whether the server is there, and its time, is learnt by what is asked of it anyway.
      if (isListening || line.state().at !== 'open' || clock.monotonic() - triedAt < AGAIN_MS) return
      void listen()
    },
    onHint: (listener) => void listeners.add(listener),
  }
}
