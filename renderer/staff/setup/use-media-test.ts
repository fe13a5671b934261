import { useEffect, useRef, useState } from 'react'
import type { DeviceNews } from '#contract/devices.ts'
import { call } from '../../api/house.ts'
import { newsOf } from '../../calls/device-news.ts'
import type { Lack } from '../../calls/device-rules.ts'
import { keepDevice, type DeviceKind, type LiveDevice } from '../../calls/live-device.ts'
import { deviceMedia } from '../../calls/media.ts'

/** How a device stands: not tried, on, not there, taken by another program, not allowed, kept quiet by the system, or giving nothing but zeros. */
export type DeviceState = 'untried' | 'on' | 'missing' | 'in-use' | 'refused' | 'asleep' | 'silent'

const stateOf = (lack: Lack | null): DeviceState => (lack === 'busy' ? 'in-use' : (lack ?? 'on'))

const openDoor = () => call('devices.test', { on: true })

/** Opens a camera or a microphone until the test is stopped or the page is left; what falls out meanwhile comes back by itself. */
export function useMediaTest(
  kind: DeviceKind,
  during: DeviceNews['during'],
): {
  readonly state: DeviceState
  readonly stream: MediaStream | undefined
  /** It was begun, and not stopped yet. */
  readonly running: boolean
  readonly start: () => Promise<void>
  readonly stop: () => void
} {
  const [state, setState] = useState<DeviceState>('untried')
  const [stream, setStream] = useState<MediaStream>()
  const held = useRef<LiveDevice | undefined>(undefined)
  const gone = useRef(false)
  const show = (kept: LiveDevice) => {
    const track = kept.track()
    setState(stateOf(kept.lack.now()))
    setStream(track ? new MediaStream([track]) : undefined)
  }
  const stop = () => {
    held.current?.close()
    held.current = undefined
    setStream(undefined)
    setState('untried')
  }
  const start = async () => {
    stop()
    const media = deviceMedia()
    const open = async () => {
      await openDoor()
      return media.track(kind)
    }
    const first = await open()
    if (gone.current) {
      if (first.ok) first.value.stop()
      return
    }
    const kept = keepDevice({
      kind,
      first,
      open,
      onTrack: () => show(kept),
      onChange: (change) => void call('devices.news', { ...newsOf(change), during }),
    })
    held.current = kept
    kept.lack.watch(() => held.current === kept && show(kept))
    show(kept)
  }
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      if (!held.current) return
      held.current.close()
      void call('devices.test', { on: false })
    }
  }, [])
  return { state, stream, running: state !== 'untried', start, stop }
}
