/** Something that is done a moment after it was asked for, never twice at once, and at once when it has to be. */
export interface Flushable<T> {
  soon(): void
  /** Does what is asked for and not yet done; the answer of the last time. */
  flush(): Promise<T | undefined>
}

export function flushable<T>(afterMs: number, work: () => Promise<T>): Flushable<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false
  let last: Promise<T | undefined> = Promise.resolve(undefined)
  const run = (): Promise<T | undefined> => {
    clearTimeout(timer)
    timer = undefined
    if (asked) {
      asked = false
      last = last.then(work)
    }
    return last
  }
  return {
    soon() {
      asked = true
      timer ??= setTimeout(() => void run(), afterMs)
    },
    flush: run,
  }
}
