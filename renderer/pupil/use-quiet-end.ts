import { useEffect, useEffectEvent } from 'react'
import { useGo } from './session/session.tsx'

/** A page with work in hand that nobody touches for this long after the end says goodbye by itself, ms. */
const quiet = 90_000

/** While `on`, goes to the goodbye once nobody has touched anything for a while. */
export function useQuietEnd(on: boolean): void {
  const go = useGo()
  const leave = useEffectEvent(() => go('goodbye'))
  useEffect(() => {
    if (!on) return undefined
    let timer = setTimeout(() => leave(), quiet)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(() => leave(), quiet)
    }
    const events = ['pointerdown', 'pointerup', 'keydown'] as const
    for (const event of events) window.addEventListener(event, touched, true)
    return () => {
      clearTimeout(timer)
      for (const event of events) window.removeEventListener(event, touched, true)
    }
  }, [on])
}
