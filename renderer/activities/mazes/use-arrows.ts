import { useLayoutEffect, useEffectEvent } from 'react'
import type { Direction } from './walker-rules.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowDown: 'down',
}

/** The arrows walk, wherever the focus is; buttons are reached by Tab. Backspace goes one step back. */
export function useArrows(onStep: (direction: Direction) => void, onBack: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return
    const direction = arrows[event.key]
    if (direction) onStep(direction)
    else if (event.key === 'Backspace') onBack()
    else return
    // Else the arrows would go on to the next button.
    event.preventDefault()
  })
  // Heard as soon as it is seen: a key that is pressed in that moment counts.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
}
