import type { DeviceNews, DeviceOut } from '#contract/devices.ts'
import type { Log } from '#core/kernel/log.ts'

/** Camera and microphone of this seat, as the windows tell of them: written down, and shown to staff while one is out. */
export interface SeatDevices {
  tell(news: DeviceNews): void
  /** What gave nothing when it was last wanted. Kept until it is seen to work, not across a start. */
  out(): readonly DeviceOut[]
  onChange(listener: (out: readonly DeviceOut[]) => void): void
}

export function createSeatDevices(log: Pick<Log, 'info' | 'warn'>): SeatDevices {
  const lacks = new Map<DeviceOut['device'], DeviceOut['lack']>()
  const listeners = new Set<(out: readonly DeviceOut[]) => void>()
  const out = (): readonly DeviceOut[] => [...lacks].map(([device, lack]) => ({ device, lack }))
  return {
    out,
    onChange: (listener) => void listeners.add(listener),
    tell({ is, ...news }) {
      const before = lacks.get(news.device)
      if (is === 'opened' || is === 'back') {
        // One that works as ever is nothing to write down.
        if (is === 'opened' && before === undefined) return
        log.info('A device is back', news)
        lacks.delete(news.device)
      } else {
        log.warn('A device fell out', { ...news, what: `${news.device}-${is}` })
        lacks.set(news.device, is)
      }
      if (lacks.get(news.device) !== before) for (const listener of listeners) listener(out())
    },
  }
}
