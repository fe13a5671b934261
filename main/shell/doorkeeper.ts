import type { House } from '#core/house/open-house.ts'
import { ok } from '#core/kernel/result.ts'
import type { Viewer } from '#core/diary/readers.ts'
import type { Doorkeeper } from './dispatch.ts'
import type { WindowName } from './origins.ts'

/** What a call is measured against, asked of the room anew each time; without a room nobody is anybody. */
export function doorkeeperOf(house: House | undefined): Doorkeeper {
  return {
    session: () => {
      const now = house?.sessions.now()
      return now ? { childId: now.child.id, sessionId: now.id } : undefined
    },
    signedIn: () => house?.staff.signedIn.current() ?? undefined,
    setupNeeded: () => house?.setup.state().needed ?? false,
    audit: (person, method, subject) => {
      // A full disk throws and becomes its own refusal: what cannot be written down does not happen.
      house?.audit.recordAct(person, method, subject)
      return ok(undefined)
    },
  }
}

/** Who sits at a window, for pictures. */
export function whoSitsAt(window: WindowName, house: House | undefined): Omit<Viewer, 'window'> {
  const keeper = doorkeeperOf(house)
  const childId = keeper.session()?.childId
  const person = keeper.signedIn()
  if (window === 'pupil') return childId === undefined ? {} : { childId }
  return person ? { person } : {}
}
