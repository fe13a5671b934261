import type { CallEnd } from '#contract/calls.ts'

const MINUTE = 60_000
/** A call that nobody took is worth a lamp for so long. */
export const LAMP_MS = 7 * 24 * 60 * MINUTE
/** Clocks of a seat and its server that agree this well may be compared. */
const AGREE_MS = 5 * MINUTE

const byWhy: Readonly<Record<string, CallEnd>> = {
  offline: 'offline',
  '408': 'no-answer',
  '480': 'offline',
  '486': 'busy',
  '487': 'cancelled',
  '603': 'declined',
}

/** What the log calls the end of a call that came in and found nobody; `why` as the call server says it. */
export const endOfMissed = (why: string): CallEnd => byWhy[why] ?? 'no-answer'

/**
 * When a call was, by this seat's wall: what the server says, unless the seat's clock is off and the two cannot be compared. A
 * call of long ago is told late, so it may lie before now by any time, but never after.
 */
export function momentOfMissed(
  toldAt: number,
  here: { readonly at: number; readonly trusted: boolean },
): { readonly at: number; readonly trusted: boolean } {
  if (here.trusted && toldAt <= here.at + AGREE_MS) return { at: Math.min(toldAt, here.at), trusted: true }
  return { at: here.at, trusted: false }
}
