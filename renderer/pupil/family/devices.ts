import { deviceMedia, type CameraProblem, type MicrophoneProblem } from '../../calls/client.ts'

/** What was found of camera, microphone and loudspeaker; `stream` is null until then, and where there is no microphone. */
export interface Devices {
  /** Nothing is known yet. */
  readonly opening: boolean
  readonly stream: MediaStream | null
  readonly camera: CameraProblem | null
  readonly microphone: MicrophoneProblem | null
  readonly speaker: 'no-speaker' | null
}

export const nothingOpen: Devices = {
  opening: true,
  stream: null,
  camera: null,
  microphone: null,
  speaker: null,
}

/** Opens camera and microphone, and looks whether anything can be heard; the caller stops the tracks. */
export async function openDevices(): Promise<Devices> {
  const found = await deviceMedia().open({ picture: true })
  const speaker = (await hasSpeaker()) ? null : 'no-speaker'
  return found.ok
    ? { opening: false, stream: found.value.stream, camera: found.value.camera, microphone: null, speaker }
    : { opening: false, stream: null, camera: null, microphone: found.error, speaker }
}

/** Where the browser cannot tell, the child's own ears decide. */
async function hasSpeaker(): Promise<boolean> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices.some(({ kind }) => kind === 'audiooutput')
  } catch {
    return true
  }
}
