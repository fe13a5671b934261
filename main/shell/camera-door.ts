import type { CameraDoor } from './permissions.ts'

/** A test or a photograph takes no longer; a forgotten one closes itself. Milliseconds. */
const LONGEST = 5 * 60_000

export interface TestingDoor extends CameraDoor {
  readonly open: () => void
  readonly close: () => void
}

/** Camera and microphone for the staff window, while somebody tests them. `now` is monotonic, milliseconds. */
export function createCameraDoor(now: () => number): TestingDoor {
  let openedAt: number | undefined
  return {
    isOpen: () => openedAt !== undefined && now() - openedAt < LONGEST,
    open: () => {
      openedAt = now()
    },
    close: () => {
      openedAt = undefined
    },
  }
}
