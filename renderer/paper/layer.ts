import type { DiaryItem, StrokeStep } from '#contract/diary.ts'
import { stampThing } from './sprites.ts'
import type { Drawable } from './things.ts'
import { square } from './units.ts'

/** A canvas with marks on it, the lowest first. */
export interface Layer {
  readonly canvas: HTMLCanvasElement
  lay(item: DiaryItem, picture: Drawable): void
  /** Fills the outline of a stroke, or of a piece of it. */
  line(stroke: StrokeStep, outline: Path2D | undefined, colours: readonly string[]): void
  clear(): void
  /** Shows what another one of the same size holds, and nothing else. */
  become(other: Layer): void
  /** What lies on it. */
  readonly laid: () => ReadonlyMap<DiaryItem, Drawable>
}

/**
 * A rubber takes off what was drawn and no thing: where it went, the things that lay there are painted again, out of a second canvas that
 * holds nothing else, made when the first rubber comes.
 */
export function createLayer(
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
): Layer {
  const ground = groundOf(canvas)
  const scale = canvas.width / size.width
  let laid = new Map<DiaryItem, Drawable>()
  let things: HTMLCanvasElement | undefined

  const inPixels = (work: () => void) => {
    ground.setTransform(1, 0, 0, 1, 0, 0)
    work()
    ground.setTransform(scale, 0, 0, canvas.height / size.height, 0, 0)
  }
  const thingsNow = (): HTMLCanvasElement => {
    if (things) return things
    things = document.createElement('canvas')
    things.width = canvas.width
    things.height = canvas.height
    const under = groundOf(things)
    for (const [item, picture] of laid) stampThing(under, item, picture, scale)
    return things
  }
  inPixels(() => undefined)

  return {
    canvas,
    laid: () => laid,
    lay(item, picture) {
      laid.set(item, picture)
      inPixels(() => stampThing(ground, item, picture, scale))
      if (things) stampThing(groundOf(things), item, picture, scale)
    },
    line(stroke, outline, colours) {
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
        if (laid.size > 0) {
          ground.globalCompositeOperation = 'source-over'
          ground.clip(outline)
          ground.setTransform(1, 0, 0, 1, 0, 0)
          ground.drawImage(thingsNow(), 0, 0)
        }
      } else {
        ground.fillStyle = colours[stroke.colour] ?? '#000'
        ground.fill(outline)
      }
      ground.restore()
    },
    clear() {
      inPixels(() => ground.clearRect(0, 0, canvas.width, canvas.height))
      laid = new Map()
      things = undefined
    },
    become(other) {
      inPixels(() => {
        ground.clearRect(0, 0, canvas.width, canvas.height)
        ground.drawImage(other.canvas, 0, 0)
      })
      laid = new Map(other.laid())
      things = undefined
    },
  }
}

function groundOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ground = canvas.getContext('2d')
  if (!ground) throw new Error('no canvas')
  return ground
}
