import type { At, Thing } from '#contract/diary.ts'
import { sheetSize } from '../../paper/units.ts'

/** Sizes of a thing's longer side, paper units: of a fingertip, and as wide as the sheet is high. */
export const sizeOf = { least: 80, most: 1000 } as const
/** How large a thing is when it is put down. */
const first: Readonly<Record<Thing['kind'], number>> = {
  sticker: 190,
  photo: 360,
  // A sheet of sums is half as wide as the sheet: each of them can be read.
  picture: 920,
  voice: 190,
  mood: 170,
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
const round = (value: number) => Math.round(value * 10) / 10

/** A place on the sheet: the middle of a thing never leaves it, so that it can be fetched back. */
export const placed = ({ x, y, size, turn }: At): At => ({
  x: round(clamp(x, 0, sheetSize.width)),
  y: round(clamp(y, 0, sheetSize.height)),
  size: round(clamp(size, sizeOf.least, sizeOf.most)),
  turn: ((Math.round(turn) % 360) + 360) % 360,
})

export type Nudge = 'left' | 'right' | 'up' | 'down' | 'smaller' | 'larger' | 'turn-left' | 'turn-right'

/** A press of a button or a key: a step of about a centimetre, an eighth of its size, an eighth of a quarter. */
export function nudged(at: At, nudge: Nudge): At {
  switch (nudge) {
    case 'left':
      return placed({ ...at, x: at.x - 24 })
    case 'right':
      return placed({ ...at, x: at.x + 24 })
    case 'up':
      return placed({ ...at, y: at.y - 24 })
    case 'down':
      return placed({ ...at, y: at.y + 24 })
    case 'smaller':
      return placed({ ...at, size: at.size / 1.15 })
    case 'larger':
      return placed({ ...at, size: at.size * 1.15 })
    case 'turn-left':
      return placed({ ...at, turn: at.turn - 15 })
    case 'turn-right':
      return placed({ ...at, turn: at.turn + 15 })
  }
}

/** Where the next thing is put down: never quite on the one before, so that each can be seen. */
export function freshPlace(kind: Thing['kind'], lying: number): At {
  // In the corner of the square, out of the way of what is drawn.
  if (kind === 'mood') return placed({ x: 905, y: 105, size: first.mood, turn: 0 })
  const step = lying % 7
  const half = first[kind] / 2
  return placed({
    // What is large lies wholly on the sheet, from side to side.
    x: clamp(560 + step * 70 - (lying % 3) * 90, half, sheetSize.width - half),
    y: 400 + (lying % 4) * 70,
    size: first[kind],
    turn: kind === 'photo' ? 356 : 0,
  })
}
