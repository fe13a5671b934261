import { ok } from '#core/kernel/result.ts'
import type { StaffService } from '#core/staff/service.ts'
import type { Handlers } from './feature.ts'

/** The staff window, which the shell opens and closes. */
export interface StaffDoor {
  readonly knock: () => void
  /** Signs out, closes the window. */
  readonly leave: () => void
}

export const staffHandlers = (staff: StaffService, door: StaffDoor): Handlers<'staff'> => ({
  knock: () => ok(door.knock()),
  leave: () => ok(door.leave()),
  people: () => ok(staff.people()),
  signIn: ({ id, pin }) => staff.signIn(id, pin),
  recover: ({ id, recoveryKey, pin }) => staff.recover(id, recoveryKey, pin),
  me: () => ok(staff.signedIn.current()),
  signOut: () => ok(staff.signedIn.leave()),
  stillHere: () => ok(staff.signedIn.touch()),
  list: () => ok(staff.list()),
  add: (person) => staff.add(person),
  change: (person) => staff.change(person),
  resetPin: ({ id, pin }) => staff.resetPin(id, pin),
  changeMyPin: ({ old, pin }, { person }) => staff.changeMyPin(person, old, pin),
  newRecoveryKey: ({ pin }, { person }) => staff.replaceRecoveryKey(person, pin),
  remove: ({ id }) => staff.remove(id),
})
