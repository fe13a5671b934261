/**
 * Time as the rooms have it: dead batteries start in 2000, so the wall is only believed when it is not before the
 * program's own build nor before the latest time that this seat has already believed. Lengths never come from it.
 */
export interface Clock {
  /** UTC milliseconds since 1970, right or wrong. */
  wall(): number
  /** Milliseconds since an arbitrary start; never goes back, counts suspended time, unaffected by changes of the wall. */
  monotonic(): number
  /** Whether `wall()` may be believed. */
  trusted(): boolean
}
