import type { House } from '#core/house/open-house.ts'
import type { Tell } from './ipc.ts'

/** Passes on what services say unasked. A room that is left says nothing any more, so nothing has to be undone. */
export function tellEvents({ room, staff }: House, tell: Tell): void {
  room.onChange((look) => tell('room.changed', look))
  staff.signedIn.onChange((person) => tell('staff.changed', person))
}
