import { execFileSync } from 'node:child_process'
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

/** A process and those that it has started. */
function childrenOf(pid: number): number[] {
  const list = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return [pid, ...pairs.filter(([, parent]) => parent === pid).map(([own]) => own!)]
}

/** How many frames the page has drawn. */
const frames = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0)
const moves = async (page: Page): Promise<void> => {
  const before = await frames(page)
  await page.waitForFunction(
    (count) => (document.querySelector('video')?.getVideoPlaybackQuality().totalVideoFrames ?? 0) > count + 5,
    before,
    { timeout: 20_000 },
  )
}
const hangUp = (page: Page): Promise<void> => page.evaluate(() => window.client.current.now()?.hangUp())
const summary = (page: Page) => page.evaluate(() => window.client.current.now()?.summary.now())

describe.skipIf(why !== '')('the call client, with the real proxy', () => {
  let house: CallHouse
  let pages: CallPages

  const both = (query = ''): Promise<[Page, Page]> =>
    Promise.all([
      pages.open(people.child, `role=kiosk${query}`),
      pages.open(people.mother, `role=parent${query}`),
    ])
  const leave = (...open: readonly Page[]): Promise<unknown> =>
    Promise.all(open.map((page) => page.context().close()))

  beforeAll(async () => {
    house = await openCallHouse()
    pages = await openCallPages(house, 440)
  }, 120_000)
  afterAll(async () => {
    await pages.close()
    await house.close()
  })

  it('carries picture and sound both ways, and says how it was', async () => {
    const [child, mother] = await both()
    // A child that taps twice makes one call.
    await Promise.all([dial(child, people.mother), dial(child, people.mother)])
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    for (const page of [child, mother]) {
      expect(Math.abs((await page.evaluate(() => window.pitch())) - 440)).toBeLessThan(8)
      await moves(page)
    }
    expect(house.allow.asked.filter((pair) => pair === `${people.child}>${people.mother}`)).toHaveLength(1)
    await hangUp(child)
    await Promise.all([until(child, 'over:hung-up:us'), until(mother, 'over:hung-up:them')])
    const told = await summary(child)
    expect(told).toMatchObject({ direction: 'out', kind: 'web', restarts: 0, reason: 'hung-up', by: 'us' })
    expect(told?.callId).not.toBe('')
    expect(told?.firstFrameMs).toBeGreaterThan(0)
    await leave(child, mother)
  })

  it('shows voice to a child whose mother saves her data, and sends her no picture', async () => {
    const [child, mother] = await Promise.all([
      pages.open(people.child, 'role=kiosk'),
      pages.open(people.mother, 'role=parent&picture=no'),
    ])
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:voice'), until(mother, 'talking:voice')])
    await child.waitForFunction(() => window.client.current.now()?.own.now().isSeen === false)
    expect(Math.abs((await child.evaluate(() => window.pitch())) - 440)).toBeLessThan(8)
    // The place for a picture is there: turning the camera on needs no new offer.
    await mother.evaluate(() => {
      window.client.current.now()?.setWantsPicture(true)
      window.client.current.now()?.setSeen(true)
    })
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    expect((await summary(child)) ?? null).toBeNull()
    await hangUp(mother)
    await until(child, 'over:hung-up:them')
    expect((await summary(child))?.restarts).toBe(0)
    await leave(child, mother)
  })

  it('outlives a cut of everything, signalling and media', async () => {
    const [child, mother] = await both('&relay=only')
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    await moves(child)
    // Both relays on this machine stand still, as a link does: nothing is refused, nothing comes.
    const { kamailio, relay } = house.engines.pids()
    const group = childrenOf(kamailio!)
    for (const pid of [...group, relay!]) process.kill(pid, 'SIGSTOP')
    try {
      await Promise.all([until(child, 'recovering:video'), until(mother, 'recovering:video')])
    } finally {
      for (const pid of [...group, relay!]) process.kill(pid, 'SIGCONT')
    }
    await Promise.all([moves(child), moves(mother)])
    await hangUp(mother)
    await until(child, 'over:hung-up:them')
    expect((await summary(child))?.quality.cuts).toBe(1)
    await leave(child, mother)
  })

  it('goes on while the proxy is killed, and is ended by its people afterwards', async () => {
    const [child, mother] = await both()
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    for (const pid of childrenOf(house.engines.pids()['kamailio']!)) process.kill(pid, 'SIGKILL')
    await Promise.all([moves(child), moves(mother)])
    for (const page of [child, mother]) {
      // The proxy comes back in no time, so that the loss is read from the log.
      await page.waitForFunction(
        () => window.log.some((line) => line.includes('socket-lost')) && window.client.line.now() === 'ready',
        undefined,
        { timeout: 60_000 },
      )
      expect(await states(page)).not.toContain('recovering:video')
    }
    await hangUp(child)
    await Promise.all([until(child, 'over:hung-up:us'), until(mother, 'over:hung-up:them')])
    await leave(child, mother)
  }, 120_000)
})
