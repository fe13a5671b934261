import { useLayoutEffect, useState, type RefObject } from 'react'
import { board } from './units.ts'

/** Pixels of one board unit, so that a whole sheet is as large as this box allows; undefined until it has a size. */
export function useUnit(
  box: RefObject<HTMLElement | null>,
  by: 'width' | 'both' = 'both',
): number | undefined {
  const [unit, setUnit] = useState<number>()
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = () => {
      const wide = element.clientWidth / board.width
      const next = by === 'width' ? wide : Math.min(wide, element.clientHeight / board.height)
      // Whole device pixels: a canvas that is half a pixel off is a blurred one.
      if (next > 0) setUnit(Math.floor(next * board.width) / board.width)
    }
    measure()
    const size = new ResizeObserver(measure)
    size.observe(element)
    return () => size.disconnect()
  }, [box, by])
  return unit
}
