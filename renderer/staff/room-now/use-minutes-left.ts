import { useEffect, useState } from 'react'
import type { SessionNow } from '#contract/sessions.ts'

/** Whole minutes left, rounded up, counted on from main's answer by the window's own monotonic clock. */
export function useMinutesLeft(session: SessionNow): number {
  const [counted, setCounted] = useState({ of: session, passed: 0 })
  useEffect(() => {
    if (session.resting) return
    const heard = performance.now()
    const count = () => setCounted({ of: session, passed: performance.now() - heard })
    const timer = setInterval(count, 15_000)
    return () => clearInterval(timer)
  }, [session])
  const passed = counted.of === session ? counted.passed : 0
  return Math.ceil(Math.max(0, session.remainingMs - passed) / 60_000)
}
