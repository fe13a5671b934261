import type { WindowName } from './origins.ts'
import type { RoomKeeper } from './room-keeper.ts'
import type { Windows } from './windows.ts'

const LOOK = 5000
/** A staff window at which nobody signs in closes after this, milliseconds: a child may have knocked. */
const NOBODY = 90_000

export interface StaffIdleParts {
  readonly keeper: RoomKeeper
  readonly windows: Windows
  readonly leave: () => void
}

/** Closes the staff window when the idle lock has signed out, or nobody ever signed in. */
export function leaveWhenIdle({ keeper, windows, leave }: StaffIdleParts): {
  readonly heard: (window: WindowName) => void
  /** Somebody comes, whoever was there before. */
  readonly knocked: () => void
} {
  let heardAt = 0
  let somebody = false
  setInterval(() => {
    const house = keeper.current()
    if (!house || !windows.isOpen('staff') || house.setup.state().needed) return
    const signedIn = house.staff.signedIn.current() !== null
    // It was somebody at the last look and no call has ended it since: the idle lock did.
    const locked = somebody && !signedIn && performance.now() - heardAt >= LOOK
    somebody = signedIn
    if (locked || (!signedIn && performance.now() - heardAt >= NOBODY)) leave()
  }, LOOK)
  return {
    heard: (window) => {
      if (window === 'staff') heardAt = performance.now()
    },
    knocked: () => {
      heardAt = performance.now()
      // Who went by the button left no look behind that saw them gone.
      somebody = false
    },
  }
}
