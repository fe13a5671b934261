import type { Page } from '@playwright/test'
import { launchApp, windowOf } from '../launch.ts'
import { patience } from '../patience.ts'
import { pupils } from '../tour/rooms.ts'
import { at, goTo, seat } from '../tour/visit.ts'
import type { Row } from './table.ts'
import { slowest, watch } from './taps.ts'
import type { Place } from './window-rows.ts'

const slowDown = 4
const limit = 200

/** What a child taps on each screen. */
const taps: readonly (readonly [
  screen: string,
  go: (page: Page) => Promise<void>,
  tap: (page: Page) => Promise<void>,
])[] = [
  [
    'who',
    async (page) => page.locator('.tile').first().waitFor(),
    async (page) => {
      await page.locator('.letters button').nth(3).click()
      await page.locator('.letters button').first().click()
      await page.locator('.who-more button').last().click()
      await page.locator('.classes button').nth(2).click()
      await page.locator('.classes button').first().click()
    },
  ],
  [
    'pictures',
    async (page) => {
      await page.locator('.tile').first().waitFor()
      await page.locator('.classes button').nth(3).click()
      await page.locator('.tile', { hasText: pupils.pictures }).first().click()
      await page.locator('.lockin').waitFor()
    },
    async (page) => {
      for (const key of [0, 3]) await page.locator('.keys button').nth(key).click()
      await page.locator('header button').first().click()
    },
  ],
  ['home', async (page) => seat(page, pupils.main), async (page) => page.locator('.door').nth(1).click()],
  [
    'learn',
    async (page) => goTo(page, 'learn'),
    async (page) => page.locator('.again-card .go').first().click(),
  ],
  [
    'sums',
    async (page) => {
      await goTo(page, 'activity', 'sums')
      await page.locator('.ask-sum').waitFor()
    },
    async (page) => {
      await page.locator('.exercise-tools button').first().click()
      for (const key of ['1', '2', 'Backspace', '9', 'Enter']) await page.keyboard.press(key)
    },
  ],
  ['diary', async (page) => goTo(page, 'diary'), async (page) => page.locator('.page-card').first().click()],
  [
    'diary page',
    async (page) => {
      await goTo(page, 'diary')
      await page.locator('.page-card').first().click()
      await at(page, 'diary-page')
    },
    async (page) => {
      const box = await page.locator('canvas').boundingBox()
      if (!box) throw new Error('no canvas')
      await page.locator('.tools button').nth(1).click()
      await page.mouse.move(box.x + 50, box.y + 50)
      await page.mouse.down()
      await page.mouse.move(box.x + 200, box.y + 160, { steps: 12 })
      await page.mouse.up()
      await page.locator('.tools button').nth(4).click()
      await page.locator('.tools button').nth(3).click()
      for (const key of 'abc') await page.keyboard.press(key)
    },
  ],
  ['me', async (page) => goTo(page, 'me'), async (page) => page.locator('.to-home').click()],
  ['family', async (page) => goTo(page, 'family'), async (page) => page.locator('.to-home').click()],
  ['goodbye', async (page) => goTo(page, 'goodbye'), async (page) => page.locator('.bye-card .go').click()],
]

/** How long a tap takes to show, on every screen of a child, on a processor four times slower than this one. */
export async function tapRows({ room, display }: Place): Promise<Row[]> {
  const launched = await launchApp({ userData: room, screens: '1366x768', display })
  try {
    const page = await windowOf(launched.app, 'pupil')
    page.setDefaultTimeout(patience)
    await page.locator('.tile').first().waitFor()
    const session = await page.context().newCDPSession(page)
    await watch(page)
    const rows: Row[] = []
    for (const [screen, go, tap] of taps) {
      const what = `tap on ${screen}, processor ${slowDown} times slower (worst)`
      const target = `≤ ${limit} ms`
      try {
        await go(page)
        await slowest(page)
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
        await tap(page)
        const worst = await slowest(page)
        rows.push({
          what,
          measured: worst === 0 ? 'under 16 ms' : `${worst} ms`,
          target,
          held: worst <= limit,
        })
      } catch (error) {
        rows.push({ what, measured: `failed: ${String(error).split('\n')[0]}`, target, held: false })
      } finally {
        await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      }
    }
    return rows
  } finally {
    await launched.end()
  }
}
