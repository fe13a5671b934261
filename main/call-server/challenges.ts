import type { Clock } from '#core/kernel/clock.ts'
import { newToken } from './keys.ts'

const LIFE = 120_000
/** More than this at once, and the oldest are forgotten: their pages ask again. */
const REMEMBERED = 10_000

/** Random texts to be signed once, by the device they were made for. In memory: a restart makes pages ask again. */
export function createChallenges(clock: Pick<Clock, 'monotonic'>): {
  make(device: string): string
  take(device: string, challenge: string): boolean
} {
  const open = new Map<string, { device: string; endsAt: number }>()
  return {
    make(device) {
      const challenge = newToken()
      open.set(challenge, { device, endsAt: clock.monotonic() + LIFE })
      const [oldest] = open.keys()
      if (open.size > REMEMBERED && oldest !== undefined) open.delete(oldest)
      return challenge
    },
    take(device, challenge) {
      const known = open.get(challenge)
      open.delete(challenge)
      return known !== undefined && known.device === device && clock.monotonic() < known.endsAt
    },
  }
}
