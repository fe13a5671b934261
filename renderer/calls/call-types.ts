import type { RTCSession } from 'jssip/lib/RTCSession'
import type { CallState, EndedBy, OverReason } from './call-rules.ts'
import type { Line } from './line.ts'
import type { DeviceChange } from './live-device.ts'
import type { CallMedia } from './media.ts'
import type { DeviceWord } from './notes.ts'
import type { Watched } from './observable.ts'
import type { OwnMedia } from './own-media.ts'
import type { QualityFigures } from './quality-rules.ts'

/** For the log (C12): who, how long, how it ended, how good it was; never what was said. Lengths in ms. */
export interface CallSummary {
  /** SIP Call-ID; empty when no call was ever sent. */
  readonly callId: string
  readonly direction: 'out' | 'in'
  readonly kind: 'web' | 'phone'
  /** SIP user, or number. */
  readonly peer: string
  readonly ringingMs: number
  readonly lengthMs: number
  /** From the tap to the first remote frame, or null. */
  readonly firstFrameMs: number | null
  readonly reason: OverReason
  readonly by: EndedBy
  readonly quality: QualityFigures
  /** `relay/tls`, `host/udp`: how media travelled. */
  readonly route: string | null
  readonly restarts: number
}

export interface TheirDevices {
  readonly camera: DeviceWord
  readonly microphone: DeviceWord
}

/** One call, from the tap to its summary. */
export interface Call {
  readonly direction: 'out' | 'in'
  readonly kind: 'web' | 'phone'
  readonly peer: string
  /** For heartbeats; empty until the call is sent. */
  callId(): string
  readonly state: Watched<CallState>
  readonly own: Watched<OwnMedia>
  /** The latest that happened to a device of this end, for the log; null before anything did. */
  readonly device: Watched<DeviceChange | null>
  /** What the other end says of its own picture. */
  readonly theirPicture: Watched<'on' | 'resting' | 'off'>
  /** And of its devices: `out` is one that was there and gives nothing now. */
  readonly theirDevices: Watched<TheirDevices>
  /** Sound and picture of the other end; null until it is there. */
  readonly remote: Watched<MediaStream | null>
  /** Picks up an incoming call. Must follow a tap. */
  answer(want: { readonly picture: boolean }): void
  /** Declines, cancels or ends, whatever is right now. */
  hangUp(): void
  setMuted(muted: boolean): void
  /** Tries a microphone that is out at once: a tap may bring what the browser refused before. */
  retryMicrophone(): void
  /** Turns the own camera on or off. */
  setSeen(seen: boolean): void
  /** Whether this end wants to see the other: voice only saves data. */
  setWantsPicture(wanted: boolean): void
  /** Shows the other in an element and watches its frames; undoes it when the answer is called. */
  show(video: HTMLVideoElement): () => void
  /** Keys of a telephone, one after the other. */
  sendKeys(keys: string): void
  /** Null until the call is over. */
  readonly summary: Watched<CallSummary | null>
}

export interface CallOptions {
  readonly line: Line
  readonly role: 'kiosk' | 'parent'
  readonly media: CallMedia
  readonly now: () => number
  readonly direction: 'out' | 'in'
  readonly peer: string
  readonly picture: boolean
  /** Only for tests: media through the relay. */
  readonly relayOnly: boolean
  readonly onLog: (what: string, facts?: Readonly<Record<string, string | number>>) => void
  /** An incoming call. */
  readonly incoming?: { readonly session: RTCSession; readonly callId: string; readonly offer: string }
}
