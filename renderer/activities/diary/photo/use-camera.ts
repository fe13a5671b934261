import { useEffect, useState } from 'react'
import { deskNow } from '../../call/talking.ts'
import { call as askHouse } from '../../../api/house.ts'
import { newsOf } from '../../../calls/device-news.ts'
import { keepDevice, type LiveDevice } from '../../../calls/live-device.ts'
import { cameraLackOf, deviceMedia, type CameraLack } from '../../../calls/media.ts'

/** The camera while a page wants it. */
export interface CameraNow {
  /** Null while nothing comes. */
  readonly stream: MediaStream | null
  readonly lack: CameraLack | null
}

/** A photograph may be larger than a call's picture; what the camera cannot do it leaves. */
const wanted: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 960 } }

/** The seat's camera alone, as long as the page is open; undefined while it is opened. Main's door is open no longer. */
export function useCamera(): CameraNow | undefined {
  const [camera, setCamera] = useState<CameraNow>()
  useEffect(() => {
    let kept: LiveDevice | undefined
    let isWanted = true
    const media = deviceMedia()
    const open = async () => {
      await askHouse('calls.media', { on: true })
      const opened = await media.track('camera')
      if (opened.ok) await opened.value.applyConstraints(wanted).catch(() => undefined)
      return opened
    }
    const begin = async () => {
      const first = await open()
      if (!isWanted) {
        if (first.ok) first.value.stop()
        return
      }
      const show = () => {
        const track = device.track()
        setCamera({ stream: track && new MediaStream([track]), lack: cameraLackOf(device.lack.now()) })
      }
      const device: LiveDevice = keepDevice({
        kind: 'camera',
        first,
        open,
        onTrack: () => show(),
        onChange: (change) => void askHouse('devices.news', { ...newsOf(change), during: 'diary' }),
      })
      kept = device
      device.lack.watch(show)
      show()
    }
    void begin()
    return () => {
      isWanted = false
      kept?.close()
      // A call that was just picked up has opened the door for itself.
      const call = deskNow.now()?.stage.now().at ?? 'idle'
      if (call === 'idle' || call === 'missed') void askHouse('calls.media', { on: false })
    }
  }, [])
  return camera
}
