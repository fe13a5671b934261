import { type MouseEvent, type PointerEvent, useRef } from 'react'

/** So far a piece is tapped, px; farther it is carried. */
const TAP = 10

interface Carried {
  readonly pointer: number
  readonly x: number
  readonly y: number
  readonly target: DOMRect
  far: boolean
}

const isOver = (
  { clientX, clientY }: PointerEvent<HTMLElement>,
  { left, right, top, bottom }: DOMRect,
): boolean => clientX >= left && clientX <= right && clientY >= top && clientY <= bottom

/** How a carry ended. */
type End = 'tapped' | 'dropped' | 'elsewhere'

/**
 * Buttons that go to a place when they are tapped, pressed by a key, or carried there: only the transform changes while one
 * is carried, and one that is dropped elsewhere glides back. `target` is measured once, when a button is picked up.
 */
export function useCarry(target: () => HTMLElement | null, onMove: (place: number) => void) {
  const carried = useRef<Carried | undefined>(undefined)

  const end = (event: PointerEvent<HTMLElement>): End | undefined => {
    const { current } = carried
    if (!current || event.pointerId !== current.pointer) return undefined
    carried.current = undefined
    event.currentTarget.style.transform = ''
    delete event.currentTarget.dataset['carried']
    target()?.removeAttribute('data-near')
    if (!current.far) return 'tapped'
    return isOver(event, current.target) ? 'dropped' : 'elsewhere'
  }

  return (place: number) => ({
    // A pointer has been heard already; a key, or what helps to press, gives a click without one.
    onClick(event: MouseEvent<HTMLElement>) {
      if (event.detail === 0) onMove(place)
    },
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const to = target()
      if (!to || !event.isPrimary) return
      const box = to.getBoundingClientRect()
      carried.current = {
        pointer: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        target: box,
        far: false,
      }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { current } = carried
      if (!current || event.pointerId !== current.pointer) return
      const [x, y] = [event.clientX - current.x, event.clientY - current.y]
      current.far ||= Math.hypot(x, y) > TAP
      if (!current.far) return
      event.currentTarget.dataset['carried'] = 'true'
      event.currentTarget.style.transform = `translate(${x}px, ${y}px)`
      target()?.toggleAttribute('data-near', isOver(event, current.target))
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const how = end(event)
      if (how === 'tapped' || how === 'dropped') onMove(place)
    },
    onPointerCancel: end,
  })
}
