import type { CallCredentials } from '#contract/wire.ts'

/** They live ten minutes at most; a seat's clock may be wrong, so their own end is not read. */
const RENEW_MS = 240_000
const TRY_AGAIN_MS = 5000

export interface CredentialKeeper {
  now(): CallCredentials | null
  /** Asks at once: they were refused. */
  renew(): void
  stop(): void
}

/** Keeps credentials fresh; `onFresh` is told of each new set, `onFailure` of each asking that failed. */
export function keepCredentials(
  ask: () => Promise<CallCredentials>,
  onFresh: (credentials: CallCredentials) => void,
  onFailure: () => void,
): CredentialKeeper {
  let held: CallCredentials | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let stopped = false

  const later = (ms: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void renew(), ms)
  }
  async function renew(): Promise<void> {
    if (asking || stopped) return
    asking = true
    try {
      const fresh = await ask()
      if (stopped) return
      held = fresh
      later(RENEW_MS)
      onFresh(fresh)
    } catch {
      if (stopped) return
      later(TRY_AGAIN_MS)
      onFailure()
    } finally {
      asking = false
    }
  }
  void renew()
  return {
    now: () => held,
    renew: () => void renew(),
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
