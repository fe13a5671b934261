import type { PhoneCap } from '#contract/calls.ts'
import type { CallServerSettings } from '../settings.ts'
import type { PhoneUse } from '../store/calls.ts'

type Caps = CallServerSettings['limits']

const MINUTE = 60_000

export interface LeftToTalk {
  /** 0 or less when the cap is reached. */
  readonly leftMs: number
  readonly cap: PhoneCap
}

/** What is left to talk, and the cap that is nearest; of two at once the one that more calls meet. `callMs` is the talk of this call so far. */
export function leftToTalk(use: PhoneUse, callMs: number, caps: Caps): LeftToTalk {
  const all: readonly LeftToTalk[] = [
    { cap: 'room', leftMs: caps.phoneRoomDayMinutes * MINUTE - use.roomMs },
    { cap: 'child', leftMs: caps.phoneChildDayMinutes * MINUTE - use.childMs },
    { cap: 'number', leftMs: caps.phoneNumberDayMinutes * MINUTE - use.numberMs },
    { cap: 'call', leftMs: caps.phoneCallMinutes * MINUTE - callMs },
  ]
  return all.reduce((nearest, one) => (one.leftMs < nearest.leftMs ? one : nearest))
}

/** The same for a call that has not begun: a child also has so many calls a day. */
export function leftBefore(use: PhoneUse, caps: Caps): LeftToTalk {
  const left = leftToTalk(use, 0, caps)
  return left.leftMs > 0 && use.childCalls >= caps.phoneChildDayCalls ? { leftMs: 0, cap: 'child' } : left
}

/** Whether one more phone call may begin. */
export const mayBegin = (use: PhoneUse, caps: Caps): boolean =>
  leftBefore(use, caps).leftMs > 0 && use.open < caps.phoneAtOnce

/** When the day of `at` began, at midnight of a place so many minutes east of UTC. */
export function dayStart(at: number, zoneMinutes: number): number {
  const local = at + zoneMinutes * MINUTE
  return local - (((local % 86_400_000) + 86_400_000) % 86_400_000) - zoneMinutes * MINUTE
}
