import { useEffect, useState } from 'react'

/** Whole seconds left of a wait that main told; counts on the window's monotonic clock and stands still at 0. */
export function useCountdown(): { readonly seconds: number; readonly begin: (ms: number) => void } {
  const [until, setUntil] = useState(0)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (until === 0) return
    const tick = () => {
      const left = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setSeconds(left)
      if (left === 0) setUntil(0)
    }
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])
  const begin = (ms: number) => {
    setUntil(performance.now() + ms)
    setSeconds(Math.max(1, Math.ceil(ms / 1000)))
  }
  return { seconds, begin }
}
