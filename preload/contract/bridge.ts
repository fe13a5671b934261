import type { EventName, Events } from './index.ts'
import type { Refusal } from './refusal.ts'

/** The answer to any call: never an exception across the bridge. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal }

/** What a preload puts on `window.house`. */
export interface Bridge {
  call(method: string, input: unknown): Promise<Answer<unknown>>
  on<E extends EventName>(event: E, listener: (value: Events[E]) => void): () => void
}

/** One channel for each level of trust; which method is meant travels inside. */
export const callChannel = { pupil: 'house:pupil', staff: 'house:staff' } as const
export const eventChannel = 'house:event'
