import { z } from 'zod'
import { audited, door, method, pupil, staff } from './define.ts'
import { everyRole } from './roles.ts'
import { id, type StaffPerson } from './people.ts'

const pin = z.string().regex(/^\d{6,12}$/)
const role = z.enum(everyRole)
const name = z.string().trim().min(1).max(40)
/** YYYY-MM-DD of the last background check (未成年人保护法 art. 62: before hiring, then every year). */
const checkedOn = z.iso.date().nullable()

export interface StaffRow extends StaffPerson {
  readonly checkedOn: string | null
  /** The check is over a year old or was never entered. */
  readonly checkDue: boolean
  readonly locked: boolean
}

export const staffMethods = {
  /** The child's window asks for the staff window. */
  knock: method(pupil, z.void()).answers<void>(),
  /** Closes the staff window and signs out. */
  leave: method(door, z.void()).answers<void>(),
  people: method(door, z.void()).answers<readonly StaffPerson[]>(),
  signIn: method(door, z.strictObject({ id, pin })).answers<StaffPerson>(),
  /** After ten wrong tries: the recovery key and a new PIN. The key is used up; the answer shows the next one, once. */
  recover: method(door, z.strictObject({ id, recoveryKey: z.string().min(8).max(64), pin })).answers<{
    readonly person: StaffPerson
    readonly recoveryKey: string
  }>(),
  me: method(door, z.void()).answers<StaffPerson | null>(),
  signOut: method(door, z.void()).answers<void>(),
  /** A sign of life for the idle lock; sent at most every ten seconds. */
  stillHere: method(door, z.void()).answers<void>(),
  list: method(staff('coordinator'), z.void()).answers<readonly StaffRow[]>(),
  add: method(audited('coordinator'), z.strictObject({ name, role, pin, checkedOn })).answers<{
    id: string
  }>(),
  change: method(audited('coordinator'), z.strictObject({ id, name, role, checkedOn })).answers<void>(),
  resetPin: method(audited('coordinator'), z.strictObject({ id, pin })).answers<void>(),
  changeMyPin: method(audited(...everyRole), z.strictObject({ old: pin, pin })).answers<void>(),
  /** When the slip of paper is lost: the old recovery key is worthless from now on, the new one is shown once. */
  newRecoveryKey: method(audited('coordinator'), z.strictObject({ pin })).answers<{
    readonly recoveryKey: string
  }>(),
  remove: method(audited('coordinator'), z.strictObject({ id })).answers<void>(),
}

/** `null`: signed out, by hand or by the idle lock. */
export type StaffChanged = StaffPerson | null
