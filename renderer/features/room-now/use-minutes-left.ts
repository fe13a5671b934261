import { useEffect, useState } from 'react'
import type { SessionNow } from '#contract/sessions.ts'

/** Whole minutes left, rounded up, counted on from main's answer by the window's own monotonic clock. */
export function useMinutesLeft(session: SessionNow): number {
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    setPassed(0)
    if (session.resting) return
    const heard = performance.now()
    const timer = setInterval(() => setPassed(performance.now() - heard), 15_000)
    return () => clearInterval(timer)
  }, [session])
  return Math.ceil(Math.max(0, session.remainingMs - passed) / 60_000)
}
