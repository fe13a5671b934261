import { useEffect, useEffectEvent } from 'react'

/** So long nobody touches a question about feelings, and it counts as “I'd rather not say”, ms. */
export const SILENCE = 20_000

/** Silence, and Escape, count as not wanting to say; every touch begins the wait anew. */
export function useSilence(on: boolean, leave: () => void): void {
  const left = useEffectEvent(leave)
  useEffect(() => {
    if (!on) return undefined
    let timer = setTimeout(() => left(), SILENCE)
    const touched = () => {
      clearTimeout(timer)
      timer = setTimeout(() => left(), SILENCE)
    }
    const pressed = (event: KeyboardEvent) => {
      // A dialog over the page takes its own Escape.
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) left()
      else touched()
    }
    window.addEventListener('pointerdown', touched, true)
    window.addEventListener('keydown', pressed, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', touched, true)
      window.removeEventListener('keydown', pressed, true)
    }
  }, [on])
}
