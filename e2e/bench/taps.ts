import type { Page } from '@playwright/test'

interface Watched {
  taps?: { name: string; duration: number; id: number }[]
}

/** Begins to note how long each tap takes to show. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all: { name: string; duration: number; id: number }[] = []
    ;(window as unknown as Watched).taps = all
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id = (entry as PerformanceEventTiming).interactionId
        if (id) all.push({ name: entry.name, duration: entry.duration, id })
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}

/** The slowest answer to a tap since the last look, ms; 0 where all were under 16 ms. Read two frames after the last tap. */
export async function slowest(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 400))
    const all = (window as unknown as Watched).taps ?? []
    const worst = Math.max(0, ...all.map(({ duration }) => duration))
    all.length = 0
    return worst
  })
}
