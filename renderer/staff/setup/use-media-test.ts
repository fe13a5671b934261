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
  const gone = useRef(false)
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
      if (gone.current) return stop()
      setStream(held.current)
      setState('on')
    } catch (error) {
      setState(error instanceof DOMException ? (states[error.name] ?? 'refused') : 'refused')
    }
  }
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      for (const track of held.current?.getTracks() ?? []) track.stop()
      if (held.current) void call('devices.test', { on: false })
    }
  }, [])
  return { state, stream, start, stop }
}
