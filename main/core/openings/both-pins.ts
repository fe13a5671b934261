import type { OpeningConfirmed } from '#contract/openings.ts'
import type { Clock } from '../kernel/clock.ts'
import type { UnlockedHolder } from '../keys/escrow.ts'
import { BOTH_WITHIN } from './opening-rules.ts'

/** The halves that two typed PINs have opened, for as long as the two stand at the seat together. */
export interface BothPins {
  add(holder: UnlockedHolder): void
  /** Two different people’s; undefined for fewer. */
  both(): readonly [UnlockedHolder, UnlockedHolder] | undefined
  look(): OpeningConfirmed
  /** Overwrites what is held. */
  forget(): void
}

export function createBothPins(clock: Pick<Clock, 'monotonic'>): BothPins {
  let held: readonly UnlockedHolder[] = []
  let until = 0
  let timer: NodeJS.Timeout | undefined

  const forget = (): void => {
    clearTimeout(timer)
    for (const each of held) each.forget()
    held = []
  }
  const current = (): readonly UnlockedHolder[] => {
    if (clock.monotonic() >= until) forget()
    return held
  }
  return {
    add: (holder) => {
      const others = current().filter(({ staffId }) => staffId !== holder.staffId)
      // Of three the last two; the same person’s once.
      const kept = others.slice(-1)
      for (const each of held) if (!kept.includes(each)) each.forget()
      held = [...kept, holder]
      until = clock.monotonic() + BOTH_WITHIN
      clearTimeout(timer)
      timer = setTimeout(forget, BOTH_WITHIN)
      timer.unref()
    },
    both: () => {
      const [one, other] = current()
      return one && other && [one, other]
    },
    look: () => {
      const ids = current().map(({ staffId }) => staffId)
      return { ids, leftMs: ids.length === 0 ? 0 : Math.max(0, until - clock.monotonic()) }
    },
    forget,
  }
}
