import type { CameraDoor } from './permissions.ts'

/** A test, a photograph, a message or the start of a call takes no longer; a forgotten one closes itself. Milliseconds. */
const LONGEST = 5 * 60_000

/** Main opens it on a wish from the window's own page. */
export interface MediaDoor extends CameraDoor {
  readonly open: () => void
  readonly close: () => void
  /** Stays open for as long again, if it is open. */
  readonly stay: () => void
}

/** Camera and microphone of one window, while somebody tests them, photographs or calls. `now` is monotonic, milliseconds. */
export function createCameraDoor(now: () => number): MediaDoor {
  let openedAt: number | undefined
  const isOpen = (): boolean => openedAt !== undefined && now() - openedAt < LONGEST
  return {
    isOpen,
    stay: () => {
      if (isOpen()) openedAt = now()
    },
    open: () => {
      openedAt = now()
    },
    close: () => {
      openedAt = undefined
    },
  }
}
