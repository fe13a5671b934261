export type Direction = 'left' | 'right' | 'up' | 'down'

/** A place on the screen, px. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Index of the box that an arrow key leads to from the box `now`, -1 where there is none; the first box where nothing has
 * the focus yet. Nearest along the direction; sideways distance counts three times, so that rows and columns are kept.
 */
export function nearest(boxes: readonly Box[], now: number, direction: Direction): number {
  const from = boxes[now]
  if (!from) return boxes.length > 0 ? 0 : -1
  let best = -1
  let least = Infinity
  for (const [index, box] of boxes.entries()) {
    if (index === now) continue
    const [along, aside] = distance(from, box, direction)
    if (along <= 0) continue
    const far = along + aside * 3
    if (far < least) [best, least] = [index, far]
  }
  return best
}

/** How far the middle of a box lies ahead, and how far it lies aside of the span of `from`. */
function distance(from: Box, to: Box, direction: Direction): readonly [number, number] {
  const dx = (to.left + to.right - from.left - from.right) / 2
  const dy = (to.top + to.bottom - from.top - from.bottom) / 2
  const asideX = Math.max(0, to.left - from.right, from.left - to.right)
  const asideY = Math.max(0, to.top - from.bottom, from.top - to.bottom)
  // What lies inside (the speaker on a door) is reached from above, not from the side.
  const beside = (to.left + to.right) / 2 > from.right || (to.left + to.right) / 2 < from.left
  switch (direction) {
    case 'left':
      return [beside && -dx > asideY ? -dx : 0, asideY]
    case 'right':
      return [beside && dx > asideY ? dx : 0, asideY]
    case 'up':
      return [-dy, asideX + Math.abs(dx) * 0.1]
    case 'down':
      return [dy, asideX + Math.abs(dx) * 0.1]
  }
}
