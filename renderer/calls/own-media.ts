import { stopTracks, cameraLackOf, cameraOf, microphoneLackOf } from './media.ts'
import type { CallMedia, CameraLack, MicrophoneLack, MicrophoneProblem } from './media.ts'
import { keepDevice, trackOf, type DeviceChange, type LiveDevice } from './live-device.ts'
import type { Note } from './notes.ts'
import { createHolder, type Watched } from './observable.ts'
import { topOfLadder, climb, VOICE, type Ladder } from './picture-rules.ts'
import type { Interval } from './quality-rules.ts'
import { carryTrack, shapeSending } from './sending.ts'
import { createSilence, type Silence } from './silence.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** What this end gives. */
export interface OwnMedia {
  /** For the small picture of oneself and the meter; another one after a device came back. */
  readonly stream: MediaStream | null
  readonly muted: boolean
  /** The person wants to be seen. */
  readonly wantsSeen: boolean
  /** The picture goes out: wanted here, wanted there, there is one, and the link carries it. */
  readonly isSeen: boolean
  /** What is the matter with the devices; null while they are well. */
  readonly camera: CameraLack | null
  readonly microphone: MicrophoneLack | null
}

export interface OwnSide {
  readonly state: Watched<OwnMedia>
  open(): Promise<Result<MediaStream, MicrophoneProblem>>
  attach(connection: RTCPeerConnection): void
  setMuted(muted: boolean): void
  retryMicrophone(): void
  setSeen(seen: boolean): Promise<void>
  /** The other end does not want a picture, or does again. */
  theyWant(picture: boolean): void
  learn(interval: Interval): void
  /** What the other end is to be told. */
  note(): Pick<Note, 'picture' | 'camera' | 'microphone'>
  /** Shapes the senders again: after each negotiation. */
  shape(): void
  close(): void
}

export interface OwnSideParts {
  readonly media: CallMedia
  readonly wantsSeen: boolean
  /** What the other end is to be told has changed. */
  readonly onNote: () => void
  /** A device fell out or came back. */
  readonly onDevice: (change: DeviceChange) => void
}

export function createOwnSide({ media, wantsSeen, onNote, onDevice }: OwnSideParts): OwnSide {
  const state = createHolder<OwnMedia>({
    stream: null,
    muted: false,
    wantsSeen,
    isSeen: false,
    camera: null,
    microphone: null,
  })
  let connection: RTCPeerConnection | null = null
  let ladder: Ladder = topOfLadder
  let theyWant = true
  let closed = false
  let microphone: LiveDevice | null = null
  let camera: LiveDevice | null = null
  let silence: Silence | null = null
  /** A camera that was never there is not said to be resting. */
  let hadCamera = false
  let told = ''

  const picture = (): 'on' | 'resting' | 'off' => {
    if (!state.now().wantsSeen || !camera?.track()) return 'off'
    return ladder.rung === VOICE ? 'resting' : 'on'
  }
  const note = (): Pick<Note, 'picture' | 'camera' | 'microphone'> => ({
    picture: picture(),
    camera: hadCamera && state.now().wantsSeen && !camera?.track() ? 'out' : 'here',
    microphone: microphone?.lack.now() ? 'out' : 'here',
  })
  const shape = (): void => {
    if (!connection) return
    const heard = microphone?.track()
    if (heard) silence?.rest()
    const sound = heard ?? silence?.track()
    if (sound) carryTrack(connection, sound)
    const seen = camera?.track()
    if (seen) carryTrack(connection, seen)
    void shapeSending(connection, ladder.rung, theyWant && state.now().wantsSeen && Boolean(seen))
  }
  const update = (change: Partial<OwnMedia> = {}): void => {
    state.set({ ...state.now(), ...change })
    const isSeen = picture() === 'on' && theyWant
    if (isSeen !== state.now().isSeen) state.set({ ...state.now(), isSeen })
    shape()
    const now = JSON.stringify(note())
    if (now === told) return
    const first = told === ''
    told = now
    if (!first) onNote()
  }
  const enable = (): void => {
    const { muted, wantsSeen: seen } = state.now()
    const [heard, shown] = [microphone?.track(), camera?.track()]
    if (heard) heard.enabled = !muted
    if (shown) shown.enabled = seen
  }
  /** A track came in the place of one that died. */
  const renew = (): void => {
    enable()
    const tracks = [microphone?.track(), camera?.track()].filter((track) => track instanceof MediaStreamTrack)
    update({ stream: new MediaStream(tracks) })
  }
  const keepMicrophone = (stream: MediaStream): LiveDevice =>
    keepDevice({
      kind: 'microphone',
      first: trackOf(stream, 'microphone'),
      open: () => media.track('microphone'),
      onTrack: renew,
      onChange: onDevice,
    })
  const keepCamera = (first: ReturnType<typeof cameraOf>): LiveDevice => {
    const kept = keepDevice({
      kind: 'camera',
      first,
      open: () => media.track('camera'),
      onTrack() {
        hadCamera = true
        renew()
      },
      onChange: onDevice,
    })
    kept.lack.watch(() => update({ camera: cameraLackOf(kept.lack.now()) }))
    return kept
  }

  return {
    state,
    async open() {
      const opened = await media.open({ picture: state.now().wantsSeen })
      if (!opened.ok) return err(opened.error)
      const { stream } = opened.value
      if (closed) {
        stopTracks(stream)
        return err('microphone-busy')
      }
      silence = createSilence()
      const heard = (microphone = keepMicrophone(stream))
      heard.lack.watch(() => update({ microphone: microphoneLackOf(heard.lack.now()) }))
      if (state.now().wantsSeen) camera = keepCamera(cameraOf(opened.value))
      hadCamera = Boolean(camera?.track())
      update({ stream, camera: opened.value.camera })
      return ok(stream)
    },
    attach(made) {
      connection = made
    },
    setMuted(muted) {
      update({ muted })
      enable()
    },
    retryMicrophone: () => microphone?.again(),
    async setSeen(seen) {
      if (seen && camera?.lack.now()) camera.again()
      if (seen && !camera && state.now().stream) {
        const opened = await media.track('camera')
        if (closed) {
          if (opened.ok) opened.value.stop()
          return
        }
        camera ??= keepCamera(opened)
        hadCamera = opened.ok
        update({ wantsSeen: true, camera: cameraLackOf(camera.lack.now()) })
        return renew()
      }
      update({ wantsSeen: seen })
      return enable()
    },
    theyWant(wanted) {
      theyWant = wanted
      update()
    },
    learn(interval) {
      if (picture() === 'off' || !theyWant) return
      const next = climb(ladder, interval)
      const moved = next.rung !== ladder.rung
      ladder = next
      if (moved) update()
    },
    note,
    shape,
    close() {
      closed = true
      connection = null
      microphone?.close()
      camera?.close()
      silence?.stop()
      stopTracks(state.now().stream)
    },
  }
}
