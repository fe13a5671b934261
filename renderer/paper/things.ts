import type { DiaryItem, Thing } from '#contract/diary.ts'
import { stickerAddress } from './sticker-address.ts'
import { moodStickers } from './stickers.ts'

/** Where the picture of a thing lies; undefined for what has none (a voice note), or whose file is gone. */
export function pictureAddress(thing: Thing, media: Readonly<Record<string, string>>): string | undefined {
  switch (thing.kind) {
    case 'sticker':
      return stickerAddress(thing.name)
    case 'mood':
      return stickerAddress(moodStickers[thing.mood])
    case 'photo':
    case 'picture':
      return media[thing.media]
    case 'voice':
      return undefined
  }
}

/** A print's white edge, and the broader one under a photograph, in parts of its longer side. */
const edge = 0.05
const foot = 0.15

/** Width and height of a thing that is one unit long. `shape` is its picture's width over its height. */
export function shapeOf({ kind }: Thing, shape = 1): { readonly width: number; readonly height: number } {
  if (kind === 'sticker' || kind === 'mood' || kind === 'voice') return { width: 1, height: 1 }
  const [aside, above] = kind === 'photo' ? [2 * edge, edge + foot] : [2 * edge, 2 * edge]
  // The picture within the print is as large as its longer side allows.
  const width = Math.min(1 - aside, (1 - above) * shape)
  return { width: width + aside, height: width / shape + above }
}

/** What a picture can be drawn from, once it is there. */
export type Drawable =
  { readonly source: CanvasImageSource; readonly width: number; readonly height: number } | undefined

/** Width over height of a picture; of a usual photograph while it is not there. */
export const formOf = (picture: Drawable): number =>
  picture ? picture.width / Math.max(1, picture.height) : 4 / 3

/** Draws a thing where it lies. Without its picture (not there yet, or gone for good) a photograph is an empty print. */
export function drawThing(
  ground: CanvasRenderingContext2D,
  { thing, at }: Pick<DiaryItem, 'thing' | 'at'>,
  picture: Drawable,
): void {
  if (thing.kind === 'voice') return
  ground.save()
  ground.translate(at.x, at.y)
  ground.rotate((at.turn * Math.PI) / 180)
  ground.scale(at.size, at.size)
  if (thing.kind === 'sticker' || thing.kind === 'mood') {
    if (picture) ground.drawImage(picture.source, -0.5, -0.5, 1, 1)
  } else {
    print(ground, shapeOf(thing, formOf(picture)), thing.kind === 'photo', picture)
  }
  ground.restore()
}

function print(
  ground: CanvasRenderingContext2D,
  { width, height }: { readonly width: number; readonly height: number },
  isPhoto: boolean,
  picture: Drawable,
): void {
  const [left, top] = [-width / 2, -height / 2]
  ground.fillStyle = '#d9c6a3'
  ground.fillRect(left, top + 0.012, width, height)
  ground.fillStyle = '#ffffff'
  ground.fillRect(left, top, width, height)
  ground.lineWidth = 0.006
  ground.strokeStyle = '#ebdcc4'
  ground.strokeRect(left, top, width, height)
  const inside = [left + edge, top + edge, width - 2 * edge, height - edge - (isPhoto ? foot : edge)] as const
  ground.imageSmoothingQuality = 'high'
  if (picture) ground.drawImage(picture.source, ...inside)
  else {
    ground.fillStyle = '#f6ecd9'
    ground.fillRect(...inside)
  }
  if (!isPhoto) return
  ground.rotate(-0.05)
  ground.fillStyle = 'rgb(244 223 166 / 85%)'
  ground.fillRect(-0.2, top - 0.07, 0.4, 0.15)
}
