import type { CDPSession, Page } from '@playwright/test'
import { setTimeout as pass } from 'node:timers/promises'
import type { Activity } from '#core/learning/activity-rules.ts'
import { activities } from '#core/learning/activities.ts'
import { hostBinary } from '../host-binary.ts'
import { launchApp, windowOf, type Launched } from '../launch.ts'
import { patience } from '../patience.ts'
import { pupils } from '../tour/rooms.ts'
import { ask, seat, sitDown } from '../tour/visit.ts'
import { openBarePage } from './bare-page.ts'
import { answered, asked, layHand, solutionOf } from './exercise-hand.ts'
import { drag } from './hand.ts'
import { memoryOf } from './processes.ts'
import { longestFrame, watchFrames } from './frames.ts'
import { slowest, watch } from './taps.ts'
import { notHere, type Row } from './table.ts'
import type { Place } from './window-rows.ts'

/** Times that a processor of a donated PC is slower than this one. */
const slowDown = 4
const tapMs = 200
const frameMs = 50
/** Of what may be tapped in one exercise. */
const tapsEach = 8
const answersEach = 5

interface Opened {
  readonly launched: Launched
  readonly page: Page
  readonly session: CDPSession
}

async function openAt({ room, display }: Place, activity: string): Promise<Opened> {
  const launched = await launchApp({ userData: room, screens: '1366x768', display })
  try {
    const page = await windowOf(launched.app, 'pupil')
    page.setDefaultTimeout(patience)
    await page.locator('.tile').first().waitFor()
    await seat(page, pupils.main)
    await ask(page, 'sessions.move', { name: 'activity', page: activity })
    await layHand(page)
    await asked(page)
    return { launched, page, session: await page.context().newCDPSession(page) }
  } catch (error) {
    await launched.end()
    throw error
  }
}

const slow = (session: CDPSession, rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate })

/** What may be tapped in an exercise: all that is a button or takes the pointer, but what leads out of it. */
const touchable = '.activity-page main :is(button, [role=button], [role=option], .choice-card, input)'
const leadsOut = '.title-line *, .back, .exercise-tools *, .speak, [disabled], [aria-disabled=true], .quiet'

async function tapAround(page: Page): Promise<void> {
  // Where they lie before the first tap: what was chosen may be off afterwards.
  const middles = await page.locator(`${touchable}:not(${leadsOut})`).evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    }),
  )
  for (const { x, y } of middles.slice(0, tapsEach)) await page.mouse.click(x, y)
}

/** The first of these that the exercise has. */
async function boxOf(page: Page, among: readonly string[]) {
  for (const one of among) {
    const found = page.locator(`.activity-page main ${one}`).first()
    const box = (await found.count()) > 0 ? await found.boundingBox() : null
    if (box) return box
  }
  throw new Error('nothing to draw on')
}

/** Draws long strokes over the exercise, from its middle, as a hand does that drags or writes: a hundred moves each. */
async function drawOver(page: Page, session: CDPSession): Promise<void> {
  const on = await boxOf(page, ['.write-field', '[role=slider]', 'canvas', '.board-main', 'section', ''])
  const [x, y, r] = [on.x + on.width / 2, on.y + on.height / 2, Math.min(on.width, on.height) / 3]
  const spots = Array.from({ length: 101 }, (_none, step) => {
    const angle = (step / 50) * Math.PI
    return [x + r * Math.sin(angle), y - r * Math.cos(angle)] as const
  })
  for (let stroke = 0; stroke < 4; stroke += 1) await drag(session, spots)
}

/** Where a child of characters writes: the stone of the stream is opened first. */
async function begin(page: Page): Promise<void> {
  const stone = page.locator('.stone.now')
  if ((await stone.count()) === 0) return
  await stone.click()
  await page.locator('.write-field').waitFor()
  await page.locator('.steps3 button').last().click()
}

async function speedRows(place: Place, activity: Activity): Promise<Row[]> {
  const { id } = activity
  const opened = await openAt(place, id)
  const { page, session } = opened
  try {
    await watch(page)
    await watchFrames(page)
    await slowest(page)
    await slow(session, slowDown)
    await tapAround(page)
    const taps = await slowest(page)
    const answers: number[] = []
    for (let round = 0; round < answersEach; round += 1) {
      const exercise = await asked(page)
      answers.push(await answered(page, solutionOf(activity, exercise)))
    }
    const answer = Math.max(...answers)
    await asked(page)
    await begin(page)
    await longestFrame(page)
    await drawOver(page, session)
    const frame = await longestFrame(page)
    return [
      {
        what: `${id}: tap, and answer handed in, until shown, processor ${slowDown} times slower (worst)`,
        measured: `${taps === 0 ? 'under 16' : taps} ms, ${Math.round(answer)} ms`,
        target: `≤ ${tapMs} ms`,
        held: Math.max(taps, answer) <= tapMs,
      },
      {
        what: `${id}: frames over ${frameMs} ms while a pointer draws over it, as slow (longest)`,
        measured: frame === 0 ? 'none' : `${Math.round(frame)} ms`,
        target: 'none',
        held: frame === 0,
      },
    ]
  } finally {
    await opened.launched.end()
  }
}

/** Growth over many exercises, played without Playwright (see `openBarePage`). */
async function memoryRow(place: Place, activity: Activity, count: number): Promise<Row> {
  const { id } = activity
  const what = `${id}: memory growth over ${count} exercises`
  if (hostBinary().host !== 'electron')
    return notHere(what, '≤ 5 %', 'only on Electron; this is the stand-in')
  const page = await openBarePage(place)
  try {
    await sitDown(page, pupils.main)
    await ask(page, 'sessions.move', { name: 'activity', page: id })
    await layHand(page)
    // What is enjoyed for a second, or walks in, is over at once: only what it leaves behind is looked at.
    await page.evaluate(() => {
      const real = window.setTimeout.bind(window)
      window.setTimeout = ((work: () => void, ms = 0) => real(work, ms / 50)) as typeof window.setTimeout
    })
    const play = async (times: number) => {
      for (let done = 0; done < times; done += 1)
        await answered(page, solutionOf(activity, await asked(page)))
    }
    const settled = async () => {
      await page.collectGarbage()
      await pass(3000)
      return memoryOf(page.pid)
    }
    await play(60)
    const before = await settled()
    await play(count)
    const after = await settled()
    // What ends the app is a power cut to it: a turn that goes on would meet the next row.
    await ask(page, 'sessions.end')
    const growth = (after / before - 1) * 100
    return {
      what,
      measured: `${growth.toFixed(1)} %; ${Math.round(before / 2 ** 20)} to ${Math.round(after / 2 ** 20)} MB`,
      target: '≤ 5 %',
      held: growth <= 5,
    }
  } finally {
    page.end()
  }
}

export interface ActivityRows {
  /** Exercises that memory is looked at after. */
  readonly count: number
  /** Undefined takes each. */
  readonly only: readonly string[] | undefined
  /** Speed needs a machine that does nothing else; memory does not. */
  readonly isPart: (part: 'speed' | 'memory') => boolean
}

/** Each activity of the catalog on a slow processor, and after many exercises. */
export async function activityRows(
  place: Place,
  { count, only, isPart }: ActivityRows,
  take: (what: string, work: () => Promise<Row | readonly Row[]>) => Promise<void>,
): Promise<void> {
  for (const activity of activities) {
    if (only && !only.includes(activity.id)) continue
    if (isPart('speed'))
      await take(`${activity.id}: taps, answers, strokes`, () => speedRows(place, activity))
    if (isPart('memory')) await take(`${activity.id}: memory`, () => memoryRow(place, activity, count))
  }
}
