import { lived } from '../kernel/lived-time.ts'

/** What decides whether eyes and shoulders rest now (H9). All times in monotonic milliseconds. */
export interface ScreenTime {
  /** Looked at the screen since the last rest. */
  readonly screenMs: number
}

/**
 * What has been looked at, `passed` ms later. A call and a teacher's pause are no screen to read on: they neither count nor
 * rest the eyes. A gap longer than `mostGap` is a closed lid: a rest by itself.
 */
export function looked(
  { screenMs }: ScreenTime,
  passed: number,
  { looking, mostGap }: { readonly looking: boolean; readonly mostGap: number },
): number {
  if (!Number.isFinite(passed) || passed > mostGap) return 0
  return looking ? screenMs + lived(passed, mostGap) : screenMs
}

/**
 * Whether a rest is due. It never comes in the last five minutes (the goodbye is near) nor in a call, and the window waits
 * with it until no work is in hand.
 * @param everyMinutes as the room set it; 0 = never
 */
export function isRestDue(
  { screenMs }: ScreenTime,
  { everyMinutes, inTheOpen }: { readonly everyMinutes: number; readonly inTheOpen: boolean },
): boolean {
  return inTheOpen && everyMinutes > 0 && screenMs >= everyMinutes * 60_000
}

/** Looked at so far by a child who goes on after a crash: rests come where they would have come without it. */
export function lookedBefore(usedMs: number, everyMinutes: number): number {
  const every = everyMinutes * 60_000
  return every > 0 && usedMs > 0 ? usedMs % every : 0
}
