import { useLayoutEffect, useEffectEvent } from 'react'
import type { Size } from '#core/learning/sudoku/shape-rules.ts'

export interface Typing {
  readonly size: Size
  readonly onValue: (value: number) => void
  readonly onWipe: () => void
  readonly onUndo: () => void
  /** N: values are noted, or put again. */
  readonly onNoting: () => void
}

/** What is typed: digits, Backspace, N for notes, Z for one back. The arrows go from cell to cell as from button to button. */
export function useTyping({ size, onValue, onWipe, onUndo, onNoting }: Typing): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.isComposing) return
    const digit = /^[1-9]$/u.test(event.key) ? Number(event.key) : 0
    if (event.key.toLowerCase() === 'z') onUndo()
    else if (event.ctrlKey) return
    else if (digit > 0 && digit <= size) onValue(digit)
    else if (event.key === 'Backspace' || event.key === 'Delete' || event.key === '0') onWipe()
    else if (event.key.toLowerCase() === 'n') onNoting()
    else return
    event.preventDefault()
  })
  // Heard as soon as it is seen: a key that is pressed in that moment counts.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
