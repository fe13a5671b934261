/** Bars that are kept of a voice, whatever its length. */
export const BARS = 40

/**
 * How loud a voice was, 0 to 9 in `BARS` parts of the same length, of levels (0 to 1) as they were heard one after the other. The
 * loudest of each part counts: a word is short. Undefined where nothing was listened to: no wave is drawn then.
 */
export function peaksOf(levels: readonly number[]): number[] | undefined {
  if (levels.length === 0) return undefined
  return Array.from({ length: BARS }, (_none, bar) => {
    const from = Math.floor((bar * levels.length) / BARS)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * levels.length) / BARS))
    const loudest = Math.max(...levels.slice(from, to))
    return Math.round(Math.min(1, Math.max(0, loudest)) * 9)
  })
}

/** Heights of the bars, 0.1 to 1: of the voice itself, or of a level line where nothing is known of it. */
export const barsOf = (peaks: readonly number[] | undefined): readonly number[] =>
  peaks && peaks.length > 0 ? peaks.map((peak) => 0.1 + peak / 10) : Array.from({ length: BARS }, () => 0.1)
