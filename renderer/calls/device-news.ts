import type { DeviceNews } from '#contract/devices.ts'
import type { DeviceChange } from './live-device.ts'

/** A change as the technical log takes it. */
export const newsOf = (change: DeviceChange): Pick<DeviceNews, 'device' | 'is' | 'outMs'> =>
  change.is === 'back'
    ? { device: change.kind, is: 'back', outMs: Math.min(change.afterMs, 86_400_000) }
    : { device: change.kind, is: change.is === 'out' ? change.lack : change.is, outMs: null }
