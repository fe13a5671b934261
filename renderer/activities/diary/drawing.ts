import type { DiaryItem, DiarySheet, StrokeStep, Tool } from '#contract/diary.ts'
import { createPainter } from '../../paper/painter.ts'
import type { Drawable } from '../../paper/things.ts'
import { square } from '../../paper/units.ts'
import { newId } from './new-id.ts'
import { addPoint, carriedOn, isFull, type RawPoint } from './pen-rules.ts'

export interface PenNow {
  readonly tool: Tool
  readonly colour: number
  readonly size: number
}

export interface DrawingOptions {
  readonly canvas: HTMLCanvasElement
  /** What the canvas is wide and high, in paper units; a square sheet unless given. */
  readonly size?: { readonly width: number; readonly height: number }
  readonly colours: readonly string[]
  /** What is in the hand; undefined while nothing may be drawn. */
  readonly pen: () => PenNow | undefined
  /** The sheet that is drawn on, where there are several. */
  readonly sheet?: () => number
  readonly pictureOf?: (item: DiaryItem) => Drawable
  /** A stroke begins. */
  readonly begun: () => void
  /** A stroke as it is now: when it ends, and twice a second while it grows. */
  readonly keep: (stroke: StrokeStep) => void
}

export interface Drawing {
  /** Shows these and no others. */
  show(marks: DiarySheet['marks']): void
  /** Pictures of things came: shows them. */
  again(): void
  /** The canvas is so many device pixels wide now. */
  fit(pixels: number): void
  /** The canvas, while all that is shown is painted on it and nothing grows. */
  whole(): HTMLCanvasElement | undefined
  /** Ends what is being drawn and listens no more. */
  stop(): void
}

/** A long stroke is kept this often while it grows, ms: with the way to the disk, a power cut loses less than a second. */
const growing = 500

/**
 * Drawing with the pointer on one canvas. Nothing of React runs for a point: points are collected as they come (all of
 * them, coalesced ones too) and only what is new is painted over what is there, once a frame.
 */
export function createDrawing({
  canvas,
  size = square,
  colours,
  pen,
  sheet,
  pictureOf = () => undefined,
  begun,
  keep,
}: DrawingOptions): Drawing {
  const painter = createPainter({ canvas, size, colours, pictureOf, painted: () => again() })
  let wide = 0
  let marks: DiarySheet['marks'] = []
  let stroke: (StrokeStep & { points: number[] }) | undefined
  let pointer = -1
  let before: RawPoint | undefined
  let painted = 0
  let frame = 0
  let timer: ReturnType<typeof setInterval> | undefined

  // Where a pointer is, in paper units.
  const raw = (event: PointerEvent, box: DOMRect): RawPoint => ({
    x: ((event.clientX - box.left) / box.width) * size.width,
    y: ((event.clientY - box.top) / box.height) * size.height,
    pressure: event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : undefined,
    at: event.timeStamp,
  })

  const paint = () => {
    frame = 0
    if (!stroke || stroke.points.length === painted) return
    painter.goOn(stroke, painted)
    painted = stroke.points.length
  }

  const take = (event: PointerEvent) => {
    if (!stroke) return
    const box = canvas.getBoundingClientRect()
    const all = event.getCoalescedEvents?.() ?? []
    for (const one of all.length > 0 ? all : [event]) {
      const point = raw(one, box)
      if (isFull(stroke.points)) goOn()
      addPoint(stroke.points, point, before, size)
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
    marks = [...marks, done]
    painter.add(done)
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
    marks = [...marks, done]
    painter.add(done)
    keep(done)
  }

  const down = (event: PointerEvent) => {
    // One hand at a time; a palm beside the finger draws nothing.
    const now = pen()
    if (stroke || event.button !== 0 || !now) return
    event.preventDefault()
    canvas.setPointerCapture(event.pointerId)
    pointer = event.pointerId
    before = undefined
    painted = 0
    stroke = { id: newId(), kind: 'stroke', ...(sheet && { sheet: sheet() }), ...now, points: [] }
    take(event)
    begun()
    let kept = 0
    timer = setInterval(() => {
      const grown = copy()
      if (!grown || grown.points.length === kept) return
      kept = grown.points.length
      keep(grown)
    }, growing)
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId === pointer) take(event)
  }
  const up = (event: PointerEvent) => {
    if (event.pointerId === pointer) end()
  }

  // What is being drawn lies over all that was painted anew.
  const again = () => {
    if (!stroke) return
    painted = 0
    paint()
  }

  canvas.addEventListener('pointerdown', down)
  canvas.addEventListener('pointermove', move)
  canvas.addEventListener('pointerup', up)
  canvas.addEventListener('pointercancel', up)

  return {
    show(next) {
      marks = next
      painter.paint(marks)
    },
    again: () => painter.again(),
    whole: () => (stroke || !painter.isWhole() ? undefined : canvas),
    fit(pixels) {
      if (pixels === wide) return
      wide = pixels
      painter.fit(pixels)
      painter.paint(marks)
      again()
    },
    stop() {
      if (stroke) end()
      painter.stop()
      canvas.removeEventListener('pointerdown', down)
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('pointerup', up)
      canvas.removeEventListener('pointercancel', up)
    },
  }
}
