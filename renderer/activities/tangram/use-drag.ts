import { useRef, type PointerEvent } from 'react'
import type { Spot } from '#core/learning/tangram/table-rules.ts'

/** Px that a finger may tremble while it taps. */
const TREMBLE = 8

interface Held {
  readonly pointer: number
  readonly piece: number
  readonly element: SVGGElement
  readonly inverse: DOMMatrix
  readonly from: Spot
  /** From where the finger is to the middle of the piece. */
  readonly offset: Spot
  moved: boolean
}

function placeOf(inverse: DOMMatrix, { clientX, clientY }: PointerEvent): Spot {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(inverse)
  return { x, y }
}

export interface Drag {
  readonly onPointerDown: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerMove: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerUp: (event: PointerEvent<SVGSVGElement>) => void
  readonly onPointerCancel: (event: PointerEvent<SVGSVGElement>) => void
}

/**
 * Pieces that are dragged or tapped. The drawing is measured when a finger comes down; while it moves only the piece's own
 * transform changes.
 */
export function useDrag({
  closed,
  middleOf,
  onTap,
  onDrop,
  onField,
}: {
  readonly closed: boolean
  readonly middleOf: (piece: number) => Spot
  readonly onTap: (piece: number) => void
  readonly onDrop: (piece: number, place: Spot) => void
  /** A tap beside the pieces. */
  readonly onField: (place: Spot) => void
}): Drag {
  const held = useRef<Held>(undefined)
  const middleNow = (mine: Held, event: PointerEvent): Spot => {
    const place = placeOf(mine.inverse, event)
    return { x: place.x + mine.offset.x, y: place.y + mine.offset.y }
  }
  const letGo = (mine: Held) => {
    held.current = undefined
    mine.element.classList.remove('is-held')
    const { x, y } = middleOf(mine.piece)
    mine.element.style.transform = `translate(${x}px, ${y}px)`
  }
  return {
    onPointerDown(event) {
      const inverse = event.currentTarget.getScreenCTM()?.inverse()
      if (closed || held.current || !event.isPrimary || event.button !== 0 || !inverse) return
      const element = (event.target as Element).closest<SVGGElement>('[data-piece]')
      const place = placeOf(inverse, event)
      if (!element) return onField(place)
      const piece = Number(element.dataset['piece'])
      const middle = middleOf(piece)
      const offset = { x: middle.x - place.x, y: middle.y - place.y }
      const from = { x: event.clientX, y: event.clientY }
      held.current = { pointer: event.pointerId, piece, element, inverse, from, offset, moved: false }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event) {
      const mine = held.current
      if (!mine || mine.pointer !== event.pointerId) return
      const far = Math.hypot(event.clientX - mine.from.x, event.clientY - mine.from.y)
      if (!mine.moved && far < TREMBLE) return
      if (!mine.moved) mine.element.classList.add('is-held')
      mine.moved = true
      const { x, y } = middleNow(mine, event)
      mine.element.style.transform = `translate(${x}px, ${y}px)`
    },
    onPointerUp(event) {
      const mine = held.current
      if (!mine || mine.pointer !== event.pointerId) return
      letGo(mine)
      if (mine.moved) onDrop(mine.piece, middleNow(mine, event))
      else onTap(mine.piece)
    },
    onPointerCancel() {
      if (held.current) letGo(held.current)
    },
  }
}
