import type { Page } from '@playwright/test'
import { setTimeout as pass } from 'node:timers/promises'
import { launchApp, windowOf } from '../launch.ts'
import { pupils } from '../tour/rooms.ts'
import { at, goTo, seat } from '../tour/visit.ts'
import { spreadOf, type Row } from './table.ts'
import type { Place } from './window-rows.ts'

const slowDown = 4
const limit = 50
/** Between two keys of a child who types fast, ms: what one key leaves to do must not meet the next. */
const pause = 180

const lines = [
  'jintianxiayule',
  'woxihuanhuahua',
  'mamashuoguonianjiuhuilai',
  'nainaigeiwozuolehaochide',
  'zuotianwowangle',
  'chuntianlailehuakai',
]

interface Heard {
  keys?: number[]
}

const listen = (page: Page) =>
  page.evaluate(() => {
    const keys: number[] = []
    ;(window as unknown as Heard).keys = keys
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })

/** How long each of a text's keys took until what it changed was painted, ms; under 16 ms a key is not heard of. */
async function took(page: Page, text: string): Promise<readonly number[]> {
  for (const key of text) {
    await page.keyboard.press(key)
    await pass(pause)
  }
  return page.evaluate(() => (window as unknown as Heard).keys?.splice(0) ?? [])
}

/** From a letter key to the candidates that it calls for, in the diary, on a processor four times slower than this one. */
export async function writingRow({ room, display }: Place): Promise<Row> {
  const launched = await launchApp({ userData: room, screens: '1366x768', display })
  try {
    const page = await windowOf(launched.app, 'pupil')
    page.setDefaultTimeout(20_000)
    await seat(page, pupils.main)
    await goTo(page, 'diary')
    await page.locator('.page-card').first().click()
    await at(page, 'diary-page')
    await page.locator('.words textarea').focus()
    // Until the dictionary is there, a key has nothing to call for.
    await page.keyboard.press('a')
    await page.locator('.candidates').waitFor()
    await page.keyboard.press('Escape')
    await listen(page)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    const all: number[] = []
    for (const line of lines) {
      all.push(...(await took(page, line)))
      await took(page, ' ')
    }
    const { median, high } = spreadOf(all)
    const late = all.filter((one) => one > limit).length
    const keys = lines.join('').length
    return {
      what: `letter key to candidates, processor ${slowDown} times slower`,
      measured: `${median} ms (worst ${high} ms; ${late} of ${keys} keys later than ${limit} ms)`,
      target: `≤ ${limit} ms`,
      held: late * 100 <= keys,
    }
  } finally {
    await launched.end()
  }
}
