import type { AnswerOf, InputOf } from '#contract/index.ts'
import type { Answer } from '#contract/bridge.ts'
import type { CallerCard, FamilyCard, TalkWay } from '#contract/calls.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import type { Call, CallClient, CallSummary, OverReason, Watched } from '../../calls/client.ts'
import { createHolder } from '../../calls/observable.ts'

/** Whom the screen is about: enough for their face and name. */
export type Callee = Pick<FamilyCard, 'contactId' | 'called' | 'relation' | 'city'> & {
  readonly photo?: string
}
export type WhyNot = OverReason | RefusalCode

/** Where calling stands, as the family page draws it. */
export type Stage =
  | { readonly at: 'idle' }
  /** Nothing was dialled yet: three seconds to think again (C1). */
  | { readonly at: 'thinking'; readonly who: Callee; readonly way: TalkWay }
  /** `call` is null until main allowed it. */
  | { readonly at: 'calling'; readonly who: Callee; readonly way: TalkWay; readonly call: Call | null }
  /** Somebody rings. */
  | { readonly at: 'coming'; readonly caller: CallerCard; readonly call: Call }
  | { readonly at: 'missed'; readonly who: Callee; readonly way: TalkWay; readonly why: WhyNot }

type Asked<N extends 'begin' | 'beat' | 'ended' | 'media' | 'caller' | 'answer' | 'waiting'> = (
  input: InputOf<`calls.${N}`>,
) => Promise<Answer<AnswerOf<`calls.${N}`>>>

/** What the desk needs of main. */
export interface DeskHouse {
  readonly begin: Asked<'begin'>
  readonly beat: Asked<'beat'>
  readonly ended: Asked<'ended'>
  readonly media: Asked<'media'>
  readonly caller: Asked<'caller'>
  readonly answer: Asked<'answer'>
  readonly waiting: Asked<'waiting'>
}

export interface CallDesk {
  readonly stage: Watched<Stage>
  /** What is left of a telephone's time, ms; null where nothing limits it. */
  readonly leftMs: Watched<number | null>
  /** Begins the three seconds; nothing while a call is under way. */
  readonly ring: (who: Callee, way: TalkWay) => void
  /** Thinks again, hangs up or declines: whatever is right now. */
  readonly hangUp: () => void
  readonly pickUp: () => void
  /** Away from the comfort of a missed call, back to the family. */
  readonly back: () => void
  /** The page is left: a call ends. */
  readonly close: () => void
}

export const THINK_MS = 3000
const BEAT_MS = 5000
const NOT_HERE = ['hung-up', 'answered-elsewhere'] as const satisfies readonly OverReason[]

/** Whether an end needs no comfort: both talked and said goodbye, or the child thought again. */
export function isPlainEnd({ reason, by }: Pick<CallSummary, 'reason' | 'by'>): boolean {
  return (NOT_HERE as readonly OverReason[]).includes(reason) || (reason === 'cancelled' && by === 'us')
}

export function createCallDesk(client: CallClient, house: DeskHouse): CallDesk {
  const stage = createHolder<Stage>({ at: 'idle' })
  const leftMs = createHolder<number | null>(null)
  /** Answers of main that belong to an earlier call are dropped. */
  let turn = 0
  let thinking: ReturnType<typeof setTimeout> | undefined
  let opened: Promise<unknown> = Promise.resolve()

  const devices = (on: boolean): void => {
    opened = house.media({ on })
  }
  const isFree = (): boolean => stage.now().at === 'idle' || stage.now().at === 'missed'
  const miss = (who: Callee, way: TalkWay, why: WhyNot): void => {
    devices(false)
    stage.set({ at: 'missed', who, way, why })
  }

  /** Follows a call to its summary. */
  const follow = (call: Call, callId: string, who: Callee, way: TalkWay): void => {
    stage.set({ at: 'calling', who, way, call })
    const beat = async (): Promise<void> => {
      const isTalking = ['answered', 'talking', 'recovering'].includes(call.state.now().at)
      const beaten = await house.beat({ callId, sip: call.callId(), talking: isTalking })
      if (beaten.ok && call.summary.now() === null) leftMs.set(beaten.value.leftMs)
    }
    const beating = setInterval(() => void beat(), BEAT_MS)
    let last = call.state.now().at
    const unwatchState = call.state.watch(() => {
      const { at } = call.state.now()
      // The sun rests from the first word on, and goes on after the last.
      if (at !== last && (at === 'answered' || at === 'talking')) void beat()
      last = at
    })
    const finish = (): void => {
      const summary = call.summary.now()
      if (!summary) return
      clearInterval(beating)
      unwatchState()
      unwatchSummary()
      leftMs.set(null)
      void house.ended({ callId, how: summary.reason, ...lengths(summary), quality: qualityOf(summary) })
      // It may go on ringing for another: the client lets go of it first.
      client.dismiss()
      if (isPlainEnd(summary)) {
        devices(false)
        stage.set({ at: 'idle' })
      } else miss(who, way, summary.reason)
    }
    const unwatchSummary = call.summary.watch(finish)
    finish()
  }

  const dial = async (who: Callee, way: TalkWay, mine: number): Promise<void> => {
    stage.set({ at: 'calling', who, way, call: null })
    await opened
    const begun = await house.begin({ contactId: who.contactId, way })
    if (mine !== turn) {
      if (begun.ok)
        void house.ended({
          callId: begun.value.callId,
          how: 'cancelled',
          ringingMs: 0,
          lengthMs: 0,
          quality: null,
        })
      return
    }
    if (!begun.ok) return miss(who, way, begun.error.code)
    leftMs.set(begun.value.leftMs)
    follow(client.dial(begun.value.target, { picture: way === 'video' }), begun.value.callId, who, way)
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

  return {
    stage,
    leftMs,
    ring(who, way) {
      if (!isFree()) return
      const mine = ++turn
      stage.set({ at: 'thinking', who, way })
      devices(true)
      // Their page shows that the child is there, before it rings.
      if (way === 'video') void house.waiting({ contactId: who.contactId })
      thinking = setTimeout(() => void dial(who, way, mine), THINK_MS)
    },
    hangUp() {
      const now = stage.now()
      clearTimeout(thinking)
      if (now.at === 'coming') return now.call.hangUp()
      if (now.at === 'calling' && now.call) return now.call.hangUp()
      if (now.at !== 'thinking' && now.at !== 'calling') return
      turn++
      devices(false)
      stage.set({ at: 'idle' })
    },
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
        follow(call, begun.value.callId, who, caller.way)
        call.answer({ picture: caller.way === 'video' })
      }
      void take()
    },
    back() {
      if (stage.now().at === 'missed') stage.set({ at: 'idle' })
    },
    close() {
      clearTimeout(thinking)
      turn++
      unwatchCurrent()
      client.stop()
      if (!isFree()) devices(false)
      stage.set({ at: 'idle' })
    },
  }
}

const lengths = ({ ringingMs, lengthMs }: CallSummary) => ({
  ringingMs: Math.round(ringingMs),
  lengthMs: Math.round(lengthMs),
})

/** Figures only of calls that were talked. */
function qualityOf(summary: CallSummary): InputOf<'calls.ended'>['quality'] {
  if (summary.lengthMs === 0) return null
  const { firstFrameMs, restarts, route } = summary
  return { ...summary.quality, firstFrameMs, restarts, route }
}
