import { useRef, useState, type PointerEvent } from 'react'
import type { Tool } from '#core/learning/computer/skill-rules.ts'
import { toolOf } from './use-deed.ts'

/** Less than this, px, was a click. */
const A_CLICK = 8

interface Held {
  readonly at: number
  readonly x: number
  readonly y: number
  /** Where it may be dropped, measured once: nothing is measured while it moves. */
  readonly places: readonly DOMRect[]
  moved: boolean
}

export interface Dragging {
  /** What was tapped and waits for its place: the detour without dragging. */
  readonly chosen: number | undefined
  readonly choose: (at: number) => void
  readonly place: (to: number) => void
  readonly handlers: (at: number) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void
  }
}

/**
 * Things that are pulled to a place, by mouse, finger or pen; also tapped, then the place tapped, which is a detour (`keys`).
 * @param placesOf elements in which things may be dropped, in order
 * @param onDrop `to` is the place, undefined where it was none
 */
export function useDrag(
  placesOf: () => readonly Element[],
  onDrop: (at: number, to: number | undefined, by: Tool) => void,
): Dragging {
  const held = useRef<Held>(undefined)
  const [chosen, setChosen] = useState<number>()
  const back = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    currentTarget.style.transform = ''
    currentTarget.classList.remove('is-held')
    held.current = undefined
  }
  return {
    chosen,
    choose: (at) => setChosen(chosen === at ? undefined : at),
    place(to) {
      if (chosen === undefined) return
      setChosen(undefined)
      onDrop(chosen, to, 'keys')
    },
    handlers: (at) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.classList.add('is-held')
        const places = placesOf().map((place) => place.getBoundingClientRect())
        held.current = { at, x: event.clientX, y: event.clientY, places, moved: false }
      },
      onPointerMove(event) {
        const now = held.current
        if (!now) return
        const [x, y] = [event.clientX - now.x, event.clientY - now.y]
        now.moved ||= Math.hypot(x, y) > A_CLICK
        if (now.moved) event.currentTarget.style.transform = `translate(${x}px, ${y}px)`
      },
      onPointerUp(event) {
        const now = held.current
        back(event)
        if (!now?.moved) return
        const to = now.places.findIndex(
          ({ left, right, top, bottom }) =>
            event.clientX >= left &&
            event.clientX <= right &&
            event.clientY >= top &&
            event.clientY <= bottom,
        )
        setChosen(undefined)
        onDrop(now.at, to < 0 ? undefined : to, toolOf(event))
      },
      onPointerCancel: back,
    }),
  }
}
