import { useEffect } from 'react'
import { call } from '../api/house.ts'

/** Ten seconds: fine enough for a lock after minutes, too rare to be felt. */
const pace = 10_000

/** Tells main that somebody still works here, at most every ten seconds; main locks the console when it goes quiet. */
export function useSignsOfLife(): void {
  useEffect(() => {
    let last = 0
    const alive = () => {
      const now = performance.now()
      if (now - last < pace) return
      last = now
      void call('staff.stillHere')
    }
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
    for (const kind of kinds) addEventListener(kind, alive, { passive: true })
    return () => {
      for (const kind of kinds) removeEventListener(kind, alive)
    }
  }, [])
}
