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

/** Hears how long each tap takes to show as soon as it has, ms, for a page that is gone soon after; of what shows within 16 ms nothing is heard. */
export async function hearTaps(page: Page, heard: (ms: number) => void): Promise<void> {
  await page.exposeFunction('tapTook', heard)
  await page.evaluate(() => {
    const { tapTook } = window as unknown as { tapTook: (ms: number) => void }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ((entry as PerformanceEventTiming).interactionId) tapTook(entry.duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}
