import { isSticker } from './sticker-address.ts'
import type { Drawable } from './things.ts'

/** The pictures of things, fetched once each and told of when they are there. */
export interface Pictures {
  /** The picture at an address, if it is there; otherwise it is fetched. */
  at(address: string | undefined): Drawable
  /** Whether every picture that was asked for is there, or will never be. */
  all(): Promise<void>
  stop(): void
}

export interface PicturesWish {
  /** Called once for all that arrived in a while. */
  readonly arrived: () => void
  /** Photographs wider than this are kept as wide, pixels: thirty of 1280 × 960 would take 150 MB. */
  readonly widest: number
}

/** Pictures that are opened at a time: each drawing that is read holds the window up for a moment, and the pen goes between them. */
const atOnce = 2
/** What arrives is told of this often, ms: each time the sheet is painted anew. */
const tellEvery = 200

export function createPictures({ arrived, widest }: PicturesWish): Pictures {
  const pictures = new Map<string, Drawable>()
  const asked: string[] = []
  let opening = 0
  let idle: (() => void)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const tell = () => {
    timer = undefined
    arrived()
  }
  const fetchNext = () => {
    while (opening < atOnce) {
      const address = asked.shift()
      if (address === undefined) break
      opening += 1
      void open(address)
    }
    if (opening > 0) return
    const done = idle
    idle = []
    for (const one of done) one()
  }
  const open = async (address: string) => {
    // One that is gone for good stays away, and its place is empty.
    const picture = await (isSticker(address) ? drawingAt(address) : photographAt(address, widest)).catch(
      () => undefined,
    )
    opening -= 1
    if (stopped) return
    pictures.set(address, picture)
    if (asked.length === 0 && opening === 0) {
      clearTimeout(timer)
      tell()
    } else timer ??= setTimeout(tell, tellEvery)
    fetchNext()
  }

  return {
    at(address) {
      if (address === undefined) return undefined
      if (!pictures.has(address)) {
        pictures.set(address, undefined)
        asked.push(address)
        fetchNext()
      }
      return pictures.get(address)
    },
    async all() {
      if (opening > 0) await new Promise<void>((resolve) => idle.push(resolve))
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

async function drawingAt(address: string): Promise<Drawable> {
  const source = new Image()
  source.src = address
  await source.decode()
  return { source, width: source.naturalWidth, height: source.naturalHeight }
}

/** Read and made smaller beside the window's own work: a photograph is large. */
async function photographAt(address: string, widest: number): Promise<Drawable> {
  const answer = await fetch(address)
  if (!answer.ok) return undefined
  const file = await answer.blob()
  const whole = await createImageBitmap(file)
  const { width, height } = whole
  if (width <= widest) return { source: whole, width, height }
  whole.close()
  const source = await createImageBitmap(file, { resizeWidth: widest, resizeQuality: 'high' })
  return { source, width: source.width, height: source.height }
}
