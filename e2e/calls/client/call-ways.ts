import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { patience } from '../../patience.ts'
import type { Figures } from './page.ts'

// What a test does with a page of client/page.ts, and looks at.

export const states = (page: Page): Promise<string[]> => page.evaluate(() => window.states)
export const log = (page: Page): Promise<string[]> => page.evaluate(() => window.log)
export const dial = (page: Page, to: string): Promise<void> =>
  page.evaluate((user) => void window.client.dial(user, { picture: true }), to)
export const hangUp = (page: Page): Promise<void> =>
  page.evaluate(() => window.client.current.now()?.hangUp())
export const summary = (page: Page) => page.evaluate(() => window.client.current.now()?.summary.now())

/** Waits until the call has been in a state, such as `talking:video` or `over:hung-up:us`. */
export const until = (page: Page, state: string, timeout = patience): Promise<unknown> =>
  page
    .waitForFunction((wanted) => window.states.includes(wanted), state, { timeout })
    .catch(async (error: unknown) => {
      throw new Error(`not ${state}: ${JSON.stringify(await log(page))}`, { cause: error })
    })

/** Waits until more frames are drawn: the picture moves. */
export async function moves(page: Page, timeout = patience): Promise<void> {
  const before = await page.evaluate(
    () => document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
  )
  await page
    .waitForFunction(
      (count) =>
        (document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > count + 5,
      before,
      { timeout },
    )
    .catch(async (error: unknown) => {
      throw new Error(`no picture: ${JSON.stringify(await log(page))}`, { cause: error })
    })
}

/** Off by more, it is another tone, or noise. */
const SAME_TONE_HZ = 8

/** That a tone of this frequency is what the page hears most. */
export async function hears(page: Page, hz: number): Promise<void> {
  expect(Math.abs((await page.evaluate(() => window.pitch())) - hz)).toBeLessThan(SAME_TONE_HZ)
}

/** Waits until the call is talked again, and in moving pictures at both ends; ms that it took, for reading only. */
export async function untilBack(pages: readonly Page[], timeout = patience): Promise<number[]> {
  const since = performance.now()
  return Promise.all(
    pages.map(async (page) => {
      await moves(page, timeout)
      return Math.round(performance.now() - since)
    }),
  )
}

export async function figures(page: Page): Promise<Figures> {
  const found = await page.evaluate(() => window.figures())
  if (!found) throw new Error('there is no connection')
  return found
}

/** What came between two looks: frames and kbit of picture a second, the share of made-up sound. */
export function grown(before: Figures, after: Figures) {
  const seconds = (after.at - before.at) / 1000
  const samples = after.samples - before.samples
  return {
    framesPerSecond: (after.frames - before.frames) / seconds,
    pictureKbits: ((after.pictureBytes - before.pictureBytes) * 8) / 1000 / seconds,
    concealedShare: samples > 0 ? (after.concealed - before.concealed) / samples : 1,
    width: after.width,
    roundTripMs: after.roundTripMs,
  }
}

/** What came at a page while some seconds passed. */
export async function during(page: Page, seconds: number): Promise<ReturnType<typeof grown>> {
  const before = await figures(page)
  await wait(seconds * 1000)
  return grown(before, await figures(page))
}

/** Waits until the line to the proxy was lost and is there again; it may come back in no time, so the log is read. */
export const untilLineIsBack = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => window.log.some((line) => line.includes('socket-lost')) && window.client.line.now() === 'ready',
    undefined,
    { timeout: patience },
  )

export const isOver = async (...pages: readonly Page[]): Promise<boolean> =>
  (await Promise.all(pages.map(states))).flat().some((state) => state.startsWith('over'))

export const leave = (...open: readonly Page[]): Promise<unknown> =>
  Promise.all(open.map((page) => page.context().close()))
