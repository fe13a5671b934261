import type { Clock } from '#core/kernel/clock.ts'
import type { RateLimit } from './settings.ts'

export interface Rates {
  /** Counts one more; 0 when it may pass, otherwise the milliseconds to wait. */
  take(what: string, who: string, limit: RateLimit): number
}

/** Whoever asks from more places than this makes the oldest be forgotten, and costs no more memory. */
const REMEMBERED = 50_000

/** Counts in fixed windows, in memory: a restart forgives, which is fine for what it guards. */
export function createRates(clock: Pick<Clock, 'monotonic'>, remembered = REMEMBERED): Rates {
  const windows = new Map<string, { count: number; endsAt: number }>()
  return {
    take(what, who, { times, withinMs }) {
      const key = `${what} ${who}`
      const now = clock.monotonic()
      const known = windows.get(key)
      if (known && now < known.endsAt) {
        known.count += 1
        return known.count <= times ? 0 : known.endsAt - now
      }
      windows.delete(key)
      windows.set(key, { count: 1, endsAt: now + withinMs })
      const [oldest] = windows.keys()
      if (windows.size > remembered && oldest !== undefined) windows.delete(oldest)
      return 0
    },
  }
}

/** Who asks, for counting: an IPv6 customer owns a whole /64, so that counts as one. */
export function addressOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip
  const [head = '', tail] = ip.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros: string[] = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...(tail === undefined ? [] : zeros), ...right].slice(0, 4).join(':')
}
