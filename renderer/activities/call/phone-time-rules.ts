import type { SkyState } from '#ui/sky-rules.ts'
import type { PhoneTime } from './stage.ts'

/** The last minute of a telephone: time to say goodbye, before a cap ends it. */
const GOODBYE_MS = 60_000

/** A telephone's time as a sky of its own: the sun goes down with it, swallows are its last five minutes. */
export function phoneSky({ leftMs, totalMs }: Pick<PhoneTime, 'leftMs' | 'totalMs'>): SkyState {
  const left = Math.max(0, leftMs)
  const passed = totalMs > 0 ? 1 - left / totalMs : 1
  return { passed: Math.min(1, Math.max(0, passed)), minutesLeft: Math.ceil(left / 60_000) }
}

export const isLastMinute = (phone: Pick<PhoneTime, 'leftMs' | 'totalMs'> | null): boolean =>
  phone !== null && phone.leftMs <= GOODBYE_MS
