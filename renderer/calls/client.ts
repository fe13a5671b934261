import type { CallCredentials } from '#contract/wire.ts'
import { createCall } from './call.ts'
import type { Call } from './call-types.ts'
import { openLine, type LineState } from './line.ts'
import type { CallMedia } from './media.ts'
import { createHolder, type Watched } from './observable.ts'

export type { Call, CallSummary, TheirDevices } from './call-types.ts'
export type { CallState, EndedBy, OverReason, Shown } from './call-rules.ts'
export type { LineState } from './line.ts'
export type { CallMedia, CameraLack, CameraProblem, MicrophoneLack, MicrophoneProblem } from './media.ts'
export type { Watched } from './observable.ts'
export type { OwnMedia } from './own-media.ts'
export type { LinkQuality, QualityFigures } from './quality-rules.ts'
export { deviceMedia, stopTracks } from './media.ts'
export { createLevelMeter, type LevelMeter } from './levels.ts'

export interface CallClientOptions {
  /** Asked at the start, every four minutes and after a refusal; rejects when there are none to be had. */
  readonly credentials: () => Promise<CallCredentials>
  /** Only the kiosk dials and restarts; the parent's page answers and asks for a restart. */
  readonly role: 'kiosk' | 'parent'
  readonly media: CallMedia
  /** Only for tests. */
  readonly relayOnly?: boolean
  /** For the technical log: what happened to the line, without names and addresses. */
  readonly onLog?: (what: string, facts?: Readonly<Record<string, string | number>>) => void
}

/** One child's or one relative's way to call and to be called. */
export interface CallClient {
  readonly line: Watched<LineState>
  /** The call that rings, is being made or is talked; null when there is none. */
  readonly current: Watched<Call | null>
  /**
   * Calls a user name or, with a leading `+`, a telephone. Answers the call that is already there, if there is one: a child
   * that taps twice makes one call.
   */
  dial(to: string, want: { readonly picture: boolean }): Call
  /** Forgets a call that is over, so that `current` is null. */
  dismiss(): void
  /** Hangs up and leaves the line. */
  stop(): void
}

const BUSY = 486
const now = (): number => performance.now()

export function createCallClient(options: CallClientOptions): CallClient {
  const { credentials, role, media, relayOnly = false, onLog = () => undefined } = options
  const current = createHolder<Call | null>(null)
  const isBusy = (): boolean => {
    const call = current.now()
    return call !== null && call.state.now().at !== 'over'
  }
  const line = openLine({
    credentials,
    now,
    onLog,
    onIncoming({ session, callId, from, offer }) {
      if (isBusy()) return session.terminate({ status_code: BUSY })
      const incoming = { session, callId, offer }
      current.set(
        createCall({
          line,
          role,
          media,
          now,
          direction: 'in',
          peer: from,
          picture: true,
          relayOnly,
          onLog,
          incoming,
        }),
      )
    },
  })
  const leave = (): void => current.now()?.hangUp()
  window.addEventListener('pagehide', leave)

  return {
    line: line.state,
    current,
    dial(to, { picture }) {
      const running = current.now()
      if (running && isBusy()) return running
      const call = createCall({
        line,
        role,
        media,
        now,
        direction: 'out',
        peer: to,
        picture,
        relayOnly,
        onLog,
      })
      current.set(call)
      return call
    },
    dismiss() {
      if (!isBusy()) current.set(null)
    },
    stop() {
      window.removeEventListener('pagehide', leave)
      if (isBusy()) leave()
      line.stop()
    },
  }
}
