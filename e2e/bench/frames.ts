import type { Page } from '@playwright/test'

/** The longest frame over 50 ms that the page worked on since the last look, ms; 0 where none was. */
export async function longestFrame(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 300))
    const all = (window as unknown as { longFrames: number[] }).longFrames
    const longest = Math.max(0, ...all)
    all.length = 0
    return longest
  })
}

/** Begins to note frames over 50 ms. */
export const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const all: number[] = []
    ;(window as unknown as { longFrames: number[] }).longFrames = all
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) all.push(duration)
    }).observe({ type: 'long-animation-frame' })
  })
