import type { Tool } from '#contract/diary.ts'

/** One side of the square drawing paper, in its own units. */
export const paper = 1000

/** Widths in paper units: thin, middle, thick. */
export const sizes = {
  pen: { thin: 6, middle: 12, thick: 22 },
  brush: { thin: 16, middle: 32, thick: 60 },
  rubber: { thin: 24, middle: 48, thick: 80 },
} as const satisfies Record<Tool, Record<string, number>>
export type SizeName = keyof (typeof sizes)['pen']

/** Numbers of one stroke at most (contract): 10,000 points of x, y, pressure. */
export const mostNumbers = 30_000

/** A raw point of a pointer, in paper units; `pressure` only from a real pen, `at` in ms. */
export interface RawPoint {
  readonly x: number
  readonly y: number
  readonly pressure: number | undefined
  readonly at: number
}

/** Whether a stroke can take no more points; the next one goes on from it. */
export const isFull = (points: readonly number[]): boolean => points.length + 3 > mostNumbers

/** The points that the next stroke begins with, so that no joint is seen where this one was full. */
export const carriedOn = (points: readonly number[]): number[] => points.slice(-3 * 5)

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
const round = (value: number, by: number) => Math.round(value * by) / by

/** How much of the way to a new point the line goes: takes the shake out of a small hand. */
const follow = 0.6
/** Paper units a millisecond at which a line without a pressing pen is thinnest. */
const fast = 4

/**
 * Adds a raw point to a stroke's flat numbers (x, y, pressure, …): smoothed, within the paper's edge, with a pressure from
 * the pen or from the speed. Everything that depends on order happens here, so that drawing a stroke in pieces looks
 * like drawing it whole. Points closer than half a unit are left out.
 */
export function addPoint(
  points: number[],
  raw: RawPoint,
  before: RawPoint | undefined,
  size = { width: paper, height: paper },
): boolean {
  if (isFull(points)) return false
  const [lastX, lastY, lastPressure] = points.slice(-3)
  if (lastX === undefined || lastY === undefined || lastPressure === undefined) {
    points.push(edge(raw.x, size.width), edge(raw.y, size.height), round(raw.pressure ?? 0.5, 100))
    return true
  }
  const x = edge(lastX + (raw.x - lastX) * follow, size.width)
  const y = edge(lastY + (raw.y - lastY) * follow, size.height)
  if (Math.hypot(x - lastX, y - lastY) < 0.5) return false
  const wanted = raw.pressure ?? pressureOf(raw, before)
  points.push(x, y, round(clamp(lastPressure + (wanted - lastPressure) * 0.3, 0.1, 1), 100))
  return true
}

const edge = (value: number, side: number) => round(clamp(value, -100, side + 100), 10)

function pressureOf(raw: RawPoint, before: RawPoint | undefined): number {
  if (!before) return 0.5
  const speed = Math.hypot(raw.x - before.x, raw.y - before.y) / Math.max(1, raw.at - before.at)
  return 0.75 - 0.5 * Math.min(1, speed / fast)
}
