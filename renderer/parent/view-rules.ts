import type { ParentHome, WaitingMessage, WireProblem } from '#contract/wire.ts'
import type { CallState } from '../calls/call-rules.ts'
import type { CameraProblem, MicrophoneProblem } from '../calls/media.ts'

/** Where the person stands with us. */
export type Door =
  | { readonly at: 'looking' }
  /** A token came with the address; it is spent by a tap only. */
  | { readonly at: 'invited' }
  | { readonly at: 'pairing' }
  | { readonly at: 'paired'; readonly home: ParentHome }
  | { readonly at: 'shut'; readonly why: Shut }

/** Why nobody comes in here. */
export type Shut = 'used' | 'expired' | 'revoked' | 'unknown' | 'stranger' | 'too-many'

/** What the recorder is doing. */
export type Recording =
  | { readonly at: 'choosing' }
  /** `rests`: the microphone is away, mostly for a telephone call. */
  | {
      readonly at: 'going'
      readonly kind: 'voice' | 'video'
      readonly seconds: number
      readonly rests: boolean
      /** Nothing but zeros comes of the microphone: it may be turned off, or have a noise gate. It is recorded. */
      readonly isSilent: boolean
      /** A film whose camera the phone rests: the voice goes on. */
      readonly isUnseen: boolean
    }
  | { readonly at: 'review'; readonly kind: 'voice' | 'video'; readonly problem: SendProblem | null }
  | { readonly at: 'sending'; readonly percent: number; readonly isPaused: boolean }
  | { readonly at: 'left' }
/** `…-out`: what was recorded ended before its time, and may be sent all the same. */
export type SendProblem = 'too-large' | 'failed' | 'no-consent' | 'microphone-out' | 'camera-out'

/** Everything that the page knows. */
export interface PageState {
  readonly door: Door
  /** The phone says that it has a network. */
  readonly isOnline: boolean
  /** The call server answered last time. */
  readonly isServerThere: boolean
  /** Can make video calls at all. */
  readonly isAble: boolean
  readonly isWeChat: boolean
  /** The child said that it waits. */
  readonly childWaits: boolean
  /** The tap that joins came before the ring; the next ring is answered by itself. */
  readonly joining: 'video' | 'voice' | null
  readonly call: CallState
  /** The person put the end of a call away. */
  readonly problem: MicrophoneProblem | CameraProblem | null
  readonly messages: readonly WaitingMessage[]
  readonly isReading: boolean
  readonly recording: Recording | null
  readonly lineIsReady: boolean
  /** The page may make a sound: a ring is heard. */
  readonly soundIsAwake: boolean
}

export type View =
  | { readonly is: 'looking' }
  | { readonly is: 'invited' }
  | { readonly is: 'pairing' }
  | { readonly is: 'trouble'; readonly what: Trouble }
  | { readonly is: 'waiting'; readonly home: ParentHome }
  | { readonly is: 'join'; readonly home: ParentHome; readonly rings: boolean }
  | { readonly is: 'connecting'; readonly home: ParentHome; readonly isAnswered: boolean }
  | { readonly is: 'call'; readonly home: ParentHome; readonly state: CallState }
  | { readonly is: 'ended'; readonly home: ParentHome; readonly state: CallState & { readonly at: 'over' } }
  | { readonly is: 'messages'; readonly home: ParentHome }
  | { readonly is: 'record'; readonly home: ParentHome; readonly recording: Recording }

export type Trouble =
  Shut | Exclude<MicrophoneProblem, 'not-supported'> | CameraProblem | 'wrong-browser' | 'offline' | 'server'

/** The one thing that the page shows now. A call goes before all else, then what the person asked for. */
export function viewOf(state: PageState): View {
  const { door } = state
  switch (door.at) {
    case 'shut':
      return { is: 'trouble', what: door.why }
    case 'paired':
      return pairedView(state, door.home)
    case 'looking':
    case 'invited':
    case 'pairing':
      if (!state.isOnline) return { is: 'trouble', what: 'offline' }
      // Said before the token is spent: the link must still work where the person takes it.
      if (!state.isAble) return { is: 'trouble', what: 'wrong-browser' }
      if (!state.isServerThere) return { is: 'trouble', what: 'server' }
      return { is: door.at }
  }
}

function pairedView(state: PageState, home: ParentHome): View {
  const { call, problem } = state
  if (call.at === 'answered') return { is: 'connecting', home, isAnswered: true }
  if (call.at === 'talking' || call.at === 'recovering') return { is: 'call', home, state: call }
  if (problem) return { is: 'trouble', what: problem === 'not-supported' ? 'wrong-browser' : problem }
  if (call.at === 'over' && call.reason !== 'answered-elsewhere' && state.recording === null)
    return { is: 'ended', home, state: call }
  if (call.at === 'ringing') {
    if (state.joining) return { is: 'connecting', home, isAnswered: true }
    return { is: 'join', home, rings: true }
  }
  if (state.recording) return { is: 'record', home, recording: state.recording }
  if (!state.isOnline) return { is: 'trouble', what: 'offline' }
  if (!state.isServerThere) return { is: 'trouble', what: 'server' }
  if (state.joining) return { is: 'connecting', home, isAnswered: false }
  if (state.childWaits && state.isAble && home.consent.video) return { is: 'join', home, rings: false }
  if (state.isReading && state.messages.length > 0) return { is: 'messages', home }
  return { is: 'waiting', home }
}

/** What a refusal at the door means for the person. Null: nothing of the kind, try again. */
export function shutBy(problem: WireProblem): Shut | null {
  switch (problem) {
    case 'used':
    case 'expired':
    case 'revoked':
    case 'unknown':
    case 'too-many':
      return problem
    case 'bad-request':
      return 'unknown'
    case 'not-yours':
    case 'no-consent':
      return 'revoked'
    case 'too-large':
    case 'bad-signature':
    case 'bad-time':
    case 'stale':
    case 'wrong-offset':
    case 'server':
      return null
  }
}

/** The token behind `#`, if it is one; anything else there is nothing to us. */
export const tokenIn = (hash: string): string | null => /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1] ?? null

/** Whole minutes of a call for people, at least one; null for less than half a minute, which is not counted. */
export const minutesOf = (ms: number): number | null =>
  ms < 30_000 ? null : Math.max(1, Math.round(ms / 60_000))

const two = (value: number): string => String(value).padStart(2, '0')
const midnight = (time: number): number => new Date(time).setHours(0, 0, 0, 0)

/** Which words tell when something was; by the days of this device. */
export function whenOf(
  at: number,
  now: number,
): {
  readonly key: 'today' | 'yesterday' | 'day'
  readonly facts: Readonly<Record<'time' | 'month' | 'day', string>>
} {
  const then = new Date(at)
  const facts = {
    time: `${two(then.getHours())}:${two(then.getMinutes())}`,
    month: String(then.getMonth() + 1),
    day: String(then.getDate()),
  }
  // Half a day is added so that a day of 23 or 25 hours counts as one.
  const days = Math.floor((midnight(now) - midnight(at) + 43_200_000) / 86_400_000)
  return { key: days <= 0 ? 'today' : days === 1 ? 'yesterday' : 'day', facts }
}
