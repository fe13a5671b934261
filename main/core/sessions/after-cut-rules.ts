import { type SessionTime, remaining } from './session-rules.ts'

/** A child who comes back within so long after a cut goes on with the same session. */
export const RESUME_WITHIN_MS = 15 * 60_000

/** What a start finds of the time before it. */
export interface Cut {
  /** The session that nobody closed; null if there is none. */
  readonly openSession: (SessionTime & { readonly startedAt: number }) | null
  /** UTC milliseconds by the wall. */
  readonly now: number
  /** Whether the wall may be believed. */
  readonly trusted: boolean
  /** The machine started anew since the last heartbeat, so the monotonic clock did too. */
  readonly bootChanged: boolean
  /** Milliseconds since the last heartbeat: by the monotonic clock within one boot, else by the wall. NaN if unknown. */
  readonly gapMs: number
}

/**
 * Whether an open session goes on or is closed at its last heartbeat. It goes on within 15 minutes, with time left, and
 * only on a clock that can be believed: a dead battery makes yesterday's child look like this minute's.
 */
export function afterCut({ openSession, now, trusted, bootChanged, gapMs }: Cut): 'resume' | 'close' {
  if (!openSession || remaining(openSession) <= 0) return 'close'
  const credible = bootChanged ? trusted && openSession.startedAt <= now : true
  return credible && gapMs >= 0 && gapMs <= RESUME_WITHIN_MS ? 'resume' : 'close'
}
