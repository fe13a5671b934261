/** Deaths longer ago than this are forgotten, milliseconds. */
const MEMORY = 60_000
const AT_ONCE = 100
const LONGEST = 8000

/**
 * How long to wait before a page is loaded again, in milliseconds. `deaths` holds when it died, latest last, on the same
 * clock as `now`. The first three come back at once; one that keeps dying is not started in a tight loop, yet always
 * within the ten seconds of H10.
 */
export function waitBefore(deaths: readonly number[], now: number): number {
  const recent = deaths.filter((at) => now - at < MEMORY).length
  return recent <= 3 ? AT_ONCE : Math.min(LONGEST, 500 * 2 ** (recent - 4))
}
