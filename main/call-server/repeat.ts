import type { Log } from '#core/kernel/log.ts'

/** Does something again and again, never twice at once; a failure is logged and does not end it. */
export function repeat(work: () => Promise<void>, everyMs: number, log: Log): { stop(): Promise<void> } {
  let running = Promise.resolve()
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    running = work()
      .catch((error: unknown) => {
        log.error('Something that repeats has failed', { error: String(error) })
      })
      .finally(() => {
        isBusy = false
      })
  }, everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
