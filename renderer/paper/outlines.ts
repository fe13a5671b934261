import { getStroke } from 'perfect-freehand'
import type { StrokeStep } from '#contract/diary.ts'

/** What a line needs to be drawn. */
export type Line = Pick<StrokeStep, 'tool' | 'size' | 'points'>

/** Points that a piece shares with the one before, so that no joint is seen. */
const overlap = 4
/** Numbers of a piece of a long stroke (x, y, pressure): one is outlined within a frame on a slow computer. */
const pieceNumbers = 3 * 400

/** The outline of a stroke's points from number `from` of its flat list (a multiple of 3) to `to`, in paper units. */
export function outlineOf(stroke: Line, from = 0, to = stroke.points.length): Path2D | undefined {
  const points: [number, number, number][] = []
  for (let at = Math.max(0, from - overlap * 3); at + 2 < to; at += 3)
    points.push([stroke.points[at] ?? 0, stroke.points[at + 1] ?? 0, stroke.points[at + 2] ?? 0])
  // Smoothing and pressure are in the points already (pen-rules), so a piece looks like the whole.
  const outline = getStroke(points, {
    size: stroke.size,
    thinning: stroke.tool === 'rubber' ? 0 : stroke.tool === 'brush' ? 0.6 : 0.35,
    smoothing: 0.5,
    streamline: 0,
    simulatePressure: false,
    last: true,
  })
  const [first, ...rest] = outline
  if (!first) return undefined
  const path = new Path2D()
  path.moveTo(first[0] ?? 0, first[1] ?? 0)
  let [lastX, lastY] = first
  for (const [x = 0, y = 0] of rest) {
    path.quadraticCurveTo(lastX ?? 0, lastY ?? 0, ((lastX ?? 0) + x) / 2, ((lastY ?? 0) + y) / 2)
    lastX = x
    lastY = y
  }
  path.closePath()
  return path
}

/** In how many pieces a stroke is painted, one at least. */
export const piecesOf = ({ points }: Line): number => Math.max(1, Math.ceil(points.length / pieceNumbers))

const known = new WeakMap<Line, (Path2D | undefined)[]>()

/** The outline of a piece of a stroke, made once: a thing that is moved has all that lies under it painted again. */
export function pieceOf(stroke: Line, piece: number): Path2D | undefined {
  const pieces = known.get(stroke) ?? []
  known.set(stroke, pieces)
  const from = piece * pieceNumbers
  pieces[piece] ??= outlineOf(stroke, from, Math.min(stroke.points.length, from + pieceNumbers))
  return pieces[piece]
}

/** The twelve paints, as the tokens have them. */
export function paints(): readonly string[] {
  const style = getComputedStyle(document.documentElement)
  return Array.from({ length: 12 }, (_, index) => style.getPropertyValue(`--paint-${index}`).trim())
}
