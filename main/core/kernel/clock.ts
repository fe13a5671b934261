/** When it is, as well as this machine can know it. */
export interface Present {
  /** UTC milliseconds, whole. */
  readonly at: number
  /** Whether it is known; otherwise `at` goes on from the last time that was, so that what is written stays in order. */
  readonly trusted: boolean
}

/**
 * Time as the rooms have it: dead batteries start in 2000, hands set the wrong month. What is written down gets `now()`;
 * what cannot be undone is done by `certain()` alone; lengths come from `monotonic()`.
 */
export interface Clock {
  /** UTC milliseconds since 1970, right or wrong. */
  wall(): number
  /** Milliseconds since an arbitrary start; never goes back, counts suspended time, unaffected by changes of the wall. */
  monotonic(): number
  /** Whether `wall()` may be believed. */
  trusted(): boolean
  now(): Present
  /**
   * The latest time that has certainly been reached: two witnesses say so (this clock with the call server, or with itself on
   * three days of starts). UTC milliseconds, whole; 0 while there is none. What is erased, is erased by this time.
   */
  certain(): number
}
