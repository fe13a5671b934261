import { useEffect, useRef } from 'react'
import type { Json } from '#contract/learning.ts'
import { call } from '../../api/house.ts'

/** Keeps half-done work, the latest last: while one is under way, those between are left out. */
export function useKept(round: string, now: number): (progress: Json) => void {
  const state = useRef<{ busy: boolean; waiting: { readonly progress: Json } | undefined; over: boolean }>({
    busy: false,
    waiting: undefined,
    over: false,
  })
  useEffect(() => {
    const mine = state.current
    mine.over = false
    return () => {
      mine.over = true
    }
  }, [])
  const send = async (progress: Json): Promise<void> => {
    const mine = state.current
    mine.busy = true
    // What cannot be kept now is kept with the next move; the work on the screen stays.
    await call('learning.keep', { round, now, progress })
    mine.busy = false
    const { waiting } = mine
    mine.waiting = undefined
    if (waiting) await send(waiting.progress)
  }
  return (progress) => {
    if (state.current.busy) state.current.waiting = { progress }
    else void send(progress)
  }
}
