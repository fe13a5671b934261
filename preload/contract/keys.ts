import { z } from 'zod'
import { audited, method, staff } from './define.ts'

/** How the keys of the diaries stand at this seat: never a key, never whose. */
export interface KeysLook {
  /** Keys that do not open here: the room came from elsewhere, or the secret of the seat is gone. */
  readonly shut: number
  /** Keys that the recovery key on paper could not bring back yet. */
  readonly unrescued: number
  /** Children were erased since the paper was made: older copies of the backups' folder open with it what was theirs. */
  readonly renewPaper: boolean
}

export const keysMethods = {
  look: method(staff('coordinator', 'technician'), z.void()).answers<KeysLook>(),
  /** Opens what is shut, with the recovery key on paper. Nobody reads a page by it: the children find theirs open again. */
  open: method(
    audited('coordinator', 'technician'),
    z.strictObject({ recoveryKey: z.string().min(8).max(64) }),
  ).answers<{
    readonly opened: number
  }>(),
}
