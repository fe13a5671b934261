import type { DiaryItem, DiarySheet } from '#contract/diary.ts'
import { paints } from '../../paper/outlines.ts'
import { createPainter } from '../../paper/painter.ts'
import type { Drawable } from '../../paper/things.ts'
import { sheetSize, square } from '../../paper/units.ts'

/** Height of the small picture, pixels: far under 200 kB as WebP. */
const high = 320

/**
 * A small picture of a sheet for the list: its square of drawing paper where half of the sheet is lines, otherwise the whole; undefined
 * where the canvas gives none.
 */
export function smallPictureOf(
  { paper, marks }: DiarySheet,
  pictureOf: (item: DiaryItem) => Drawable,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const whole = document.createElement('canvas')
  const painter = createPainter({ canvas: whole, size: sheetSize, colours: paints(), pictureOf })
  painter.fit((high * sheetSize.width) / sheetSize.height)
  painter.paint(marks)
  painter.finish()
  const wide = paper === 'both' ? (high * square.width) / square.height : whole.width
  const small = document.createElement('canvas')
  small.width = wide
  small.height = high
  const ground = small.getContext('2d')
  if (!ground) return Promise.resolve(undefined)
  ground.fillStyle = '#fffefa'
  ground.fillRect(0, 0, wide, high)
  ground.drawImage(whole, 0, 0)
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
