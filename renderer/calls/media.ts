import { err, ok, type Result } from '#core/kernel/result.ts'
import { isQuiet, type Lack, type Trouble } from './device-rules.ts'
import { trackOf, type DeviceKind } from './live-device.ts'

export type MicrophoneProblem = 'no-microphone' | 'microphone-refused' | 'microphone-busy' | 'not-supported'
export type CameraProblem = 'no-camera' | 'camera-refused' | 'camera-busy'
/** The same of a device that was opened, and of one that the system keeps quiet. */
export type CameraLack = CameraProblem | 'camera-asleep'
export type MicrophoneLack =
  Exclude<MicrophoneProblem, 'not-supported'> | 'microphone-asleep' | 'microphone-silent'

/** What was opened. A call without a picture is a call: a camera's problem stands beside the stream. */
export interface OpenedMedia {
  readonly stream: MediaStream
  readonly camera: CameraProblem | null
}

/** Opens camera and microphone; the caller stops the tracks. */
export interface CallMedia {
  open(want: { readonly picture: boolean }): Promise<Result<OpenedMedia, MicrophoneProblem>>
  /** One of them alone: the picture is turned on, or a device is opened again. */
  track(kind: DeviceKind): Promise<Result<MediaStreamTrack, Trouble>>
}

const picture: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 15, max: 15 },
  facingMode: 'user',
}
const sound: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** What the browser's refusal means. */
export function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'PermissionDeniedError')
    return 'refused'
  if (name === 'NotReadableError' || name === 'TrackStartError' || name === 'AbortError') return 'busy'
  return 'missing'
}

const cameraProblems = {
  missing: 'no-camera',
  refused: 'camera-refused',
  busy: 'camera-busy',
} as const satisfies Readonly<Record<Trouble, CameraProblem>>
const microphoneProblems = {
  missing: 'no-microphone',
  refused: 'microphone-refused',
  busy: 'microphone-busy',
} as const satisfies Readonly<Record<Trouble, MicrophoneProblem>>

/** What is the matter with a device, in the words of the screens. */
export const cameraLackOf = (lack: Lack | null): CameraLack | null =>
  lack === null ? null : isQuiet(lack) ? 'camera-asleep' : cameraProblems[lack]
export const microphoneLackOf = (lack: Lack | null): MicrophoneLack | null =>
  lack === null ? null : isQuiet(lack) ? `microphone-${lack}` : microphoneProblems[lack]

/** What was opened of a camera, to be kept by `keepDevice`. */
export function cameraOf({ stream, camera }: OpenedMedia): Result<MediaStreamTrack, Trouble> {
  if (camera === 'camera-refused') return err('refused')
  return camera === 'camera-busy' ? err('busy') : trackOf(stream, 'camera')
}

const take = (constraints: MediaStreamConstraints): Promise<Result<MediaStream, Trouble>> =>
  navigator.mediaDevices.getUserMedia(constraints).then(
    (stream) => ok(stream),
    (error: unknown) => err(troubleOf(error)),
  )
const withDevice = (base: MediaTrackConstraints, id: string | undefined): MediaTrackConstraints =>
  id === undefined ? base : { ...base, deviceId: { ideal: id } }

/** Camera and microphone of this device. `choose` names devices that staff picked, where they did. */
export function deviceMedia(
  choose: () => { readonly cameraId?: string; readonly microphoneId?: string } = () => ({}),
): CallMedia {
  const video = (): MediaTrackConstraints => withDevice(picture, choose().cameraId)
  const audio = (): MediaTrackConstraints => withDevice(sound, choose().microphoneId)

  return {
    async open(want) {
      // In some in-app browsers and on plain http there is no such thing at all.
      if (!('mediaDevices' in navigator) || typeof RTCPeerConnection === 'undefined')
        return err('not-supported')
      if (want.picture) {
        const both = await take({ audio: audio(), video: video() })
        if (both.ok) return ok({ stream: both.value, camera: null })
      }
      const heard = await take({ audio: audio() })
      if (!heard.ok) return err(microphoneProblems[heard.error])
      if (!want.picture) return ok({ stream: heard.value, camera: null })
      // The microphone works alone, so the camera was what failed; asked once more to learn why.
      const seen = await take({ video: video() })
      if (!seen.ok) return ok({ stream: heard.value, camera: cameraProblems[seen.error] })
      for (const track of seen.value.getVideoTracks()) heard.value.addTrack(track)
      return ok({ stream: heard.value, camera: null })
    },
    async track(kind) {
      const opened = await take(kind === 'camera' ? { video: video() } : { audio: audio() })
      return opened.ok ? trackOf(opened.value, kind) : opened
    },
  }
}

export function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
