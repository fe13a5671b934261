import type { WebFrameMain } from 'electron'
import { strict } from './not-in-stand-in.ts'
import { originOf, toApp } from './scheme.ts'

interface Frame {
  id: string
  number: number
  url: string
  name: string
  parent: string | undefined
  face: WebFrameMain
}

let lastNumber = 0

/** The frames of one page, as Electron's `WebFrameMain` objects. */
export class Frames {
  #frames = new Map<string, Frame>()
  #main: string

  /** @param main the id of the main frame, which Chromium makes the same as the target's */
  constructor(main: string) {
    this.#main = main
    this.#get(main)
  }

  #get(id: string, parent?: string): Frame {
    const known = this.#frames.get(id)
    if (known) return known
    const frame: Frame = { id, number: ++lastNumber, url: '', name: '', parent, face: undefined as never }
    frame.face = this.#face(frame)
    this.#frames.set(id, frame)
    return frame
  }

  #face(frame: Frame): WebFrameMain {
    const up = (id: string | undefined) => (id === undefined ? null : this.of(id))
    const children = () => [...this.#frames.values()].filter((other) => other.parent === frame.id)
    const face = {
      get url() {
        return toApp(frame.url)
      },
      get origin() {
        return originOf(frame.url)
      },
      get name() {
        return frame.name
      },
      get parent() {
        return up(frame.parent)
      },
      top: null as WebFrameMain | null,
      get frames() {
        return children().map((child) => child.face)
      },
      detached: false,
      isDestroyed: () => this.#frames.get(frame.id) !== frame,
      frameTreeNodeId: frame.number,
      routingId: frame.number,
      processId: 1,
    }
    const made = strict('WebFrameMain', face) as unknown as WebFrameMain
    face.top = frame.id === this.#main ? made : this.main
    return made
  }

  get main(): WebFrameMain {
    return this.#get(this.#main).face
  }

  of = (id: string): WebFrameMain => this.#get(id).face

  isMain = (id: string): boolean => id === this.#main

  attached = (id: string, parent: string): void => void this.#get(id, parent)

  moved(id: string, url: string, name?: string): void {
    const frame = this.#get(id)
    frame.url = url
    if (name !== undefined) frame.name = name
  }

  detached(id: string): void {
    for (const frame of this.#frames.values()) if (frame.parent === id) this.detached(frame.id)
    this.#frames.delete(id)
  }
}
