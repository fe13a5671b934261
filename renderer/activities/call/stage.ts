import type { AnswerOf, InputOf } from '#contract/index.ts'
import type { Answer } from '#contract/bridge.ts'
import type { CallerCard, FamilyCard, PhoneCap, PhoneSpent, TalkWay } from '#contract/calls.ts'
import type { RefusalCode } from '#contract/refusal.ts'
import type { Call, OverReason } from '../../calls/client.ts'

/** Whom the screen is about: enough for their face and name. */
export type Callee = Pick<FamilyCard, 'contactId' | 'called' | 'relation' | 'city'> & {
  readonly photo?: string
}
export type WhyNot = OverReason | RefusalCode | PhoneSpent

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

/** The time of a telephone, up to the nearest cap. */
export interface PhoneTime {
  readonly leftMs: number
  /** When the call began. */
  readonly totalMs: number
  readonly cap: PhoneCap
}

/** A device could be opened or not, fell out or came back. */
export type DeviceTold = InputOf<'devices.news'>

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
  readonly device: (news: DeviceTold) => Promise<Answer<void>>
}
