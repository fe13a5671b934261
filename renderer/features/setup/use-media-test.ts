import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/house.ts'

/** How a device stands: not tried, on, not there, taken by another program, or not allowed. */
export type DeviceState = 'untried' | 'on' | 'missing' | 'in-use' | 'refused'

const states: Readonly<Record<string, DeviceState>> = {
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
}

/** Opens a camera or a microphone for a moment; it is closed with the page. */
export function useMediaTest(wants: MediaStreamConstraints): {
  readonly state: DeviceState
  readonly stream: MediaStream | undefined
  readonly start: () => Promise<void>
  readonly stop: () => void
} {
  const [state, setState] = useState<DeviceState>('untried')
  const [stream, setStream] = useState<MediaStream>()
  const held = useRef<MediaStream | undefined>(undefined)
  const stop = () => {
    for (const track of held.current?.getTracks() ?? []) track.stop()
    held.current = undefined
    setStream(undefined)
    setState((before) => (before === 'on' ? 'untried' : before))
  }
  const start = async () => {
    stop()
    await call('devices.test', { on: true })
    try {
      held.current = await navigator.mediaDevices.getUserMedia(wants)
      setStream(held.current)
      setState('on')
    } catch (error) {
      setState(error instanceof DOMException ? (states[error.name] ?? 'refused') : 'refused')
    }
  }
  useEffect(
    () => () => {
      for (const track of held.current?.getTracks() ?? []) track.stop()
    },
    [],
  )
  return { state, stream, start, stop }
}
