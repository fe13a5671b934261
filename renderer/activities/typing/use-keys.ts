import { useLayoutEffect, useRef } from 'react'

/** The letter or digit of a key: by what it writes, else by where it lies (an input method of the system keeps what it writes). */
function keyOf({ key, code }: KeyboardEvent): string | undefined {
  const written = key.toLowerCase()
  if (/^[a-z0-9;]$/.test(written)) return written
  return /^(?:Key|Digit)(\w)$/.exec(code)?.[1]?.toLowerCase()
}

/** Hears the letters and digits of the keyboard wherever the focus is. A key that is held counts once. */
export function useKeys(press: (key: string) => void): void {
  const latest = useRef(press)
  useLayoutEffect(() => {
    latest.current = press
  })
  // Heard as soon as it is seen: a key that is pressed in that moment counts.
  useLayoutEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const key = keyOf(event)
      if (key === undefined) return
      event.preventDefault()
      if (!event.repeat) latest.current(key)
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [])
}
