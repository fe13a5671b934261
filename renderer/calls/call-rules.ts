import type { LinkQuality } from './quality-rules.ts'

/** Why a call is over, as the two people would say it. */
export type OverReason =
  | 'hung-up'
  | 'cancelled'
  | 'declined'
  | 'busy'
  | 'no-answer'
  /** Nobody is registered there: the page is not open. */
  | 'offline'
  /** Another of their devices took it. */
  | 'answered-elsewhere'
  /** Not on the list, or without consent. */
  | 'not-allowed'
  | 'unknown-number'
  /** No media for four minutes, or never any. */
  | 'link-lost'
  /** This end has no line to the proxy. */
  | 'no-line'
  | 'no-microphone'
  | 'microphone-refused'
  | 'microphone-busy'
  | 'not-supported'
  | 'failed'

/** Who ended it: this end, the other, or nobody of the two. */
export type EndedBy = 'us' | 'them' | 'link'

/** What is to be seen of the other: their moving picture, or their voice with a still. */
export type Shown = 'video' | 'voice'

/** The states of one call, as every screen draws them. */
export type CallState =
  | { readonly at: 'idle' }
  /** Camera and microphone are being opened. */
  | { readonly at: 'preparing' }
  /** `heard`: their device rings; before that, only ours. */
  | { readonly at: 'ringing'; readonly side: 'out' | 'in'; readonly heard: boolean }
  /** Answered; nothing seen or heard yet. */
  | { readonly at: 'answered' }
  | { readonly at: 'talking'; readonly shown: Shown; readonly quality: LinkQuality }
  /** Nothing comes through; the call is being brought back. `since` is monotonic ms. */
  | { readonly at: 'recovering'; readonly shown: Shown; readonly since: number }
  | { readonly at: 'over'; readonly reason: OverReason; readonly by: EndedBy; readonly lengthMs: number }

export type CallEvent =
  | { readonly is: 'prepare' }
  | { readonly is: 'ring'; readonly side: 'out' | 'in' }
  | { readonly is: 'heard' }
  | { readonly is: 'answered' }
  | { readonly is: 'media'; readonly shown: Shown; readonly quality: LinkQuality }
  | { readonly is: 'silence'; readonly since: number }
  | { readonly is: 'end'; readonly reason: OverReason; readonly by: EndedBy; readonly lengthMs: number }

/** The next state; an event that makes no sense now changes nothing, and the same object comes back. */
export function nextCallState(state: CallState, event: CallEvent): CallState {
  if (state.at === 'over') return state
  switch (event.is) {
    case 'prepare':
      return state.at === 'idle' ? { at: 'preparing' } : state
    case 'ring':
      return state.at === 'idle' || state.at === 'preparing'
        ? { at: 'ringing', side: event.side, heard: event.side === 'in' }
        : state
    case 'heard':
      return state.at === 'ringing' && !state.heard ? { ...state, heard: true } : state
    case 'answered':
      return isBeforeAnswer(state) ? { at: 'answered' } : state
    case 'media':
      return talking(state, event.shown, event.quality)
    case 'silence':
      return state.at === 'talking' ? { at: 'recovering', shown: state.shown, since: event.since } : state
    case 'end':
      return { at: 'over', reason: event.reason, by: event.by, lengthMs: event.lengthMs }
  }
}

function talking(state: CallState, shown: Shown, quality: LinkQuality): CallState {
  if (isBeforeAnswer(state)) return state
  if (state.at === 'talking' && state.shown === shown && state.quality === quality) return state
  return { at: 'talking', shown, quality }
}

const isBeforeAnswer = ({ at }: CallState): boolean => at === 'idle' || at === 'preparing' || at === 'ringing'

/** Whether somebody answered and nobody hung up yet. */
export const isOpen = ({ at }: CallState): boolean =>
  at === 'answered' || at === 'talking' || at === 'recovering'

export interface Ending {
  /** JsSIP's cause. */
  readonly cause: string
  readonly originator: 'local' | 'remote' | 'system'
  /** Of the final response, where one came. */
  readonly status: number | null
  /** The Reason header of a CANCEL (RFC 3326). */
  readonly reasonHeader: string | null
  readonly wasOpen: boolean
}

const byStatus: Readonly<Record<number, OverReason>> = {
  403: 'not-allowed',
  404: 'unknown-number',
  408: 'no-answer',
  410: 'offline',
  480: 'offline',
  484: 'unknown-number',
  486: 'busy',
  487: 'cancelled',
  600: 'busy',
  603: 'declined',
  604: 'unknown-number',
}

/** What an end means to the two people, from what JsSIP says of it. */
export function meaningOf({ cause, originator, status, reasonHeader, wasOpen }: Ending): {
  readonly reason: OverReason
  readonly by: EndedBy
} {
  const by: EndedBy = originator === 'local' ? 'us' : originator === 'remote' ? 'them' : 'link'
  if (cause === 'Terminated') return { reason: 'hung-up', by }
  if (/cause\s*=\s*200\b/.test(reasonHeader ?? '')) return { reason: 'answered-elsewhere', by: 'them' }
  if (cause === 'Canceled') return { reason: 'cancelled', by }
  if (cause === 'No Answer' || cause === 'Expires') return { reason: 'no-answer', by: 'them' }
  // A party that restarted knows the call no more (481): its phone died or its page was closed.
  if (wasOpen && cause === 'Dialog Error') return { reason: 'link-lost', by: 'link' }
  if (wasOpen && (cause === 'RTP Timeout' || cause === 'No ACK')) return { reason: 'link-lost', by: 'link' }
  if (originator === 'local' && cause === 'Rejected') return { reason: 'declined', by: 'us' }
  const reason = status === null ? undefined : byStatus[status]
  if (reason) return { reason, by: 'them' }
  return { reason: 'failed', by: 'link' }
}
