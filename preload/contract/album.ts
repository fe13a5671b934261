import { z } from 'zod'
import { child, method } from './define.ts'
import type { PageSummary } from './diary.ts'
import { id } from './people.ts'
import type { Given } from './shares.ts'

/** A page where the child looks back. */
export interface AlbumPage extends PageSummary {
  /** The child's own star. */
  readonly liked: boolean
  /** Null: it is the child's alone. */
  readonly given: Given | null
}

/** Pages of one month; of one year; those whose day is not known; those with a star. */
const shelf = z.union([z.string().regex(/^\d{4}(-\d{2})?$/), z.enum(['undated', 'liked'])])
export type AlbumShelf = z.infer<typeof shelf>

/** Looking back (D7): all of it the child's, in its own turn. */
export const albumMethods = {
  /** Months that have pages, the latest first. */
  months: method(child, z.void()).answers<{
    readonly months: readonly { readonly month: string; readonly pages: number }[]
    readonly undated: number
    /** YYYY-MM as far as the seat knows; null while it does not. */
    readonly now: string | null
  }>(),
  /** Newest first: screen number `screen` of `limit` pages each. */
  pages: method(
    child,
    z.strictObject({ shelf, screen: z.int().min(0).max(100_000), limit: z.int().min(1).max(400) }),
  ).answers<{ readonly pages: readonly AlbumPage[]; readonly total: number }>(),
  /** Puts a star on a page, or takes it off. Refuses `not-found` and `diary-closed`. */
  like: method(child, z.strictObject({ page: id, on: z.boolean() })).answers<void>(),
  /** A page of this day in another year, or of the same week; null where there is none, or today is not known. */
  thisDay: method(child, z.void()).answers<{
    readonly page: AlbumPage
    readonly yearsAgo: number
    readonly same: 'day' | 'week'
  } | null>(),
}
