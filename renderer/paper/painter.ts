import type { DiaryItem, DiarySheet, StrokeStep } from '#contract/diary.ts'
import { outlineOf, wholeOutline } from './outlines.ts'
import { drawThing, type Drawable } from './things.ts'
import { square } from './units.ts'

type Marks = DiarySheet['marks']

export interface PainterOptions {
  readonly canvas: HTMLCanvasElement
  /** What the canvas is wide and high, in paper units. */
  readonly size: { readonly width: number; readonly height: number }
  readonly colours: readonly string[]
  readonly pictureOf: (item: DiaryItem) => Drawable
}

export interface Painter {
  /** The canvas is so many device pixels wide now; everything on it is gone. */
  fit(pixels: number): void
  /** Paints these from nothing, over as many frames as it takes. */
  paint(marks: Marks): void
  /** Paints all that waits, now. */
  finish(): void
  /** Paints the end of a growing stroke over all that is there, from number `from` of its points. */
  goOn(stroke: StrokeStep, from: number): void
  stop(): void
}

/** One frame paints no longer than this, ms: on a slow computer a full page comes in parts, and takes the pen meanwhile. */
const slice = 12

/**
 * Paints what was drawn and put down in its order on one canvas, so that a line goes over a photograph that lay there, and a sticker over
 * the line. A rubber takes off what was drawn and no thing: where it went, the things that lay there are painted again, out of a
 * second canvas that holds nothing else.
 */
export function createPainter({ canvas, size, colours, pictureOf }: PainterOptions): Painter {
  let ground = groundOf(canvas)
  let things: HTMLCanvasElement | undefined
  let waiting: Marks = []
  let next = 0
  let frame = 0

  const scale = (to: CanvasRenderingContext2D) => {
    to.setTransform(canvas.width / size.width, 0, 0, canvas.height / size.height, 0, 0)
  }
  const lay = (item: DiaryItem) => {
    const picture = pictureOf(item)
    drawThing(ground, item, picture)
    if (!things) {
      things = document.createElement('canvas')
      things.width = canvas.width
      things.height = canvas.height
      scale(groundOf(things))
    }
    drawThing(groundOf(things), item, picture)
  }
  const line = (stroke: StrokeStep, outline: Path2D | undefined) => {
    if (!outline) return
    ground.save()
    if (stroke.sheet === undefined) {
      // Of a page of before: its paper ended here.
      ground.beginPath()
      ground.rect(0, 0, square.width, square.height)
      ground.clip()
    }
    if (stroke.tool === 'rubber') {
      ground.globalCompositeOperation = 'destination-out'
      ground.fill(outline)
      if (things) {
        ground.globalCompositeOperation = 'source-over'
        ground.clip(outline)
        ground.setTransform(1, 0, 0, 1, 0, 0)
        ground.drawImage(things, 0, 0)
      }
    } else {
      ground.fillStyle = colours[stroke.colour] ?? '#000'
      ground.fill(outline)
    }
    ground.restore()
  }
  const one = () => {
    const mark = waiting[next]
    next += 1
    if (!mark) return
    if (mark.kind === 'item') lay(mark)
    else line(mark, wholeOutline(mark))
  }
  const some = () => {
    const until = performance.now() + slice
    do one()
    while (next < waiting.length && performance.now() < until)
    frame = next < waiting.length ? requestAnimationFrame(some) : 0
  }
  const rest = () => {
    cancelAnimationFrame(frame)
    frame = 0
    while (next < waiting.length) one()
  }

  return {
    fit(pixels) {
      canvas.width = Math.max(1, Math.round(pixels))
      canvas.height = Math.max(1, Math.round((pixels * size.height) / size.width))
      ground = groundOf(canvas)
      scale(ground)
    },
    paint(marks) {
      cancelAnimationFrame(frame)
      ground.save()
      ground.setTransform(1, 0, 0, 1, 0, 0)
      ground.clearRect(0, 0, canvas.width, canvas.height)
      ground.restore()
      things = undefined
      waiting = marks
      next = 0
      some()
    },
    finish: rest,
    goOn(stroke, from) {
      rest()
      line(stroke, outlineOf(stroke, from))
    },
    stop: () => cancelAnimationFrame(frame),
  }
}

function groundOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ground = canvas.getContext('2d')
  if (!ground) throw new Error('no canvas')
  return ground
}
