/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014) as one string that sorts: 12 hex digits of
 * UTC milliseconds, 4 hex digits of a counter, a dash, the writer. The writer is
 * the log of one database, not the seat: a seat restored from a backup must not give out values again that it gave before.
 */
export type Hlc = string

/**
 * The latest moment taken from a wall clock: 2100-01-01. A seat whose battery says 2999 stamps 2100 at most, so what
 * it drags the others to is bounded; from there on the clock only counts, and writes still come one after the other.
 */
export const LATEST_WALL = Date.UTC(2100, 0, 1)

const LAST_COUNT = 0xffff
const FORM = /^[0-9a-f]{16}-[!-~]{1,64}$/

/** The next value above `last` (the highest that this seat has made or seen). A wall that runs backwards only counts up. */
export function nextHlc(last: Hlc | undefined, wall: number, writer: string): Hlc {
  const now = Number.isFinite(wall) ? Math.min(Math.max(Math.trunc(wall), 0), LATEST_WALL) : 0
  if (last === undefined) return format(now, 0, writer)
  const at = wallOf(last)
  if (now > at) return format(now, 0, writer)
  const count = Number.parseInt(last.slice(12, 16), 16)
  return count < LAST_COUNT ? format(at, count + 1, writer) : format(at + 1, 0, writer)
}

/** The milliseconds inside; the wall clock of a seat at that moment, or of a seat before it that was ahead. */
export function wallOf(hlc: Hlc): number {
  return Number.parseInt(hlc.slice(0, 12), 16)
}

/** Whether a value from elsewhere can be one of ours: well formed and not past the bound (a day above it: room to count 5 * 10^12 writes). */
export function isHlc(value: unknown): value is Hlc {
  return typeof value === 'string' && FORM.test(value) && wallOf(value) <= LATEST_WALL + 86_400_000
}

/** Whether a writer's id fits into the string and sorts alike in SQLite and here (printable ASCII). */
export function isWriter(id: string): boolean {
  return /^[!-~]{1,64}$/.test(id)
}

function format(ms: number, count: number, writer: string): Hlc {
  return `${ms.toString(16).padStart(12, '0')}${count.toString(16).padStart(4, '0')}-${writer}`
}
