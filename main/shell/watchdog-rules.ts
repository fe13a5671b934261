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

/** A page that answers is asked again; one that is silent this long is taken for frozen: back within ten seconds (H10). */
const SILENCE = 4000
/** A spinning disk may take this long over a first page. */
const SLOW_LOAD = 20_000
/** Kills longer ago than this are forgotten, milliseconds. */
const KILLS_MEMORY = 10 * 60_000
/** 4 s become 4 minutes, 20 s 21 minutes: slower is no PC that can be used. */
const MOST_DOUBLINGS = 6

/**
 * How long a page may be silent before it is ended and started anew, in milliseconds. `kills` holds when that was done before, on the
 * same clock as `now`; each doubles it: a PC that is only slow would otherwise never finish its first page.
 */
export function silenceAllowed(loading: boolean, kills: readonly number[], now: number): number {
  const recent = kills.filter((at) => now - at < KILLS_MEMORY).length
  return (loading ? SLOW_LOAD : SILENCE) * 2 ** Math.min(recent, MOST_DOUBLINGS)
}
