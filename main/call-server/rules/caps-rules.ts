import type { CallServerSettings } from '../settings.ts'
import type { PhoneUse } from '../store/calls.ts'

type Caps = CallServerSettings['limits']

const MINUTE = 60_000

/** What is left to talk before a cap, in milliseconds; 0 or less when one is reached. `callMs` is the talk of this call so far. */
export function leftToTalk(use: PhoneUse, callMs: number, caps: Caps): number {
  return Math.min(
    caps.phoneCallMinutes * MINUTE - callMs,
    caps.phoneChildDayMinutes * MINUTE - use.childMs,
    caps.phoneNumberDayMinutes * MINUTE - use.numberMs,
    caps.phoneRoomDayMinutes * MINUTE - use.roomMs,
  )
}

/** Whether one more phone call may begin. */
export const mayBegin = (use: PhoneUse, caps: Caps): boolean =>
  leftToTalk(use, 0, caps) > 0 && use.open < caps.phoneAtOnce && use.childCalls < caps.phoneChildDayCalls

/** When the day of `at` began, at midnight of a place so many minutes east of UTC. */
export function dayStart(at: number, zoneMinutes: number): number {
  const local = at + zoneMinutes * MINUTE
  return local - (((local % 86_400_000) + 86_400_000) % 86_400_000) - zoneMinutes * MINUTE
}
