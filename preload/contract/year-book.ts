import { z } from 'zod'
import { audited, child, method, staff } from './define.ts'
import { talkRoles } from './feelings.ts'
import { id, type Face } from './people.ts'

/** A book that lies ready on the child's screen, as staff hear of it: whose, and how many leaves. Nothing of what is in it. */
export interface BookWish {
  readonly childId: string
  readonly childName: string
  readonly face: Face
  readonly leaves: number
}

const whose = z.strictObject({ childId: id })

/**
 * A year book (D7) is printed at the child's wish and while the child sits there: the child's window lays it out, main prints that
 * window, and no file of it is kept at the seat. Refuses `not-found` once the child has closed it or the turn is over.
 */
export const yearBookMethods = {
  /** It is laid out on this window and may be printed now. */
  ready: method(child, z.strictObject({ leaves: z.int().min(1).max(2000) })).answers<void>(),
  close: method(child, z.void()).answers<void>(),
  wish: method(staff(...talkRoles), z.void()).answers<BookWish | null>(),
  print: method(audited(...talkRoles), whose).answers<void>(),
  /** As a PDF on a stick, and nowhere else: refuses `no-place` for a folder of the seat. */
  save: method(audited(...talkRoles), whose.extend({ place: z.string().min(1).max(200) })).answers<{
    readonly file: string
  }>(),
}
