import type { DiaryItem } from '#contract/diary.ts'
import { drawThing, type Drawable } from './things.ts'

interface Sprite {
  readonly picture: Drawable
  readonly scale: number
  readonly canvas: HTMLCanvasElement
  /** Where its corner lies, device pixels. */
  readonly left: number
  readonly top: number
}

/** A photograph's shadow and tape, and a turned square, reach beyond the thing's longer side. */
const reach = 0.8

const made = new WeakMap<DiaryItem, Sprite>()

/**
 * Draws a thing as it lies, at so many device pixels to a paper unit. Read and scaled once for the place where it lies (a moved thing is another
 * item): after that it is a stamp, however large its picture is. `ground` counts in device pixels.
 */
export function stampThing(
  ground: CanvasRenderingContext2D,
  item: DiaryItem,
  picture: Drawable,
  scale: number,
): void {
  const known = made.get(item)
  const sprite = known?.picture === picture && known?.scale === scale ? known : spriteOf(item, picture, scale)
  if (!sprite) return
  made.set(item, sprite)
  ground.drawImage(sprite.canvas, sprite.left, sprite.top)
}

function spriteOf(item: DiaryItem, picture: Drawable, scale: number): Sprite | undefined {
  const { x, y, size } = item.at
  const [left, top] = [Math.floor((x - size * reach) * scale), Math.floor((y - size * reach) * scale)]
  const canvas = document.createElement('canvas')
  const side = Math.ceil(size * 2 * reach * scale) + 1
  canvas.width = side
  canvas.height = side
  const ground = canvas.getContext('2d')
  if (!ground) return undefined
  ground.setTransform(scale, 0, 0, scale, -left, -top)
  drawThing(ground, item, picture)
  return { picture, scale, canvas, left, top }
}
