import type { Clock } from '#core/kernel/clock.ts'
import type { House } from './house.ts'
import { dayStart, leftToTalk, type LeftToTalk } from './rules/caps-rules.ts'
import { phoneUse, type PhoneUse, type StoredCall } from './store/calls.ts'

interface Ground extends Pick<House, 'db' | 'settings'> {
  readonly clock: Pick<Clock, 'now'>
}
type Who = Pick<StoredCall, 'room' | 'child' | 'number'>

/** What has been talked by telephone today, in the day of the room. */
export const useToday = ({ db, clock, settings }: Ground, who: Who): PhoneUse =>
  phoneUse(db, who, dayStart(clock.now().at, settings.zoneMinutes))

/** How long until a cap ends the call, and which; `callMs` is what it has lasted. */
export const phoneLeft = (house: Ground, who: Who, callMs: number): LeftToTalk =>
  leftToTalk(useToday(house, who), callMs, house.settings.limits)
