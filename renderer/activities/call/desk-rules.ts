import type { PhoneSpent } from '#contract/calls.ts'
import type { CallSummary, CallState, OverReason } from '../../calls/client.ts'
import type { PhoneTime, WhyNot } from './stage.ts'

const NOT_HERE = ['hung-up', 'answered-elsewhere'] as const satisfies readonly OverReason[]
/** A talk of so long may have left something in the heart: the child is asked how it feels (C11). */
const TALKED_MS = 60_000
/** The server ends a telephone at its cap; whatever ends this close to it was ended by that. */
const NEAR_CAP_MS = 10_000
/** The telephone says goodbye by itself this long before the cap, so that nobody is cut off by a server, ms. */
export const LAST_MS = 2000

type Ended = Pick<CallSummary, 'reason' | 'by' | 'lengthMs'>

/** Whether an end needs no comfort: both talked and said goodbye, or the child thought again. */
export function isPlainEnd({ reason, by }: Pick<CallSummary, 'reason' | 'by'>): boolean {
  return (NOT_HERE as readonly OverReason[]).includes(reason) || (reason === 'cancelled' && by === 'us')
}

/** Whether the child is asked how it feels. */
export const wasTalked = ({ lengthMs }: Pick<CallSummary, 'lengthMs'>): boolean => lengthMs >= TALKED_MS

/** The cap that ended a telephone, null where none did. `left` as last known. */
const capOf = ({ reason, lengthMs }: Ended, left: PhoneTime | null): PhoneSpent | null =>
  reason === 'hung-up' && lengthMs > 0 && left && left.leftMs <= NEAR_CAP_MS
    ? `phone-spent-${left.cap}`
    : null

/** Why a call that is over needs comfort; null where it does not. */
export const comfortOf = (ended: Ended, left: PhoneTime | null): WhyNot | null =>
  capOf(ended, left) ?? (isPlainEnd(ended) ? null : ended.reason)

/** What was the matter with a microphone without which a call did not come about; null where it was something else. */
export const microphoneLackOf = (reason: OverReason): 'missing' | 'busy' | 'refused' | null =>
  reason === 'no-microphone'
    ? 'missing'
    : reason === 'microphone-busy'
      ? 'busy'
      : reason === 'microphone-refused'
        ? 'refused'
        : null

/** How the log calls the end. */
export const endOf = (ended: Ended, left: PhoneTime | null): PhoneSpent | OverReason =>
  capOf(ended, left) ?? ended.reason

/** The same of a call that the child left for another way to the same person. */
export const leftFor = (at: CallState['at'], reason: OverReason): OverReason =>
  at === 'recovering' && reason === 'hung-up' ? 'link-lost' : reason
