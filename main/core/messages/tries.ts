import type { Clock } from '../kernel/clock.ts'
import { waitBefore, type PostTrouble } from './post-rules.ts'

/** When something that failed is tried again; on the monotonic clock, forgotten by a restart, which tries at once. */
export interface Tries {
  isDue(id: string): boolean
  failed(id: string, trouble: PostTrouble, waitMs?: number): void
  done(id: string): void
  troubleOf(id: string): PostTrouble | undefined
  /** The line is back: everything may be tried now. */
  hurry(): void
}

/** Stands for the line itself, beside the messages' ids. */
export const LINE = 'line'

interface Failure {
  readonly tries: number
  readonly trouble: PostTrouble
  readonly notBefore: number
}

export function createTries(clock: Pick<Clock, 'monotonic'>): Tries {
  const failures = new Map<string, Failure>()
  return {
    isDue: (id) => clock.monotonic() >= (failures.get(id)?.notBefore ?? 0),
    failed: (id, trouble, waitMs) => {
      const tries = (failures.get(id)?.tries ?? 0) + 1
      failures.set(id, { tries, trouble, notBefore: clock.monotonic() + waitBefore(trouble, tries, waitMs) })
    },
    done: (id) => void failures.delete(id),
    troubleOf: (id) => failures.get(id)?.trouble,
    hurry: () => {
      for (const [id, { trouble }] of failures)
        if (trouble === 'away') failures.set(id, { tries: 0, trouble, notBefore: 0 })
    },
  }
}
