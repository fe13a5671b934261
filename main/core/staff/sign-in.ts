import type { StaffPerson } from '#contract/people.ts'
import type { Clock } from '#core/kernel/clock.ts'

/** Who is signed in at the staff window of this seat. Held in memory only: a restart signs out. */
export interface SignIn {
  /** As the person stands in the room now; null when signed out, gone from the room or idle for too long. */
  current(): StaffPerson | null
  enter(id: string): void
  leave(): void
  /** A sign of life. */
  touch(): void
  /** Locks when idle and tells who listens; call it every few seconds. Security does not depend on it: `current` looks too. */
  tick(): void
  /** Told of every change, with who is signed in now; the answer ends it. */
  onChange(listener: (person: StaffPerson | null) => void): () => void
}

export interface SignInParts {
  readonly clock: Clock
  readonly find: (id: string) => StaffPerson | undefined
  /** Milliseconds without a sign of life after which the window locks. */
  readonly idleMs: () => number
}

export function createSignIn({ clock, find, idleMs }: SignInParts): SignIn {
  const listeners = new Set<(person: StaffPerson | null) => void>()
  let seated: { readonly id: string; seenAt: number } | undefined
  let told = 'null'

  const current = (): StaffPerson | null => {
    if (!seated || clock.monotonic() - seated.seenAt >= idleMs()) return null
    return find(seated.id) ?? null
  }

  const tick = (): void => {
    const person = current()
    if (!person) seated = undefined
    const now = JSON.stringify(person)
    if (now === told) return
    told = now
    for (const listener of listeners) listener(person)
  }

  return {
    current,
    tick,
    enter: (id) => {
      seated = { id, seenAt: clock.monotonic() }
      tick()
    },
    leave: () => {
      seated = undefined
      tick()
    },
    // Too late is too late: a sign of life after the idle time must not open the window again.
    touch: () => {
      tick()
      if (seated) seated.seenAt = clock.monotonic()
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
