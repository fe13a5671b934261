import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCallHouse, people, type CallHouse } from './call-house.ts'
import { openCallPages, type CallPages } from './client/pages.ts'
import { whyNoEngines } from './needs.ts'

const why = whyNoEngines()

const states = (page: Page): Promise<string[]> => page.evaluate(() => window.states)
const dial = (page: Page, to: string): Promise<void> =>
  page.evaluate((user) => void window.client.dial(user, { picture: true }), to)
const until = (page: Page, state: string, timeout = 20_000): Promise<unknown> =>
  page.waitForFunction((wanted) => window.states.includes(wanted), state, { timeout })

describe.skipIf(why !== '')('the call client, with the real proxy', () => {
  let house: CallHouse
  let pages: CallPages
  let child: Page
  let mother: Page

  beforeAll(async () => {
    house = await openCallHouse()
    pages = await openCallPages(house, 440)
    ;[child, mother] = await Promise.all([
      pages.open(people.child, 'role=kiosk'),
      pages.open(people.mother, 'role=parent'),
    ])
  }, 120_000)
  afterAll(async () => {
    await pages.close()
    await house.close()
  })

  it('carries picture and sound both ways, and says how it was', async () => {
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    for (const page of [child, mother])
      expect(Math.abs((await page.evaluate(() => window.pitch())) - 440)).toBeLessThan(8)
    await child.evaluate(() => window.client.current.now()?.hangUp())
    await Promise.all([until(child, 'over:hung-up:us'), until(mother, 'over:hung-up:them')])
    const summary = await child.evaluate(() => window.client.current.now()?.summary.now())
    console.log(
      JSON.stringify(summary),
      await child.evaluate(() => window.log),
      await mother.evaluate(() => window.log),
    )
    expect(summary?.callId).not.toBe('')
    expect(summary?.firstFrameMs).toBeGreaterThan(0)
    expect(await states(child)).not.toContain('recovering:video')
  })
})
