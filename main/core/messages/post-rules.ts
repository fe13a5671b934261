import type { MessageWait } from '#contract/messages.ts'
import type { WireProblem } from '#contract/wire.ts'

/** Why a try to bring or fetch something came to nothing. */
export type PostTrouble = WireProblem | 'away' | 'disk' | 'damaged'

const SECOND = 1000
const FIRST = 5 * SECOND
const LONGEST = 600 * SECOND
/** A letterbox that is full empties when somebody listens; a seat that was revoked needs an operator. */
const SLOW: Partial<Record<PostTrouble, number>> = {
  'too-large': 1800 * SECOND,
  revoked: LONGEST,
  disk: 60 * SECOND,
}

/** How long until the next try, ms; `tries` of them failed. `waitMs` is what the server asked for. */
export function waitBefore(trouble: PostTrouble, tries: number, waitMs = 0): number {
  const doubled = Math.min(LONGEST, FIRST * 2 ** Math.max(0, Math.min(tries, 20) - 1))
  return Math.max(SLOW[trouble] ?? doubled, waitMs)
}

/** What the child is told of it; nothing where only patience helps. */
export function waitOf(trouble: PostTrouble | undefined): MessageWait | null {
  if (trouble === 'too-large') return 'full'
  return trouble === undefined || trouble === 'damaged' ? null : 'line'
}

/** The server knows less of the family than this seat does: it has to be told. */
export const needsTelling = (trouble: PostTrouble): boolean =>
  trouble === 'no-consent' || trouble === 'not-yours' || trouble === 'unknown'

const DAY = 86_400_000

/** Whether a message that was seen at `seenAt` has been kept as long as guardians agreed to. UTC ms. */
export const isOver = (seenAt: number, days: number, now: number): boolean => now - seenAt >= days * DAY
