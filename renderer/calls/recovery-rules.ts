/** Media older than this is a link that may be dead: the socket is probed. */
const STALE_MS = 2500
/** A browser's WebSocket does not notice a dead link for minutes; what was heard on it lately is believed so long. */
const FRESH_MS = 2000
/** Without media for so long the call is given up. */
export const GIVE_UP_MS = 240_000
/** Between two restarts of our own. */
const BETWEEN_RESTARTS_MS = 4000
/** A restart without an answer is not waited for longer; the proxy gives up after 8 s. */
const RESTART_PATIENCE_MS = 12_000

/** What is known of the link at one moment; times are monotonic ms. */
export interface LinkFacts {
  readonly role: 'kiosk' | 'parent'
  readonly now: number
  /** When bytes of sound or picture last came. */
  readonly mediaAt: number
  /** When the proxy was last heard on the socket. */
  readonly heardAt: number
  readonly connected: boolean
  readonly registered: boolean
  readonly probing: boolean
  /** No other offer is on its way. */
  readonly canOffer: boolean
  /** The restart that is on its way. */
  readonly pendingSince: number | null
  /** The last restart, or the last asking for one. */
  readonly triedAt: number | null
  /** The other end asked for a restart, and none was made since. */
  readonly asked: boolean
}

/** `restart`: offer anew with an ICE restart. `ask`: ask the kiosk for one. */
export type RecoveryStep = 'nothing' | 'probe' | 'restart' | 'ask' | 'give-up'

/**
 * What to do about a link now. Only the kiosk restarts, so that two offers never meet; and only once registered on a socket
 * that was heard a moment ago, because an offer into a dead socket costs its whole time-out.
 */
export function recoveryStep(facts: LinkFacts): RecoveryStep {
  const age = facts.now - facts.mediaAt
  if (age >= GIVE_UP_MS) return 'give-up'
  const stale = age >= STALE_MS
  if (!stale && !facts.asked) return 'nothing'
  if (!facts.connected || facts.probing) return 'nothing'
  if (facts.now - facts.heardAt > FRESH_MS) return 'probe'
  if (!facts.registered) return 'nothing'
  if (facts.triedAt !== null && facts.now - facts.triedAt < BETWEEN_RESTARTS_MS) return 'nothing'
  if (facts.role === 'parent') return stale ? 'ask' : 'nothing'
  if (!facts.canOffer) return 'nothing'
  if (facts.pendingSince !== null && facts.now - facts.pendingSince < RESTART_PATIENCE_MS) return 'nothing'
  return 'restart'
}
