import { useEffect, useState } from 'react'
import type { DeviceNews } from '#contract/devices.ts'
import { deskNow } from '../../activities/call/talking.ts'
import { call as askHouse } from '../../api/house.ts'
import { newsOf } from '../../calls/device-news.ts'
import { keepMedia, type KeptMedia, type MediaNow } from '../../calls/keep-media.ts'

/**
 * Whether nothing can be taken of the voice. A microphone that gives zeros may have a noise gate, so that a child who thinks
 * for a moment is not cut off: what it gives is taken, and the page says that nothing is heard.
 */
export const isUnheardBy = (devices: MediaNow | undefined): boolean =>
  Boolean(devices?.microphone) && devices?.microphone !== 'microphone-silent'

/** Microphone, and camera where it is wanted, while a page wants them; undefined while they are opened. */
export function useDevices({
  picture,
  during,
}: {
  readonly picture: boolean
  readonly during: DeviceNews['during']
}): MediaNow | undefined {
  const [devices, setDevices] = useState<MediaNow>()
  useEffect(() => {
    let kept: KeptMedia | undefined
    let wanted = true
    const open = async () => {
      const opened = await keepMedia({
        picture,
        before: () => askHouse('calls.media', { on: true }),
        onChange: (change) => void askHouse('devices.news', { ...newsOf(change), during }),
      })
      if (!wanted) return opened.close()
      kept = opened
      setDevices(opened.state.now())
      opened.state.watch(() => wanted && setDevices(opened.state.now()))
    }
    void open()
    return () => {
      wanted = false
      kept?.close()
      // A call that was just picked up has opened them for itself.
      const call = deskNow.now()?.stage.now().at ?? 'idle'
      if (call === 'idle' || call === 'missed') void askHouse('calls.media', { on: false })
    }
  }, [picture, during])
  return devices
}
