import type { StrokeStep, Tool } from '#contract/diary.ts'
import { drawAll, drawStroke, fitCanvas } from './canvas-drawing.ts'
import { newId } from './new-id.ts'
import { addPoint, carriedOn, isFull, paper, type RawPoint } from './pen-rules.ts'

export interface PenNow {
  readonly tool: Tool
  readonly colour: number
  readonly size: number
}

export interface DrawingOptions {
  readonly canvas: HTMLCanvasElement
  readonly colours: readonly string[]
  readonly pen: () => PenNow
  /** A stroke begins. */
  readonly begun: () => void
  /** A stroke as it is now: when it ends, and every second while it grows. */
  readonly keep: (stroke: StrokeStep) => void
}

export interface Drawing {
  /** Shows these strokes and no others. */
  show(strokes: readonly StrokeStep[]): void
  /** The canvas has another size now, in device pixels. */
  fit(side: number): void
  /** Ends what is being drawn and listens no more. */
  stop(): void
}

/** A long stroke is kept this often while it grows, ms: a power cut loses at most that. */
const growing = 1000

/** Where a pointer is, in paper units. */
const raw = (event: PointerEvent, box: DOMRect): RawPoint => ({
  x: ((event.clientX - box.left) / box.width) * paper,
  y: ((event.clientY - box.top) / box.height) * paper,
  pressure: event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : undefined,
  at: event.timeStamp,
})

/**
 * Drawing with the pointer on one canvas. Nothing of React runs for a point: points are collected as they come (all of
 * them, coalesced ones too) and only what is new is painted over what is there, once a frame.
 */
export function createDrawing({ canvas, colours, pen, begun, keep }: DrawingOptions): Drawing {
  let ground = fitCanvas(canvas, Math.max(1, canvas.width))
  let strokes: StrokeStep[] = []
  let stroke: (StrokeStep & { points: number[] }) | undefined
  let pointer = -1
  let before: RawPoint | undefined
  let painted = 0
  let frame = 0
  let timer: ReturnType<typeof setInterval> | undefined

  const paint = () => {
    frame = 0
    if (!stroke || stroke.points.length === painted) return
    drawStroke(ground, stroke, colours[stroke.colour] ?? '#000', painted)
    painted = stroke.points.length
  }

  const take = (event: PointerEvent) => {
    if (!stroke) return
    const box = canvas.getBoundingClientRect()
    const all = event.getCoalescedEvents?.() ?? []
    for (const one of all.length > 0 ? all : [event]) {
      const point = raw(one, box)
      if (isFull(stroke.points)) goOn()
      addPoint(stroke.points, point, before)
      before = point
    }
    frame ||= requestAnimationFrame(paint)
  }

  /** A stroke that holds no more is put by, and another one goes on from its end. */
  const goOn = () => {
    const done = copy()
    if (!stroke || !done) return
    paint()
    stroke = { ...done, id: newId(), points: carriedOn(done.points), joined: true }
    painted = 0
    strokes = [...strokes, done]
    keep(done)
  }

  const copy = () => (stroke ? { ...stroke, points: [...stroke.points] } : undefined)

  const end = () => {
    const done = copy()
    clearInterval(timer)
    cancelAnimationFrame(frame)
    paint()
    stroke = undefined
    pointer = -1
    if (!done) return
    strokes = [...strokes, done]
    keep(done)
  }

  const down = (event: PointerEvent) => {
    // One hand at a time; a palm beside the finger draws nothing.
    if (stroke || event.button !== 0) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    pointer = event.pointerId
    before = undefined
    painted = 0
    const { tool, colour, size } = pen()
    stroke = { id: newId(), kind: 'stroke', tool, colour, size, points: [] }
    take(event)
    begun()
    let kept = 0
    timer = setInterval(() => {
      const now = copy()
      if (!now || now.points.length === kept) return
      kept = now.points.length
      keep(now)
    }, growing)
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId === pointer) take(event)
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId === pointer) end()
  }

  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)

  return {
    show(next) {
      strokes = [...next]
      drawAll(ground, strokes, colours)
    },
    fit(side) {
      ground = fitCanvas(canvas, side)
      drawAll(ground, strokes, colours)
      if (stroke) {
        painted = 0
        paint()
      }
    },
    stop() {
      if (stroke) end()
      canvas.removeEventListener('pointerdown', down)
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('pointerup', up)
      canvas.removeEventListener('pointercancel', up)
    },
  }
}
