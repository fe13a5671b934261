import { z } from 'zod'
import { audited, method, staff } from './define.ts'
import { everyRole } from './roles.ts'
import { id } from './people.ts'

/** A folder that main itself offers: a USB stick, or the seat's own documents. No path is ever taken from a window. */
export interface FilePlace {
  readonly id: string
  readonly kind: 'usb' | 'documents'
  readonly name: string
  readonly freeBytes: number
}

export const filesMethods = {
  places: method(staff(...everyRole), z.void()).answers<readonly FilePlace[]>(),
  saveTemplate: method(
    staff('coordinator', 'teacher'),
    z.strictObject({ place: z.string().min(1).max(200) }),
  ).answers<{ readonly file: string }>(),
  /** Prints the staff window as it stands (its print form), on the default printer. */
  print: method(staff('coordinator', 'teacher', 'social-worker', 'technician'), z.void()).answers<void>(),
  /** The same as a PDF. `about` names the file. */
  savePdf: method(
    audited('coordinator', 'teacher', 'social-worker', 'technician'),
    z.strictObject({
      place: z.string().min(1).max(200),
      about: z.enum(['mistakes', 'passport', 'report', 'repair', 'backup-key']),
      childId: id.optional(),
    }),
  ).answers<{ readonly file: string }>(),
}
