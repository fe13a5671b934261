import type { Interval } from './quality-rules.ts'

/** A second of a call on a link that carries all of it. */
export const good: Interval = {
  ms: 1000,
  bytes: 60_000,
  frames: 15,
  loss: 0,
  concealed: 0,
  remoteLoss: 0,
  roundTripMs: 40,
  outgoing: 900_000,
  sent: 500_000,
}
