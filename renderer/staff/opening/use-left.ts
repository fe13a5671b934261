import { useEffect, useState } from 'react'

/** Counts milliseconds down by the monotonic clock, once a second; 0 when it is over. */
export function useLeft(leftMs: number): number {
  const [left, setLeft] = useState(leftMs)
  useEffect(() => {
    const end = performance.now() + leftMs
    const look = () => setLeft(Math.max(0, end - performance.now()))
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [leftMs])
  return left
}
