import type { Phase } from '#contract/sessions.ts'

const MINUTE = 60_000

/** A turn, where the room says nothing else: rooms allow at most 30 minutes (see the rules of the place). */
export const DEFAULT_SESSION_MS = 30 * MINUTE
/** "我还没好" gives so much, once. */
export const STAY_MS = 2 * MINUTE
/** After the goodbye began, a window that nobody closes any more is closed; everything in it is saved already. */
export const GRACE_MS = MINUTE
/** What a session that nobody waits behind gets more (H7). */
export const EXTENSION_MS = 10 * MINUTE

/** Where time stands in a session. Both count by the monotonic clock; `usedMs` leaves out what rested. */
export interface SessionTime {
  /** Planned length in milliseconds, everything that was given included. */
  readonly lengthMs: number
  readonly usedMs: number
}

/** `over`: the grace after the goodbye is used up too. */
export type SessionPhase = Phase | 'over'

/** Milliseconds between two monotonic readings: never negative, and 0 for what is no number. */
export function elapsed(from: number, to: number): number {
  const passed = to - from
  return Number.isFinite(passed) ? Math.max(0, passed) : 0
}

/** Milliseconds left, never negative. */
export function remaining({ lengthMs, usedMs }: SessionTime): number {
  return elapsed(usedMs, lengthMs)
}

/** Warned at five minutes and at one (H5); at none the child finishes in peace. */
export function phaseOf(time: SessionTime): SessionPhase {
  const left = remaining(time)
  if (left > 5 * MINUTE) return 'open'
  if (left > MINUTE) return 'five'
  if (left > 0) return 'one'
  return elapsed(time.lengthMs, time.usedMs) < GRACE_MS ? 'goodbye' : 'over'
}

/** How far the sun has come: 0 at the start, 1 behind the hill. */
export function skyPosition(time: SessionTime): number {
  return time.lengthMs > 0 ? Math.min(1, elapsed(0, time.usedMs) / time.lengthMs) : 1
}

/** More time from now on: what is given late counts from now, so that the child has all of it. */
export function given(time: SessionTime, moreMs: number): SessionTime {
  const more = elapsed(0, moreMs)
  return more === 0
    ? time
    : { ...time, lengthMs: Math.max(elapsed(0, time.lengthMs), elapsed(0, time.usedMs)) + more }
}

/** Whether “我还没好” may be tapped: once, at the end. */
export function mayStay(time: SessionTime, stayed: boolean): boolean {
  return !stayed && (phaseOf(time) === 'goodbye' || phaseOf(time) === 'one')
}

/**
 * Milliseconds that a session gets by itself (H7): only in its last five minutes, when nobody waits, where the room
 * wants it, and never beyond `longestMs` in all.
 */
export function extension(
  time: SessionTime,
  room: { allowed: boolean; waiting: number; longestMs: number },
): number {
  const phase = phaseOf(time)
  if (!room.allowed || room.waiting > 0 || phase === 'open' || phase === 'over') return 0
  return Math.min(EXTENSION_MS, elapsed(time.lengthMs, room.longestMs))
}
