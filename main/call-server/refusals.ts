import type { WireProblem, WireRefusal } from '#contract/wire.ts'
import { err, type Result } from '#core/kernel/result.ts'

/** A refusal on its way out; `waitMs` becomes Retry-After. */
export interface Refused extends WireRefusal {
  readonly waitMs?: number
}

export type Answer<T> = Result<T, Refused>

export const refuse = (
  problem: WireProblem,
  facts: Omit<Refused, 'problem'> = {},
): { ok: false; error: Refused } => err({ problem, ...facts })

/** The HTTP status of each problem. */
export const statusOf: Readonly<Record<WireProblem, number>> = {
  unknown: 404,
  used: 410,
  expired: 410,
  revoked: 403,
  'not-yours': 403,
  'no-consent': 403,
  'too-many': 429,
  'too-large': 413,
  'bad-request': 400,
  'bad-signature': 401,
  'bad-time': 401,
  stale: 409,
  'wrong-offset': 409,
  server: 500,
}
