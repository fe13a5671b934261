import type { Drawable } from './things.ts'

/** The pictures of things, fetched once each and told of when they are there. */
export interface Pictures {
  /** The picture at an address, if it is there; otherwise it is fetched. */
  at(address: string | undefined): Drawable
  /** Whether every picture that was asked for is there, or will never be. */
  all(): Promise<void>
  stop(): void
}

/** `arrived` is called once for all that arrive in one frame. */
export function createPictures(arrived: () => void): Pictures {
  const pictures = new Map<string, HTMLImageElement>()
  const there = new Set<string>()
  const coming = new Set<Promise<void>>()
  let frame = 0
  let stopped = false

  const fetch = (address: string) => {
    const picture = new Image()
    pictures.set(address, picture)
    picture.src = address
    const load = async () => {
      // One that is gone for good stays away, and its place is empty.
      await picture.decode().then(
        () => there.add(address),
        () => undefined,
      )
      if (!stopped) frame ||= requestAnimationFrame(tell)
    }
    const loading = load().finally(() => coming.delete(loading))
    coming.add(loading)
  }
  const tell = () => {
    frame = 0
    arrived()
  }

  return {
    at(address) {
      if (address === undefined) return undefined
      if (!pictures.has(address)) fetch(address)
      return there.has(address) ? pictures.get(address) : undefined
    },
    async all() {
      while (coming.size > 0) await Promise.all(coming)
    },
    stop() {
      stopped = true
      cancelAnimationFrame(frame)
    },
  }
}
