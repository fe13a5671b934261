import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Clock } from '#core/kernel/clock.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import { afterWrongPin, TRIES_BEFORE_LOCK } from './pin-rules.ts'
import type { StaffStore } from './store.ts'

/** Counts tries at PINs, makes them wait and locks them. */
export interface PinGate {
  /** Counts a try, on disk, before it is checked: pulling the plug in between does not give it back. */
  begin(id: string): Result<void, Refusal>
  /** The try was wrong: what to answer. */
  wrong(id: string): Refusal
  /** The try was right, or the recovery key was: start from none. */
  clear(id: string): void
  locked(id: string): boolean
  /** Writes down what is left of each wait, so that a restart does not make it longer than need be. */
  tick(): void
}

export function createPinGate(store: StaffStore, clock: Clock): PinGate {
  // A wait ends at a monotonic time. What a restart finds on disk counts afresh: it never gets shorter.
  const ends = new Map(store.waiting().map(({ id, waitMs }) => [id, clock.monotonic() + waitMs]))
  const left = (id: string): number => Math.max(0, (ends.get(id) ?? 0) - clock.monotonic())

  return {
    begin: (id) =>
      store.transaction(() => {
        const { wrong } = store.tries(id)
        if (wrong >= TRIES_BEFORE_LOCK) return err(refuse('pin-locked'))
        const waitMs = left(id)
        if (waitMs > 0) {
          store.setWait(id, waitMs)
          return err(waiting(waitMs))
        }
        const { wait: next } = afterWrongPin(wrong + 1)
        store.setTries(id, { wrong: wrong + 1, waitMs: next })
        ends.set(id, clock.monotonic() + next)
        return ok(undefined)
      }),
    wrong: (id) => {
      const triesLeft = TRIES_BEFORE_LOCK - store.tries(id).wrong
      return triesLeft > 0
        ? refuse('wrong-pin', { waitMs: left(id), facts: { triesLeft } })
        : refuse('pin-locked')
    },
    clear: (id) => {
      store.setTries(id, { wrong: 0, waitMs: 0 })
      ends.delete(id)
    },
    locked: (id) => store.tries(id).wrong >= TRIES_BEFORE_LOCK,
    tick: () => {
      for (const id of ends.keys()) {
        const waitMs = left(id)
        store.setWait(id, waitMs)
        if (waitMs === 0) ends.delete(id)
      }
    },
  }
}

const waiting = (waitMs: number): Refusal =>
  refuse('pin-wait', { waitMs, facts: { seconds: Math.ceil(waitMs / 1000) } })
