import type { CDPSession, Page } from '@playwright/test'
import { launchApp, windowOf } from '../launch.ts'
import { patience } from '../patience.ts'
import { pupils } from '../tour/rooms.ts'
import { at, goTo, seat } from '../tour/visit.ts'
import type { Row } from './table.ts'
import { hearTaps, slowest, watch } from './taps.ts'
import type { Place } from './window-rows.ts'

const slowDown = 4
const limit = 200

const sheet = '.board-box canvas[role=img]'

async function toPapers(page: Page): Promise<void> {
  await goTo(page, 'diary')
  await page.locator('.album-acts .go').click()
  await page.locator('.paper-cards').waitFor()
}

const said = (worst: number): string => (worst === 0 ? 'under 16 ms' : `${worst} ms`)

const rowOf = (screen: string, worst: number): Row => ({
  what: `tap on ${screen}, processor ${slowDown} times slower (worst)`,
  measured: said(worst),
  target: `≤ ${limit} ms`,
  held: worst <= limit,
})

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
  ['diary', async (page) => goTo(page, 'diary'), async (page) => page.locator('.album-open').first().click()],
  [
    'paper for a new page',
    toPapers,
    async (page) => {
      for (const paper of [2, 5, 0]) await page.locator('.paper-cards button').nth(paper).click()
      await page.locator('.paper-deeds .go').click()
      await at(page, 'diary-page')
    },
  ],
  [
    'diary page',
    async (page) => {
      await toPapers(page)
      await page.locator('.paper-deeds .go').click()
      await at(page, 'diary-page')
      await page.locator(sheet).waitFor()
    },
    async (page) => {
      const box = await page.locator(sheet).boundingBox()
      if (!box) throw new Error('no sheet')
      const tool = (number: number) => page.locator('.tools button').nth(number).click()
      await page.mouse.move(box.x + 50, box.y + 50)
      await page.mouse.down()
      await page.mouse.move(box.x + 200, box.y + 160, { steps: 12 })
      await page.mouse.up()
      // Back and forth, the drawer of stickers, words.
      for (const number of [5, 6, 2, 1]) await tool(number)
      await page.locator('.words textarea').click()
      for (const key of 'abc') await page.keyboard.press(key)
    },
  ],
  ['me', async (page) => goTo(page, 'me'), async (page) => page.locator('.to-home').click()],
  ['family', async (page) => goTo(page, 'family'), async (page) => page.locator('.to-home').click()],
]

/** How long the tap that ends a turn takes to show, and until the faces are there again: in another process, which knows nothing of this one. */
async function goodbyeRow(page: Page, session: CDPSession): Promise<Row> {
  await goTo(page, 'goodbye')
  const took: number[] = []
  await hearTaps(page, (ms) => took.push(ms))
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  const other = page.waitForURL(({ protocol }) => protocol === 'data:')
  const began = performance.now()
  await page.locator('.bye-card .go').click()
  await other
  await page.locator('.tile').first().waitFor()
  const faces = Math.round(performance.now() - began)
  const worst = Math.max(0, ...took)
  return { ...rowOf('goodbye', worst), measured: `${said(worst)}; ${faces} ms until the faces` }
}

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
    const take = async (screen: string, work: () => Promise<Row>) => {
      try {
        rows.push(await work())
      } catch (error) {
        const measured = `failed: ${String(error).split('\n')[0]}`
        rows.push({ ...rowOf(screen, 0), measured, held: false })
      }
    }
    for (const [screen, go, tap] of taps)
      await take(screen, async () => {
        try {
          await go(page)
          await slowest(page)
          await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
          await tap(page)
          return rowOf(screen, await slowest(page))
        } finally {
          await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
        }
      })
    await take('goodbye', () => goodbyeRow(page, session))
    return rows
  } finally {
    await launched.end()
  }
}
