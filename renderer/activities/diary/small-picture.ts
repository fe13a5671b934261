import type { DiaryItem, DiarySheet } from '#contract/diary.ts'
import { paints } from '../../paper/outlines.ts'
import { createPainter } from '../../paper/painter.ts'
import { reachOf } from '../../paper/reach-rules.ts'
import type { Drawable } from '../../paper/things.ts'
import { sheetSize, square } from '../../paper/units.ts'

/** Height of the small picture, pixels: far under 200 kB as WebP. */
const high = 320

/**
 * A small picture of a sheet for the list: its square of drawing paper where half of the sheet is lines, as much further as something
 * is drawn over them, otherwise the whole; undefined where the canvas gives none. `painted`: where all of it is on a canvas already, which is then only made small.
 */
export function smallPictureOf(
  { paper, marks }: DiarySheet,
  pictureOf: (item: DiaryItem) => Drawable,
  painted?: HTMLCanvasElement,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const whole = painted ?? document.createElement('canvas')
  const full = Math.round((high * sheetSize.width) / sheetSize.height)
  if (!painted) {
    const painter = createPainter({ canvas: whole, size: sheetSize, colours: paints(), pictureOf })
    painter.fit(full)
    painter.paint(marks)
    painter.finish()
  }
  const wide =
    paper === 'both'
      ? Math.min(full, Math.ceil((high * Math.max(square.width, reachOf(marks))) / square.height))
      : full
  const small = document.createElement('canvas')
  small.width = wide
  small.height = high
  const ground = small.getContext('2d')
  if (!ground) return Promise.resolve(undefined)
  ground.fillStyle = '#fffefa'
  ground.fillRect(0, 0, wide, high)
  ground.imageSmoothingQuality = 'high'
  ground.drawImage(whole, 0, 0, full, high)
  return bytesOf(small, 'image/webp')
}

/** What stands on a canvas, as a file; undefined where it gives none. */
export function bytesOf(
  canvas: HTMLCanvasElement,
  type: 'image/webp' | 'image/png',
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => {
        if (!blob) return resolve(undefined)
        void blob.arrayBuffer().then((bytes) => resolve(new Uint8Array(bytes)))
        return undefined
      },
      type,
      0.8,
    )
  })
}
