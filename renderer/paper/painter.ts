import type { DiaryItem, DiarySheet, StrokeStep } from '#contract/diary.ts'
import { outlineOf, pieceOf, piecesOf } from './outlines.ts'
import { createLayer, type Layer } from './layer.ts'
import type { Drawable } from './things.ts'

type Marks = DiarySheet['marks']

export interface PainterOptions {
  readonly canvas: HTMLCanvasElement
  /** What the canvas is wide and high, in paper units. */
  readonly size: { readonly width: number; readonly height: number }
  readonly colours: readonly string[]
  readonly pictureOf: (item: DiaryItem) => Drawable
  /** All is painted anew: what grows is painted over it again. */
  readonly painted?: () => void
}

export interface Painter {
  /** The canvas is so many device pixels wide now; everything on it is gone. */
  fit(pixels: number): void
  /**
   * Paints these, over as many frames as it takes. Where they only go on from what is there, the rest is painted over it; otherwise what is
   * there stays to be seen until all of it is painted anew.
   */
  paint(marks: Marks): void
  /** Pictures came: paints all anew, after what is being painted. */
  again(): void
  /** Paints all that waits, now. */
  finish(): void
  /** Whether nothing waits to be painted. */
  isWhole(): boolean
  /** Paints the end of a growing stroke over all that is there, from number `from` of its points. */
  goOn(stroke: StrokeStep, from: number): void
  /** What grew is whole, and lies on top. */
  add(mark: StrokeStep): void
  stop(): void
}

/** One frame paints no longer than this, ms: on a slow computer a full page comes in parts, and takes the pen meanwhile. */
const slice = 12
/** Points in one frame at most, a thing counting as some: the browser fills what was painted only after the slice. */
const sliceCost = 2400
const thingCost = 600

interface Work {
  marks: Marks
  /** The next mark, and how much of it is painted. */
  next: number
  piece: number
  readonly on: Layer
}

/**
 * Paints what was drawn and put down in its order on one canvas, so that a line goes over a photograph that lay there, and a sticker over
 * the line.
 */
export function createPainter({ canvas, size, colours, pictureOf, painted }: PainterOptions): Painter {
  let front = createLayer(canvas, size)
  let shown: Marks = []
  let work: Work | undefined
  let isBlank = true
  let isStale = false
  let frame = 0

  const begin = (marks: Marks, next: number, on: Layer) => {
    cancelAnimationFrame(frame)
    work = { marks, next, piece: 0, on }
    some()
  }
  const anew = (marks: Marks) => {
    if (isBlank) return begin(marks, 0, front)
    const behind = document.createElement('canvas')
    behind.width = canvas.width
    behind.height = canvas.height
    begin(marks, 0, createLayer(behind, size))
  }
  /** Paints a bit of the next mark; answers what it cost. */
  const one = (now: Work): number => {
    const mark = now.marks[now.next]
    if (!mark) return 0
    if (mark.kind === 'item') {
      now.on.lay(mark, pictureOf(mark))
      now.next += 1
      return thingCost
    }
    now.on.line(mark, pieceOf(mark, now.piece), colours)
    now.piece += 1
    const pieces = piecesOf(mark)
    if (now.piece >= pieces) {
      now.piece = 0
      now.next += 1
    }
    return mark.points.length / 3 / pieces
  }
  const end = (done: Work) => {
    work = undefined
    isBlank = false
    shown = done.marks
    if (done.on !== front) front.become(done.on)
    painted?.()
    if (!isStale) return
    isStale = false
    anew(shown)
  }
  const some = () => {
    if (!work) return
    const until = performance.now() + slice
    let cost = 0
    do cost += one(work)
    while (work.next < work.marks.length && cost < sliceCost && performance.now() < until)
    frame = 0
    if (work.next < work.marks.length) frame = requestAnimationFrame(some)
    else end(work)
  }
  const finish = () => {
    cancelAnimationFrame(frame)
    frame = 0
    // What came meanwhile begins another one.
    for (let now = work; now; now = work) {
      while (now.next < now.marks.length) one(now)
      end(now)
    }
  }

  return {
    fit(pixels) {
      cancelAnimationFrame(frame)
      canvas.width = Math.max(1, Math.round(pixels))
      canvas.height = Math.max(1, Math.round((pixels * size.height) / size.width))
      front = createLayer(canvas, size)
      work = undefined
      shown = []
      isBlank = true
      isStale = false
    },
    paint(marks) {
      const before = work?.marks ?? shown
      if (begins(marks, before)) {
        if (work) work.marks = marks
        else if (marks.length > before.length) begin(marks, before.length, front)
        return
      }
      // What is put down or let go is seen at once, wherever it will lie in the end.
      if (!isBlank)
        for (const mark of marks.filter((each) => !before.includes(each)))
          if (mark.kind === 'item') front.lay(mark, pictureOf(mark))
      if (isBlank) front.clear()
      anew(marks)
    },
    again() {
      if (work) isStale = true
      else anew(shown)
    },
    finish,
    isWhole: () => work === undefined,
    goOn: (stroke, from) => front.line(stroke, outlineOf(stroke, from), colours),
    add(mark) {
      if (work) work.marks = [...work.marks, mark]
      else shown = [...shown, mark]
    },
    stop: () => cancelAnimationFrame(frame),
  }
}

/** Whether these go on from those. */
const begins = (marks: Marks, before: Marks): boolean =>
  before.length <= marks.length && before.every((mark, index) => mark === marks[index])
