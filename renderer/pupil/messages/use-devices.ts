import { useEffect, useState } from 'react'
import { deskNow } from '../../activities/call/talking.ts'
import { call as askHouse } from '../../api/house.ts'
import { deviceMedia, stopTracks, type CameraProblem, type MicrophoneProblem } from '../../calls/client.ts'

/** Microphone, and camera where it is wanted, while a page wants them. */
export type Devices =
  | { readonly at: 'opening' }
  | { readonly at: 'open'; readonly stream: MediaStream; readonly camera: CameraProblem | null }
  | { readonly at: 'none'; readonly why: MicrophoneProblem }

const opening: Devices = { at: 'opening' }

export function useDevices(picture: boolean): Devices {
  const [devices, setDevices] = useState<Devices>(opening)
  useEffect(() => {
    let opened: MediaStream | null = null
    let wanted = true
    const open = async () => {
      await askHouse('calls.media', { on: true })
      const found = await deviceMedia().open({ picture })
      const stream = found.ok ? found.value.stream : null
      if (!wanted) return stopTracks(stream)
      opened = stream
      setDevices(found.ok ? { at: 'open', ...found.value } : { at: 'none', why: found.error })
    }
    void open()
    return () => {
      wanted = false
      stopTracks(opened)
      // A call that was just picked up has opened them for itself.
      const call = deskNow.now()?.stage.now().at ?? 'idle'
      if (call === 'idle' || call === 'missed') void askHouse('calls.media', { on: false })
    }
  }, [picture])
  return devices
}
