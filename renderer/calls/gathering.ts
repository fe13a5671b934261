/** So long after the last candidate no more are waited for. */
const AFTER_LAST_MS = 120
/** A relay far away, or one that only TLS reaches, takes several round trips; so long it is waited for. */
const FOR_RELAY_MS = 4000

export interface Candidate {
  readonly candidate: string
}

/**
 * Decides when an offer or an answer goes out. The end of gathering is not waited for, since a way that a firewall blocks ends after
 * ten seconds only; but a relay is, where there is one: between two homes, and behind a firewall, nothing else works.
 */
export interface Gathering {
  /** One more candidate; `ready` sends what there is. */
  found(candidate: Candidate, ready: () => void): void
  stop(): void
}

export function watchGathering(hasRelay: () => boolean): Gathering {
  let timer: ReturnType<typeof setTimeout> | undefined
  let round: (() => void) | null = null
  let deadline: ReturnType<typeof setTimeout> | undefined
  let relayed = false

  const stop = (): void => {
    clearTimeout(timer)
    clearTimeout(deadline)
  }
  return {
    found({ candidate }, ready) {
      // Each description has a `ready` of its own.
      if (round !== ready) {
        stop()
        round = ready
        relayed = false
        deadline = setTimeout(ready, FOR_RELAY_MS)
      }
      relayed ||= / typ relay\b/.test(candidate)
      clearTimeout(timer)
      if (relayed || !hasRelay()) timer = setTimeout(ready, AFTER_LAST_MS)
    },
    stop,
  }
}
