import type { StrokeStep } from '#contract/diary.ts'
import type { MessageCard } from '#contract/messages.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { call } from '../../api/house.ts'
import { paints } from '../../paper/outlines.ts'
import { createDrawing, type Drawing, type PenNow } from '../../activities/diary/drawing.ts'
import { flushable } from './flushable.ts'

/** Side of the picture that goes out, pixels: sharp on a phone, 50 to 200 kB as PNG. */
const SIDE = 800
/** The whole picture is kept so long after a line at the latest, ms. */
const KEEP_AFTER = 1000

/** The paper of a drawn message; no part of it is React's. */
export interface LetterPaper {
  attach(canvas: HTMLCanvasElement, pen: () => PenNow, drawn: (stroke: StrokeStep) => void): () => void
  show(strokes: readonly StrokeStep[]): void
  /** Makes a draft of what stands on it. */
  finish(): Promise<Result<MessageCard, RefusalCode>>
}

export function createLetterPaper(contactId: string, onTrouble: (code: RefusalCode) => void): LetterPaper {
  let paper: HTMLCanvasElement | undefined
  let drawing: Drawing | undefined
  let id: string | undefined
  let finished = false

  const keep = async (): Promise<RefusalCode | undefined> => {
    const bytes = paper && (await pictureOf(paper))
    if (!bytes || finished) return undefined
    if (id === undefined) {
      const begun = await call('messages.begin', { contactId, kind: 'drawing', type: 'image/png' })
      if (!begun.ok) return begun.error.code
      id = begun.value.id
    }
    const kept = await call('messages.append', { id, offset: 0, bytes })
    return kept.ok ? undefined : kept.error.code
  }
  const saver = flushable(KEEP_AFTER, async () => {
    const code = await keep()
    if (code) onTrouble(code)
    return code
  })

  return {
    attach(canvas, pen, drawn) {
      paper = canvas
      const made = createDrawing({
        canvas,
        colours: paints(),
        pen,
        begun: () => saver.soon(),
        keep: (stroke) => {
          drawn(stroke)
          saver.soon()
        },
      })
      drawing = made
      const fit = () => made.fit(Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio)))
      fit()
      const size = new ResizeObserver(fit)
      size.observe(canvas)
      return () => {
        size.disconnect()
        made.stop()
        // Left in the middle: what stands on it is a draft, as soon as main tidies up.
        if (!finished)
          void saver
            .flush()
            .then(() => (id && !finished ? call('messages.finish', { id, lengthMs: 0 }) : undefined))
      }
    },
    show(strokes) {
      drawing?.show(strokes)
      saver.soon()
    },
    async finish() {
      saver.soon()
      const code = await saver.flush()
      if (code) return err(code)
      if (id === undefined) return err('bad-input')
      const done = await call('messages.finish', { id, lengthMs: 0 })
      if (!done.ok) return err(done.error.code)
      finished = true
      return ok(done.value)
    },
  }
}

/** On white paper, as a PNG; undefined where the canvas gives none. */
function pictureOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const sheet = document.createElement('canvas')
  sheet.width = SIDE
  sheet.height = SIDE
  const ground = sheet.getContext('2d')
  if (!ground || canvas.width === 0) return Promise.resolve(undefined)
  ground.fillStyle = '#fffefa'
  ground.fillRect(0, 0, SIDE, SIDE)
  ground.imageSmoothingQuality = 'high'
  ground.drawImage(canvas, 0, 0, SIDE, SIDE)
  return new Promise((resolve) => {
    sheet.toBlob((blob) => {
      if (!blob) return resolve(undefined)
      void blob.arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes)))
      return undefined
    }, 'image/png')
  })
}
