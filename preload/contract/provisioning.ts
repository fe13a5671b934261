import { z } from 'zod'
import { audited, method } from './define.ts'

export const provisioningMethods = {
  /** Writes a signed file of this room's own settings for its other seats. `days`: how long it is taken; 0 for no end. */
  make: method(
    audited('coordinator', 'technician'),
    z.strictObject({
      place: z.string().min(1).max(200),
      seats: z.int().min(1).max(60),
      days: z.int().min(0).max(400),
    }),
  ).answers<{ readonly file: string; readonly fingerprint: string; readonly version: number }>(),
}
