/** A value that can be watched; fits `useSyncExternalStore`. */
export interface Watched<T> {
  readonly now: () => T
  /** Calls after each change, until the answer is called. */
  readonly watch: (listener: () => void) => () => void
}

export interface Holder<T> extends Watched<T> {
  readonly set: (value: T) => void
}

/** Holds a value; setting the same one tells nobody. */
export function createHolder<T>(first: T): Holder<T> {
  const listeners = new Set<() => void>()
  let value = first
  return {
    now: () => value,
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of Array.from(listeners)) listener()
    },
  }
}
