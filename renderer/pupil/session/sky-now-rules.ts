import type { SessionNow } from '#contract/sessions.ts'
import type { SkyState } from '#ui/sky-rules.ts'

/** Milliseconds left now: what main said, less what has passed since by the window's own monotonic clock. */
export function remaining(session: SessionNow, heardAt: number, now: number): number {
  if (session.resting || session.paused) return session.remainingMs
  return Math.max(0, session.remainingMs - Math.max(0, now - heardAt))
}

/** What the sky shows at a moment. All times in ms of the same monotonic clock. */
export function skyNow(session: SessionNow, heardAt: number, now: number): SkyState {
  const left = remaining(session, heardAt, now)
  return {
    passed: session.lengthMs > 0 ? Math.min(1, Math.max(0, 1 - left / session.lengthMs)) : 1,
    minutesLeft: Math.ceil(left / 60_000),
    resting: session.resting || session.paused,
  }
}

/** The phase that the time left stands for; main decides, this only says when to ask it. */
export function phaseAt(left: number): SessionNow['phase'] {
  if (left <= 0) return 'goodbye'
  if (left <= 60_000) return 'one'
  return left <= 300_000 ? 'five' : 'open'
}
