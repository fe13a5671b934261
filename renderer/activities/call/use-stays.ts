import { useEffect, useState } from 'react'

/** Whether something has been so for a while, without a break. */
export function useStays(isSo: boolean, ms: number): boolean {
  const [stays, setStays] = useState(false)
  useEffect(() => {
    if (!isSo) return undefined
    const timer = setTimeout(() => setStays(true), ms)
    return () => {
      clearTimeout(timer)
      setStays(false)
    }
  }, [isSo, ms])
  return isSo && stays
}
