import { useEffect, useRef, useState } from 'react'

/** Time for the second click, ms: longer than a grown-up's half second, small hands are slow. */
const SECOND_WITHIN = 700

/** Two quick clicks on the same thing. `half` is what was clicked once and waits for the second. */
export function useDouble(
  onDouble: (at: number, event: { readonly nativeEvent: Event }) => void,
  onTooSlow: () => void,
): {
  readonly half: number | undefined
  readonly click: (at: number, event: { readonly nativeEvent: Event }) => void
} {
  const [half, setHalf] = useState<number>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    half,
    click(at, event) {
      clearTimeout(timer.current)
      if (half === at) {
        setHalf(undefined)
        onDouble(at, event)
        return
      }
      setHalf(at)
      timer.current = setTimeout(() => {
        setHalf(undefined)
        onTooSlow()
      }, SECOND_WITHIN)
    },
  }
}
