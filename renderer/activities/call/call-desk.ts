import type { CallBegun, PhoneLeft, TalkWay } from '#contract/calls.ts'
import type { Call, CallClient, CallSummary, Watched } from '../../calls/client.ts'
import { newsOf } from '../../calls/device-news.ts'
import { createHolder } from '../../calls/observable.ts'
import { comfortOf, endOf, leftFor, microphoneLackOf, wasTalked } from './desk-rules.ts'
import { followCall, measured } from './follow-call.ts'
import type { Callee, DeskHouse, PhoneTime, Stage, WhyNot } from './stage.ts'

export type { Callee, DeskHouse, WhyNot } from './stage.ts'

export interface CallDesk {
  readonly stage: Watched<Stage>
  /** The time of the telephone that is talked; null where nothing limits it. */
  readonly phone: Watched<PhoneTime | null>
  /** Begins the three seconds; nothing while a call is under way. */
  readonly ring: (who: Callee, way: TalkWay) => void
  /**
   * On to the same person by the other way, at once: the three seconds were had (C5). Ends the call that is under way, or
   * follows one that found nobody.
   */
  readonly swap: (way: TalkWay) => void
  /** Thinks again, hangs up or declines: whatever is right now. */
  readonly hangUp: () => void
  readonly pickUp: () => void
  /** Away from the comfort of a missed call, back to the family. */
  readonly back: () => void
  /** Keys of a telephone, for the call of this id only. */
  readonly press: (callId: string, keys: string) => void
  /** The family's page is left: its call ends, its comfort is over. Somebody who rings goes on ringing. */
  readonly leave: () => void
  /** The child goes home. */
  readonly close: () => void
}

const THINK_MS = 3000

/** @param onTalked a call of a minute or more is over and the child is back at the family */
export function createCallDesk(
  client: CallClient,
  house: DeskHouse,
  onTalked: (callId: string) => void,
): CallDesk {
  const stage = createHolder<Stage>({ at: 'idle' })
  const phone = createHolder<PhoneTime | null>(null)
  /** Answers of main that belong to an earlier call are dropped. */
  let turn = 0
  let thinking: ReturnType<typeof setTimeout> | undefined
  let opened: Promise<unknown> = Promise.resolve()
  /** Where the child goes on when the call under way is over. */
  let next: TalkWay | undefined
  let running: { readonly callId: string; readonly call: Call } | undefined
  /** A talk that the child has not been asked about yet. */
  let talked: string | undefined
  let closed = false

  const devices = (on: boolean): void => {
    opened = house.media({ on })
  }
  const isFree = (): boolean => stage.now().at === 'idle' || stage.now().at === 'missed'
  const rest = (): void => {
    stage.set({ at: 'idle' })
    const about = talked
    talked = undefined
    if (about !== undefined) onTalked(about)
  }
  const miss = (who: Callee, way: TalkWay, why: WhyNot): void => {
    devices(false)
    stage.set({ at: 'missed', who, way, why })
  }

  /** Follows a call to its summary. */
  const follow = (
    call: Call,
    begun: Pick<CallBegun, 'callId' | keyof PhoneLeft>,
    who: Callee,
    way: TalkWay,
  ): void => {
    const { callId } = begun
    running = { callId, call }
    next = undefined
    stage.set({ at: 'calling', who, way, call })
    const over = (summary: CallSummary): void => {
      const left = followed.phone.now()
      const how = next ? leftFor(followed.lastAt(), summary.reason) : endOf(summary, left)
      void house.ended({ callId, how, ...measured(summary) })
      const lack = microphoneLackOf(summary.reason)
      if (lack) void house.device({ device: 'microphone', is: lack, during: 'call', outMs: null })
      running = undefined
      unwatchPhone()
      unwatchDevice()
      phone.set(null)
      if (closed) return
      if (wasTalked(summary)) talked = callId
      // It may go on ringing for another: the client lets go of it first.
      client.dismiss()
      const why = comfortOf(summary, left)
      if (next) goOn(who, next)
      else if (why) miss(who, way, why)
      else {
        devices(false)
        rest()
      }
    }
    // A call that is over already says so at once.
    const followed = followCall(call, begun, house, (summary) => queueMicrotask(() => over(summary)))
    phone.set(followed.phone.now())
    const unwatchDevice = call.device.watch(() => {
      const change = call.device.now()
      if (change) void house.device({ ...newsOf(change), during: 'call' })
    })
    const unwatchPhone = followed.phone.watch(() => phone.set(followed.phone.now()))
  }

  const goOn = (who: Callee, way: TalkWay): void => {
    next = undefined
    devices(true)
    if (way === 'video') void house.waiting({ contactId: who.contactId })
    void dial(who, way, ++turn)
  }

  const dial = async (who: Callee, way: TalkWay, mine: number): Promise<void> => {
    stage.set({ at: 'calling', who, way, call: null })
    await opened
    const begun = await house.begin({ contactId: who.contactId, way })
    if (mine !== turn) {
      const nothing = { ringingMs: 0, lengthMs: 0, quality: null }
      if (begun.ok) void house.ended({ callId: begun.value.callId, how: 'cancelled', ...nothing })
      return
    }
    if (!begun.ok) return miss(who, way, begun.error.code)
    follow(client.dial(begun.value.target, { picture: way === 'video' }), begun.value, who, way)
  }

  const come = async (call: Call): Promise<void> => {
    const asked = await house.caller({ from: call.peer })
    if (call.state.now().at !== 'ringing') return
    if (!asked.ok) return call.hangUp()
    clearTimeout(thinking)
    turn++
    stage.set({ at: 'coming', caller: asked.value, call })
    const unwatch = call.summary.watch(() => {
      unwatch()
      const now = stage.now()
      client.dismiss()
      if (now.at === 'coming' && now.call === call) stage.set({ at: 'idle' })
    })
  }
  const unwatchCurrent = client.current.watch(() => {
    const call = client.current.now()
    if (call?.direction === 'in' && call.state.now().at === 'ringing') void come(call)
  })

  const hangUp = (): void => {
    const now = stage.now()
    clearTimeout(thinking)
    if (now.at === 'coming') return now.call.hangUp()
    if (now.at === 'calling' && now.call) return now.call.hangUp()
    if (now.at !== 'thinking' && now.at !== 'calling') return
    turn++
    devices(false)
    rest()
  }

  return {
    stage,
    phone,
    ring(who, way) {
      if (!isFree()) return
      const mine = ++turn
      stage.set({ at: 'thinking', who, way })
      devices(true)
      // Their page shows that the child is there, before it rings.
      if (way === 'video') void house.waiting({ contactId: who.contactId })
      thinking = setTimeout(() => void dial(who, way, mine), THINK_MS)
    },
    swap(way) {
      const now = stage.now()
      if (now.at === 'missed') return goOn(now.who, way)
      if (now.at !== 'calling' || !now.call) return
      next = way
      now.call.hangUp()
    },
    hangUp,
    pickUp() {
      const now = stage.now()
      if (now.at !== 'coming') return
      const { call, caller } = now
      const who: Callee = { ...caller, relation: '', city: null }
      const mine = ++turn
      devices(true)
      const take = async () => {
        const [, begun] = await Promise.all([opened, house.answer({ from: call.peer })])
        if (mine !== turn || call.state.now().at !== 'ringing') return
        if (!begun.ok) {
          call.hangUp()
          return
        }
        follow(call, begun.value, who, caller.way)
        call.answer({ picture: caller.way === 'video' })
      }
      void take()
    },
    back() {
      if (stage.now().at === 'missed') rest()
    },
    leave() {
      const { at } = stage.now()
      if (at === 'thinking' || at === 'calling') return hangUp()
      if (at !== 'missed') return
      // Whoever walks away from the comfort wants something else now.
      talked = undefined
      stage.set({ at: 'idle' })
    },
    press(callId, keys) {
      if (running?.callId === callId) running.call.sendKeys(keys)
    },
    close() {
      closed = true
      clearTimeout(thinking)
      turn++
      unwatchCurrent()
      client.stop()
      if (!isFree()) devices(false)
      stage.set({ at: 'idle' })
    },
  }
}
