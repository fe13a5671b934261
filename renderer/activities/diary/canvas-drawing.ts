import { getStroke } from 'perfect-freehand'
import type { StrokeStep } from '#contract/diary.ts'
import { paper } from './pen-rules.ts'

/** Points that a piece shares with the one before, so that no joint is seen. */
const overlap = 4

/** Sets a square canvas to `side` device pixels and makes one paper unit its unit. Everything on it is gone. */
export function fitCanvas(canvas: HTMLCanvasElement, side: number): CanvasRenderingContext2D {
  canvas.width = side
  canvas.height = side
  const ground = canvas.getContext('2d')
  if (!ground) throw new Error('no canvas')
  ground.scale(side / paper, side / paper)
  return ground
}

/** Draws the points of a stroke from number `from` of its flat list (a multiple of 3) to its end. */
export function drawStroke(
  ground: CanvasRenderingContext2D,
  stroke: Pick<StrokeStep, 'tool' | 'size' | 'points'>,
  colour: string,
  from = 0,
): void {
  const points: [number, number, number][] = []
  for (let at = Math.max(0, from - overlap * 3); at + 2 < stroke.points.length; at += 3) {
    points.push([stroke.points[at] ?? 0, stroke.points[at + 1] ?? 0, stroke.points[at + 2] ?? 0])
  }
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
  if (!first) return
  ground.save()
  ground.globalCompositeOperation = stroke.tool === 'rubber' ? 'destination-out' : 'source-over'
  ground.fillStyle = colour
  ground.beginPath()
  ground.moveTo(first[0] ?? 0, first[1] ?? 0)
  let [lastX, lastY] = first
  for (const [x = 0, y = 0] of rest) {
    ground.quadraticCurveTo(lastX ?? 0, lastY ?? 0, ((lastX ?? 0) + x) / 2, ((lastY ?? 0) + y) / 2)
    lastX = x
    lastY = y
  }
  ground.closePath()
  ground.fill()
  ground.restore()
}

/** Draws a page from nothing. */
export function drawAll(
  ground: CanvasRenderingContext2D,
  strokes: readonly StrokeStep[],
  colours: readonly string[],
): void {
  ground.clearRect(-paper, -paper, 3 * paper, 3 * paper)
  for (const stroke of strokes) drawStroke(ground, stroke, colours[stroke.colour] ?? '#000')
}

/** The twelve paints, as the tokens have them. */
export function paints(): readonly string[] {
  const style = getComputedStyle(document.documentElement)
  return Array.from({ length: 12 }, (_, index) => style.getPropertyValue(`--paint-${index}`).trim())
}

/** A small picture of the page for the list, WebP, far under 200 kB; undefined where the canvas gives none. */
export function thumbnailOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const small = document.createElement('canvas')
  small.width = 320
  small.height = 320
  const ground = small.getContext('2d')
  if (!ground || canvas.width === 0) return Promise.resolve(undefined)
  ground.fillStyle = '#fffefa'
  ground.fillRect(0, 0, 320, 320)
  ground.imageSmoothingQuality = 'high'
  ground.drawImage(canvas, 0, 0, 320, 320)
  return new Promise((resolve) => {
    small.toBlob(
      (blob) => {
        if (!blob) return resolve(undefined)
        void blob.arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes)))
        return undefined
      },
      'image/webp',
      0.8,
    )
  })
}
