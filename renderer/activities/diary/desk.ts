import type { DiaryPage, StrokeStep } from '#contract/diary.ts'
import { call } from '../../api/house.ts'
import { paints, thumbnailOf } from './canvas-drawing.ts'
import { createDrawing, type Drawing, type PenNow } from './drawing.ts'
import { newId } from './new-id.ts'
import { createSaver, type Saver } from './saver.ts'
import { createTextSteps, type TextSteps } from './text-steps.ts'

export interface Desk {
  readonly saver: Saver
  /** Takes a canvas into use; answers how to give it back. */
  attach(canvas: HTMLCanvasElement, pen: () => PenNow): () => void
  /** The words as they stand now; `whole` where an input method handed them over. */
  type(text: string, whole: boolean): void
  /** Takes back, or does again, the last step; answers the page as it is then. */
  step(which: 'undo' | 'redo'): Promise<DiaryPage | undefined>
  /** Hands over everything and keeps a small picture. */
  putAway(): Promise<void>
  /** Something was drawn or typed. */
  onChange(listener: () => void): () => void
}

/** The picture for the list is kept this long after the last change too: a power cut is no leaving, ms. */
const pictureAfter = 10_000

const nothing = () => undefined
const later = (ms: number, what: () => void) => {
  const timer = setTimeout(what, ms)
  return () => clearTimeout(timer)
}

const strokesOf = (page: DiaryPage): readonly StrokeStep[] =>
  (page.sheets[0]?.marks ?? []).filter((mark) => mark.kind === 'stroke')

/** Everything that lies on the table while a page is open; no part of it is React's. */
export function createDesk(page: DiaryPage): Desk {
  const listeners = new Set<() => void>()
  let drawing: Drawing | undefined
  let paper: HTMLCanvasElement | undefined
  let strokes = strokesOf(page)
  let changed = false
  let stopPicture: () => void = nothing

  const saver = createSaver({
    put: async (step) => {
      const answer = await call('diary.put', { page: page.id, step })
      return answer.ok ? undefined : answer.error.code
    },
    later,
  })

  const keepPicture = async () => {
    stopPicture()
    if (!changed || !paper) return
    changed = false
    const image = await thumbnailOf(paper)
    if (image) await call('diary.keepThumbnail', { page: page.id, image })
  }

  const touched = () => {
    changed = true
    stopPicture()
    stopPicture = later(pictureAfter, () => void keepPicture())
    for (const listener of listeners) listener()
  }

  const words: TextSteps = createTextSteps({
    newId,
    now: () => performance.now(),
    later,
    keep: (step) => saver.keep(step),
  })

  const putAway = async () => {
    words.end()
    const picture = keepPicture()
    await saver.flush()
    await picture
  }

  return {
    saver,
    attach(canvas, pen) {
      paper = canvas
      drawing = createDrawing({
        canvas,
        colours: paints(),
        pen,
        begun: () => saver.soon('stroke'),
        keep: (stroke) => {
          words.end()
          strokes = [...strokes.filter(({ id }) => id !== stroke.id), stroke]
          saver.keep(stroke)
          touched()
        },
      })
      const own = drawing
      const fit = () => own.fit(Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio)))
      own.show(strokes)
      fit()
      const size = new ResizeObserver(fit)
      size.observe(canvas)
      return () => {
        size.disconnect()
        own.stop()
        void putAway()
      }
    },
    type(text, whole) {
      saver.soon('text')
      words.type(text, whole)
      touched()
    },
    async step(which) {
      words.end()
      await saver.flush()
      const answer = await call(`diary.${which}`, { page: page.id })
      if (!answer.ok) return undefined
      strokes = strokesOf(answer.value)
      drawing?.show(strokes)
      touched()
      return answer.value
    },
    putAway,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
