import { stopTracks, type CallMedia, type CameraProblem, type MicrophoneProblem } from './media.ts'
import { createHolder, type Watched } from './observable.ts'
import { topOfLadder, climb, VOICE, type Ladder } from './picture-rules.ts'
import type { Interval } from './quality-rules.ts'
import { shapeSending } from './sending.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** What this end gives. */
export interface OwnMedia {
  /** For the small picture of oneself; the same stream for the whole call. */
  readonly stream: MediaStream | null
  readonly muted: boolean
  /** The person wants to be seen. */
  readonly wantsSeen: boolean
  /** The picture goes out: wanted here, wanted there, and the link carries it. */
  readonly isSeen: boolean
  readonly camera: CameraProblem | null
}

export interface OwnSide {
  readonly state: Watched<OwnMedia>
  open(): Promise<Result<MediaStream, MicrophoneProblem>>
  attach(connection: RTCPeerConnection): void
  setMuted(muted: boolean): void
  setSeen(seen: boolean): Promise<void>
  /** The other end does not want a picture, or does again. */
  theyWant(picture: boolean): void
  learn(interval: Interval): void
  /** What the other end is to be told. */
  picture(): 'on' | 'resting' | 'off'
  /** Shapes the senders again: after each negotiation. */
  shape(): void
  close(): void
}

export function createOwnSide(media: CallMedia, wantsSeen: boolean, onPicture: () => void): OwnSide {
  const state = createHolder<OwnMedia>({ stream: null, muted: false, wantsSeen, isSeen: false, camera: null })
  let connection: RTCPeerConnection | null = null
  let ladder: Ladder = topOfLadder
  let theyWant = true
  let closed = false

  const hasCamera = (): boolean => (state.now().stream?.getVideoTracks().length ?? 0) > 0
  const picture = (): 'on' | 'resting' | 'off' => {
    if (!state.now().wantsSeen || !hasCamera()) return 'off'
    return ladder.rung === VOICE ? 'resting' : 'on'
  }
  const shape = (): void => {
    if (connection) void shapeSending(connection, ladder.rung, theyWant && state.now().wantsSeen)
  }
  const update = (change: Partial<OwnMedia> = {}): void => {
    const before = picture()
    state.set({ ...state.now(), ...change })
    const isSeen = picture() === 'on' && theyWant
    if (isSeen !== state.now().isSeen) state.set({ ...state.now(), isSeen })
    shape()
    if (before !== picture()) onPicture()
  }
  const enable = (): void => {
    const { stream, muted, wantsSeen: seen } = state.now()
    for (const track of stream?.getAudioTracks() ?? []) track.enabled = !muted
    for (const track of stream?.getVideoTracks() ?? []) track.enabled = seen
  }

  return {
    state,
    async open() {
      const opened = await media.open({ picture: state.now().wantsSeen })
      if (!opened.ok) return err(opened.error)
      const { stream, camera } = opened.value
      if (closed) {
        stopTracks(stream)
        return err('microphone-busy')
      }
      update({ stream, camera })
      return ok(stream)
    },
    attach(made) {
      connection = made
    },
    setMuted(muted) {
      update({ muted })
      enable()
    },
    async setSeen(seen) {
      const { stream } = state.now()
      if (seen && stream && !hasCamera()) {
        const camera = await media.camera()
        if (!camera.ok) return update({ camera: camera.error, wantsSeen: false })
        if (closed) return camera.value.stop()
        stream.addTrack(camera.value)
        await connection
          ?.getTransceivers()
          .find(({ receiver }) => receiver.track.kind === 'video')
          ?.sender.replaceTrack(camera.value)
      }
      update({ wantsSeen: seen, camera: null })
      enable()
    },
    theyWant(wanted) {
      theyWant = wanted
      update()
    },
    learn(interval) {
      if (picture() === 'off' || !theyWant) return
      const before = picture()
      const next = climb(ladder, interval)
      const moved = next.rung !== ladder.rung
      ladder = next
      if (!moved) return
      update()
      if (before !== picture()) onPicture()
    },
    picture,
    shape,
    close() {
      closed = true
      connection = null
      stopTracks(state.now().stream)
    },
  }
}
