import { err, type Result } from '#core/kernel/result.ts'
import type { Trouble } from './device-rules.ts'
import { keepDevice, trackOf, type DeviceChange, type DeviceKind } from './live-device.ts'
import { cameraLackOf, cameraOf, deviceMedia, microphoneLackOf } from './media.ts'
import type { CameraLack, MicrophoneLack, MicrophoneProblem } from './media.ts'
import { createHolder, type Watched } from './observable.ts'

/** Camera and microphone of a page as they are now. */
export interface MediaNow {
  /** What gives something; another one after a device came back. Null while nothing does. */
  readonly stream: MediaStream | null
  readonly camera: CameraLack | null
  readonly microphone: MicrophoneLack | 'not-supported' | null
}

export interface KeptMedia {
  readonly state: Watched<MediaNow>
  close(): void
}

export interface KeepMediaParts {
  /** The microphone is always wanted. */
  readonly picture: boolean
  /** Opens the door to the devices, each time before they are asked for. */
  readonly before: () => Promise<unknown>
  readonly onChange?: (change: DeviceChange) => void
}

const troubles: Readonly<Record<MicrophoneProblem, Trouble>> = {
  'no-microphone': 'missing',
  'not-supported': 'missing',
  'microphone-busy': 'busy',
  'microphone-refused': 'refused',
}

/** Opens what a page wants, and keeps it until it is closed: what was missing or fell out comes by itself when it is there. */
export async function keepMedia({ picture, before, onChange }: KeepMediaParts): Promise<KeptMedia> {
  const media = deviceMedia()
  await before()
  const opened = await media.open({ picture })
  if (!opened.ok && opened.error === 'not-supported')
    return {
      state: createHolder<MediaNow>({ stream: null, camera: null, microphone: 'not-supported' }),
      close: () => undefined,
    }
  const none: Result<MediaStreamTrack, Trouble> = err(opened.ok ? 'missing' : troubles[opened.error])
  const keep = (kind: DeviceKind, first: Result<MediaStreamTrack, Trouble>) =>
    keepDevice({
      kind,
      first,
      async open() {
        await before()
        return media.track(kind)
      },
      onTrack: () => renew(),
      ...(onChange ? { onChange } : {}),
    })
  const microphone = keep('microphone', opened.ok ? trackOf(opened.value.stream, 'microphone') : none)
  // Without a microphone the camera was not even asked.
  const camera = picture ? keep('camera', opened.ok ? cameraOf(opened.value) : err('missing')) : null
  const lacks = (): Omit<MediaNow, 'stream'> => ({
    camera: cameraLackOf(camera?.lack.now() ?? null),
    microphone: microphoneLackOf(microphone.lack.now()),
  })
  const streamNow = (): MediaStream | null => {
    const tracks = [microphone.track(), camera?.track()].filter((track) => track instanceof MediaStreamTrack)
    return tracks.length > 0 ? new MediaStream(tracks) : null
  }
  const state = createHolder<MediaNow>({ stream: streamNow(), ...lacks() })
  const renew = (): void => state.set({ stream: streamNow(), ...lacks() })
  const unwatch = [microphone, camera].map((one) => one?.lack.watch(renew))
  return {
    state,
    close() {
      for (const stop of unwatch) stop?.()
      microphone.close()
      camera?.close()
    },
  }
}
