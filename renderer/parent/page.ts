import type { ParentHome, WaitingMessage } from '#contract/wire.ts'
import type { Language } from '#contract/setup.ts'
import type { Result } from '#core/kernel/result.ts'
import type { Call } from '../calls/call-types.ts'
import { createHolder, type Watched } from '../calls/observable.ts'
import type { Recorder } from './recorder.ts'
import type { PageState } from './view-rules.ts'

/** What the screens may do. */
export interface Page {
  readonly state: Watched<PageState>
  readonly language: Watched<Language>
  /** The call that is shown. */
  readonly call: () => Call | null
  /** What is being recorded, to see oneself. */
  readonly recorder: () => Recorder | null
  /** What was recorded. */
  readonly recorded: () => Blob | null
  readonly setLanguage: (language: Language) => void
  readonly enter: () => void
  readonly join: (how: 'video' | 'voice') => void
  readonly stopJoining: () => void
  /** The child is told no, kindly: the ring ends, and words can be left. */
  readonly notNow: () => void
  readonly leaveEnd: () => void
  readonly dismissProblem: () => void
  readonly retry: () => void
  readonly openRecorder: () => void
  readonly startRecording: (kind: 'voice' | 'video') => void
  readonly stopRecording: () => void
  readonly sendRecording: () => void
  readonly takeBackRecording: () => void
  readonly closeRecorder: () => void
  readonly read: (isReading: boolean) => void
  readonly content: (message: WaitingMessage) => Promise<Result<Blob, unknown>>
  readonly seen: (message: WaitingMessage) => void
  readonly tryRing: () => Promise<boolean>
}

export type { ParentHome }

export const firstState: PageState = {
  door: { at: 'looking' },
  isOnline: true,
  isServerThere: true,
  isAble: true,
  isWeChat: false,
  childWaits: false,
  joining: null,
  call: { at: 'idle' },
  problem: null,
  messages: [],
  isReading: false,
  recording: null,
  lineIsReady: false,
  soundIsAwake: false,
}

/** The state of the page; `change` merges. */
export type PageHolder = ReturnType<typeof createPageState>

export function createPageState(first: PageState) {
  const holder = createHolder(first)
  return {
    holder,
    change: (change: Partial<PageState>): void => holder.set({ ...holder.now(), ...change }),
  }
}
