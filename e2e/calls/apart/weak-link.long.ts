import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { during, figures, hangUp, isOver, moves, until } from '../client/call-ways.ts'
import { whyNotApart } from '../needs.ts'
import { useFarCall } from './far-call.ts'
import { FULL_WIDTH, INTELLIGIBLE } from './gates.ts'

const why = whyNotApart()

/** Waits until a page sees a moving picture of this width again. */
async function rises(page: Page, wide: number, timeoutSeconds: number): Promise<number> {
  const since = performance.now()
  for (;;) {
    const { width } = await figures(page)
    const { framesPerSecond } = await during(page, 1)
    if (width >= wide && framesPerSecond > 5) return Math.round(performance.now() - since)
    if (performance.now() - since > timeoutSeconds * 1000) throw new Error(`The picture stays at ${width}`)
  }
}

describe.skipIf(why)(`a weak link for long${why && ` (skipped, ${why})`}`, () => {
  const call = useFarCall()

  it.each([
    ['5 % loss and 300 ms', { delay: 150, loss: 5 }, FULL_WIDTH],
    ['400 kbit/s', { delay: 40, jitter: 20, loss: 1, rate: 400_000 }, FULL_WIDTH],
    ['150 kbit/s', { delay: 40, jitter: 20, loss: 1, rate: 150_000 }, FULL_WIDTH],
    ['80 kbit/s', { delay: 40, rate: 80_000 }, FULL_WIDTH],
  ] as const)(
    'of %s carries the voice, and the picture comes back after it',
    async (what, link, wide) => {
      const { network, usualLink } = call.house()
      const [child, mother] = await call.talk()
      await Promise.all([moves(child), moves(mother)])
      await network.setSchool(link)
      await wait(10_000)
      const met = await Promise.all([during(child, 30), during(mother, 30)])
      console.log(`${what}:`, ...met)
      for (const { concealedShare } of met) expect(concealedShare).toBeLessThan(INTELLIGIBLE)
      await call.bothHear()
      expect(await isOver(child, mother)).toBe(false)
      await network.setSchool(usualLink)
      const back = await Promise.all([rises(child, wide, 100), rises(mother, wide, 100)])
      console.log(`${what}: picture again after ${String(back)} ms`)
      await hangUp(child)
      await until(mother, 'over:hung-up:them')
    },
    300_000,
  )
})
