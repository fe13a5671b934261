import type { InputOf } from '#contract/index.ts'
import type { CallBegun, PhoneLeft } from '#contract/calls.ts'
import type { Call, CallSummary } from '../../calls/client.ts'
import { createHolder, type Watched } from '../../calls/observable.ts'
import { LAST_MS } from './desk-rules.ts'
import type { DeskHouse, PhoneTime } from './stage.ts'

const BEAT_MS = 5000

/** What of a call is followed; a test hands in its own. */
export type FollowedCall = Pick<Call, 'state' | 'summary' | 'hangUp' | 'callId'>

/** A call under way, as main hears of it. */
export interface Followed {
  readonly phone: Watched<PhoneTime | null>
  /** What the call was doing when it ended. */
  readonly lastAt: () => ReturnType<Call['state']['now']>['at']
}

/** Beats for a call until it is over, keeps the telephone's time, and says goodbye before a cap would cut it off. */
export function followCall(
  call: FollowedCall,
  { callId, ...begunWith }: Pick<CallBegun, 'callId' | keyof PhoneLeft>,
  house: Pick<DeskHouse, 'beat'>,
  onOver: (summary: CallSummary) => void,
): Followed {
  const phone = createHolder<PhoneTime | null>(null)
  let lastAt = call.state.now().at
  let cap: ReturnType<typeof setTimeout> | undefined
  const learn = ({ leftMs, cap: nearest }: PhoneLeft): void => {
    if (leftMs === null || nearest === null) return
    const totalMs = Math.max(leftMs, phone.now()?.totalMs ?? 0)
    phone.set({ leftMs, totalMs, cap: nearest })
    clearTimeout(cap)
    cap = setTimeout(
      () => {
        phone.set({ leftMs: 0, totalMs, cap: nearest })
        if (isTalked(lastAt)) call.hangUp()
      },
      Math.max(0, leftMs - LAST_MS),
    )
  }
  const beat = async (): Promise<void> => {
    const beaten = await house.beat({ callId, sip: call.callId(), talking: isTalked(lastAt) })
    if (beaten.ok && call.summary.now() === null) learn(beaten.value)
  }
  const beating = setInterval(() => void beat(), BEAT_MS)
  const unwatchState = call.state.watch(() => {
    const { at } = call.state.now()
    const before = lastAt
    if (at !== 'over') lastAt = at
    // The sun rests from the first word on, and goes on after the last.
    if (at !== before && (at === 'answered' || at === 'talking')) void beat()
  })
  const finish = (): void => {
    const summary = call.summary.now()
    if (!summary) return
    clearInterval(beating)
    clearTimeout(cap)
    unwatchState()
    unwatchSummary()
    onOver(summary)
  }
  const unwatchSummary = call.summary.watch(finish)
  learn(begunWith)
  finish()
  return { phone, lastAt: () => lastAt }
}

const isTalked = (at: string): boolean => at === 'answered' || at === 'talking' || at === 'recovering'

/** Lengths and figures for the log; figures only of calls that were talked. */
export function measured(
  summary: CallSummary,
): Pick<InputOf<'calls.ended'>, 'ringingMs' | 'lengthMs' | 'quality'> {
  const { firstFrameMs, restarts, route, ringingMs, lengthMs } = summary
  return {
    ringingMs: Math.round(ringingMs),
    lengthMs: Math.round(lengthMs),
    quality: lengthMs === 0 ? null : { ...summary.quality, firstFrameMs, restarts, route },
  }
}
