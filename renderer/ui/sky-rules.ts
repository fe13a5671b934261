/** What the countdown shows: the sun on its way, the sun about to set with swallows for minutes. */
export interface SkyState {
  /** Part of the session that is over, 0 to 1; may step back when a session is made longer. */
  readonly passed: number
  /** Minutes left, rounded up; at 5 and less the swallows count them. */
  readonly minutesLeft: number
  /** The clock stands still: a call, or “I want to talk”. */
  readonly resting?: boolean
}

export type SkyLight = 'morning' | 'day' | 'gold' | 'dusk'

/** The light of the sky; morning up to 15 %, gold from 75 %, dusk in the last five minutes unless the clock rests. */
export function skyLight({ passed, minutesLeft, resting }: SkyState): SkyLight {
  if (minutesLeft <= 5 && !resting) return 'dusk'
  if (passed < 0.15) return 'morning'
  return passed < 0.75 ? 'day' : 'gold'
}

/** An arc of dots over the land, in units of its picture. */
export interface Arc {
  readonly left: number
  readonly right: number
  readonly foot: number
  readonly rise: number
  readonly dots: number
}

export const roadArc: Arc = { left: 34, right: 446, foot: 74, rise: 46, dots: 16 }
export const skyArc: Arc = { left: 212, right: 1154, foot: 212, rise: 137, dots: 21 }

/** Where the sun stands after a part of the way, 0 to 1 (held inside). */
export function onArc(arc: Arc, part: number): { readonly x: number; readonly y: number } {
  const t = Math.min(1, Math.max(0, part))
  return { x: arc.left + (arc.right - arc.left) * t, y: arc.foot - arc.rise * 4 * t * (1 - t) }
}

/** The dots of the way, and which of them the sun has passed. */
export function arcDots(arc: Arc, passed: number) {
  return Array.from({ length: arc.dots }, (_, index) => {
    const part = index / (arc.dots - 1)
    return { ...onArc(arc, part), done: part <= passed + 1e-9 }
  })
}

/** A telephone wire with room for five swallows, in units of its picture. */
export interface Wire {
  readonly left: number
  readonly right: number
  readonly first: number
  readonly step: number
  readonly high: number
  readonly sag: number
  /** From where a swallow sits to where it leaves a mark on the wire. */
  readonly mark: number
}

export const roadWire: Wire = { left: 90, right: 390, first: 132, step: 54, high: 24, sag: 6, mark: 14 }
export const skyWire: Wire = { left: 408, right: 958, first: 503, step: 90, high: 76, sag: 12, mark: 26 }

/** Five places on the wire, from the left; the first `minutes` of them (0 to 5) are taken. */
export function wirePlaces(wire: Wire, minutes: number) {
  return Array.from({ length: 5 }, (_, index) => {
    const x = wire.first + wire.step * index
    const y = wire.high + wire.sag * Math.sin((Math.PI * (x - wire.left)) / (wire.right - wire.left))
    return { x, y, markY: y + wire.mark, taken: index < minutes }
  })
}
