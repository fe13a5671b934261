import type { CDPSession, Locator, Page } from '@playwright/test'
import { setTimeout as pass } from 'node:timers/promises'
import { newId } from '#core/kernel/ids.ts'
import { launchApp, windowOf } from '../launch.ts'
import { patience } from '../patience.ts'
import { roomOf } from '../room-copy.ts'
import { clockFrom, pupils, within } from '../tour/rooms.ts'
import { at, goTo, seat } from '../tour/visit.ts'
import { longestFrame, watchFrames } from './frames.ts'
import { drag, tapOn } from './hand.ts'
import { spreadOf, type Row } from './table.ts'
import { slowest, watch } from './taps.ts'
import { makeLargePage, thick, thicken } from './thick-diary.ts'
import type { Place } from './window-rows.ts'

/** Times that a processor of a donated PC is slower than this one. */
const slowDown = 4
const limits = { blank: 160, tap: 200, frame: 50, keys: 300 } as const
const child = pupils.fresh
const openings = 3
/** What goes on after a page was opened has come to rest, ms. */
const rest = 3000
const asSlow = `processor ${slowDown} times slower`
const large = `page of ${thick.points} points, ${thick.stickers} stickers, ${thick.photos} photos`

const slow = (session: CDPSession, rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate })

interface Opened {
  /** Without the album and without the page, ms. */
  readonly blank: number
  /** From the tap until the sheet is there with what was painted first, ms. */
  readonly shown: number
}

declare global {
  interface Window {
    opened?: Opened
    changed?: number
  }
}

/** Notes, frame by frame, what is on the screen from the next tap on until the sheet has been painted for the first time. */
const watchOpening = (page: Page): Promise<void> =>
  page.evaluate(() => {
    delete window.opened
    document.addEventListener(
      'pointerdown',
      ({ timeStamp: tapped }) => {
        let gone: number | undefined
        let there = false
        const look = () => {
          const now = performance.now()
          // The frame before this one has shown it.
          if (there) {
            window.opened = { blank: gone === undefined ? 0 : now - gone, shown: now - tapped }
            return
          }
          if (!document.querySelector('.album-cards')) gone ??= now
          const canvas = document.querySelector<HTMLCanvasElement>('.board-box canvas[role=img]')
          there = (canvas?.clientWidth ?? 0) > 0
          requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      { once: true, capture: true },
    )
  })

/** From the tap on this until other cards are there with their pictures and days, ms. */
async function untilChanged(page: Page, session: CDPSession, tap: Locator): Promise<number> {
  await page.evaluate(() => {
    delete window.changed
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing else is
    const faceNow = () =>
      [...document.querySelectorAll<HTMLImageElement>('.album-cards img')].map(({ src }) => src).join()
    document.addEventListener(
      'pointerdown',
      ({ timeStamp: tapped }) => {
        const before = faceNow()
        let there = false
        const look = () => {
          if (there) {
            window.changed = performance.now() - tapped
            return
          }
          const after = faceNow()
          there = after !== '' && after !== before
          requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      { once: true, capture: true },
    )
  })
  await tapOn(session, await boxOf(tap))
  return (await page.waitForFunction(() => window.changed)).jsonValue() as Promise<number>
}

const listRow = (what: string, took: readonly number[]): Row => ({
  what: `diary of ${thick.pages} pages: ${what}, ${asSlow} (worst)`,
  measured: `${Math.round(Math.max(...took))} ms`,
  target: `≤ ${limits.tap} ms`,
  held: Math.max(...took) <= limits.tap,
})

async function listRows(page: Page, session: CDPSession): Promise<Row[]> {
  await slow(session, slowDown)
  const jumps: number[] = []
  const turns: number[] = []
  for (let jump = 0; jump < 6; jump += 1) {
    jumps.push(
      await untilChanged(
        page,
        session,
        page.locator('.months li button:not([disabled], [aria-pressed=true])').first(),
      ),
    )
    turns.push(await untilChanged(page, session, page.locator('.album-acts .who-more button').last()))
  }
  await slow(session, 1)
  return [listRow('tap on a month until its cards are there', jumps), listRow('next screen', turns)]
}

/** What main needs to give a page away, ms: it is not slowed down. */
const mainOpens = (page: Page, id: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const { house } = window as unknown as { house: { call(name: string, input: unknown): Promise<unknown> } }
    const began = performance.now()
    await house.call('diary.open', { page: wanted })
    return performance.now() - began
  }, id)

async function openLarge(page: Page, session: CDPSession, id: string): Promise<Row> {
  const all: Opened[] = []
  const main: number[] = []
  for (let opening = 0; opening < openings; opening += 1) {
    await goTo(page, 'diary')
    await page.locator('.page-card').first().waitFor()
    main.push(await mainOpens(page, id))
    await slow(session, slowDown)
    await watchOpening(page)
    await tapOn(session, await boxOf(page.locator('.album-open').first()))
    all.push((await (await page.waitForFunction(() => window.opened)).jsonValue()) as Opened)
    await slow(session, 1)
    await at(page, 'diary-page')
  }
  const blank = Math.max(...all.map((one) => one.blank))
  const shown = Math.max(...all.map((one) => one.shown))
  // The renderer alone is slowed: main's own part comes three times more, while the album is still there.
  const mains = spreadOf(main).median * (slowDown - 1)
  return {
    what: `${large}: blank while it opens, ${asSlow} (worst of ${openings}; and from the tap)`,
    measured: `${Math.round(blank)} ms; ${Math.round(shown)} ms, and ${Math.round(mains)} ms for a slower main`,
    target: `≤ ${limits.blank} ms`,
    held: blank <= limits.blank,
  }
}

const boxOf = async (locator: Locator) => {
  await locator.waitFor()
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${String(locator)} is not there`)
  return box
}

/** Four long strokes, a hundred moves each. */
async function drawStrokes(page: Page, session: CDPSession): Promise<void> {
  const { x, y, width, height } = await boxOf(page.locator('.board-box canvas[role=img]'))
  for (let stroke = 0; stroke < 4; stroke += 1)
    await drag(
      session,
      Array.from({ length: 101 }, (_none, step) => [
        x + width * (0.5 + 0.4 * Math.sin(step / 16 + stroke)),
        y + height * (0.5 + 0.4 * Math.cos(step / 11)),
      ]),
    )
}

/** Puts a sticker down out of the open drawer, and drags it about. */
async function dragSticker(page: Page, session: CDPSession): Promise<void> {
  await tapOn(session, await boxOf(page.locator('.stick-grid button').nth(2)))
  const { x, y, width, height } = await boxOf(page.locator('.stuck.held'))
  await drag(
    session,
    Array.from({ length: 101 }, (_none, step) => [
      x + width / 2 - 80 + 80 * Math.cos(step / 9),
      y + height / 2 + 60 * Math.sin(step / 9),
    ]),
  )
}

async function frameRow(
  page: Page,
  session: CDPSession,
  what: string,
  deed: (page: Page, session: CDPSession) => Promise<void>,
): Promise<Row> {
  await longestFrame(page)
  await slow(session, slowDown)
  await deed(page, session)
  const frame = await longestFrame(page)
  await slow(session, 1)
  return {
    what: `${what}: frames over ${limits.frame} ms, ${asSlow} (longest)`,
    measured: frame === 0 ? 'none' : `${Math.round(frame)} ms`,
    target: 'none',
    held: frame === 0,
  }
}

async function tapRow(page: Page, session: CDPSession): Promise<Row> {
  await slowest(page)
  await slow(session, slowDown)
  const tap = async (what: string, number: number) =>
    tapOn(session, await boxOf(page.locator(`${what} button`).nth(number)))
  for (const tool of [1, 0, 5, 6, 2]) await tap('.tools', tool)
  await tap('.stick-grid', 5)
  const worst = await slowest(page)
  await slow(session, 1)
  return {
    what: `${large}: taps on tools, back and forth, a sticker, ${asSlow} (worst)`,
    measured: `${worst} ms`,
    target: `≤ ${limits.tap} ms`,
    held: worst <= limits.tap,
  }
}

/** What a turn of a child with a thick diary costs more because of its keys: unwrapping them, opening the cards that it sees first. */
async function keysRow(room: string): Promise<Row> {
  let took = 0
  await within(room, clockFrom(Date.now()), (services) => {
    const found = services.children.list().find(({ name }) => name === child)
    if (!found) throw new Error(`No child is called ${child}`)
    services.keys.forget()
    const began = performance.now()
    const ring = services.keys.ringOf(found.id)
    const key = ring.own()
    const place = newId()
    // Eight openings, eight stars, eight shares at most.
    for (let record = 0; record < 24; record += 1) ring.open(place, ring.seal(key, place, 'x'.repeat(48)))
    took = performance.now() - began
  })
  return {
    what: 'begin of a turn: unwrapping keys and opening what is seen first, times four',
    measured: `${(took * slowDown).toFixed(1)} ms`,
    target: `≤ ${limits.keys} ms`,
    held: took * slowDown <= limits.keys,
  }
}

/** The diary at its thickest on a slow processor. The room is a thicker one afterwards. */
export async function diaryRows({ room, display }: Place): Promise<Row[]> {
  await thicken(roomOf(room), child)
  const rows: Row[] = [await keysRow(roomOf(room))]
  const launched = await launchApp({ userData: room, screens: '1366x768', display })
  try {
    const page = await windowOf(launched.app, 'pupil')
    page.setDefaultTimeout(patience)
    await page.locator('.tile').first().waitFor()
    const session = await page.context().newCDPSession(page)
    await watch(page)
    await watchFrames(page)
    await seat(page, child)
    await goTo(page, 'diary')
    await page.locator('.page-card img').first().waitFor()
    rows.push(...(await listRows(page, session)))
    const { id } = await blankPage(page)
    await goTo(page, 'diary-page', id)
    await pass(rest)
    rows.push(await frameRow(page, session, 'drawing on a blank page', drawStrokes))
    const made = await makeLargePage(page)
    rows.push(await openLarge(page, session, made))
    await pass(rest)
    rows.push(await frameRow(page, session, `drawing on a ${large}`, drawStrokes))
    rows.push(await tapRow(page, session))
    await pass(rest)
    rows.push(await frameRow(page, session, `a sticker out of the open drawer on a ${large}`, dragSticker))
    return rows
  } finally {
    await launched.end()
  }
}

/** A fresh page of today. */
const blankPage = (page: Page): Promise<{ readonly id: string }> =>
  page.evaluate(async () => {
    const { house } = window as unknown as {
      house: { call(name: string): Promise<{ readonly value: { readonly id: string } }> }
    }
    return (await house.call('diary.begin')).value
  })
