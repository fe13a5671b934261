import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { launchApp, windowOf, type Launched } from '../launch.ts'
import { pupils } from '../tour/rooms.ts'
import { at, seat } from '../tour/visit.ts'
import { cpuOf, memoryOf } from './processes.ts'
import { p99, ratios, spreadOf, text, type Row } from './table.ts'

export interface Place {
  /** A data folder with a room of 154 children in it. */
  readonly room: string
  /** A data folder for the blank window. */
  readonly blank: string
  readonly display: string
}

const blankApp = join(import.meta.dirname, 'blank')
const screens = '1366x768'

const startOurs = ({ room, display }: Place) => launchApp({ userData: room, screens, display, free: true })
const startBlank = ({ blank, display }: Place) =>
  launchApp({ appPath: blankApp, userData: blank, screens, display, free: true })

/** Something is on the screen: two frames after it is there. */
const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

async function usable({ app }: Launched): Promise<Page> {
  const page = await windowOf(app, 'pupil')
  await page.locator('.tile').first().waitFor()
  await painted(page)
  return page
}

async function shown({ app }: Launched): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  await painted(page)
  return page
}

/** What is counted after a start has come to rest. */
const rest = 3000

const mb = (values: readonly number[]) => Math.round(spreadOf(values).median / 2 ** 20)

/** Start and memory against a window with nothing in it, turn by turn. */
export async function startRows(place: Place, runs: number): Promise<Row[]> {
  const times: { ours: number[]; blank: number[] } = { ours: [], blank: [] }
  const memory: { ours: number[]; blank: number[] } = { ours: [], blank: [] }
  for (let run = -1; run < runs; run += 1)
    for (const who of ['blank', 'ours'] as const) {
      const began = performance.now()
      const launched = await (who === 'ours' ? startOurs(place) : startBlank(place))
      await (who === 'ours' ? usable(launched) : shown(launched))
      const took = performance.now() - began
      await pass(rest)
      if (run >= 0) {
        times[who].push(took)
        memory[who].push(memoryOf(launched.pid))
      }
      await launched.end()
    }
  const start = spreadOf(ratios(times.ours, times.blank))
  const pss = spreadOf(ratios(memory.ours, memory.blank))
  return [
    {
      what: 'start to the faces ÷ a blank window',
      measured: `${text(start)}; ${Math.round(spreadOf(times.ours).median)} ms ÷ ${Math.round(spreadOf(times.blank).median)} ms`,
      target: '≤ 1.5',
      held: start.median <= 1.5,
    },
    {
      what: 'memory (PSS of all processes) ÷ a blank window',
      measured: `${text(pss)}; ${mb(memory.ours)} MB ÷ ${mb(memory.blank)} MB`,
      target: '≤ 1.5',
      held: pss.median <= 1.5,
    },
  ]
}

const stations = ['home', 'learn', 'diary', 'me', 'family', 'activity'] as const

/** Memory after so many screens, against what it was after the first sixty. */
export async function growthRow(place: Place, count: number): Promise<Row> {
  const launched = await startOurs(place)
  try {
    const page = await usable(launched)
    await seat(page, pupils.main)
    const walk = async (steps: number) => {
      for (let step = 0; step < steps; step += 1) {
        const name = stations[step % stations.length] ?? 'home'
        await page.evaluate(
          (to) => (window as unknown as Caller).house.call('sessions.move', to),
          name === 'activity' ? { name, page: 'sums' } : { name },
        )
        await at(page, name)
      }
    }
    const settledMemory = async () => {
      const session = await page.context().newCDPSession(page)
      await session.send('HeapProfiler.collectGarbage')
      await session.detach()
      await pass(rest)
      return memoryOf(launched.pid)
    }
    await walk(60)
    const before = await settledMemory()
    await walk(count)
    const after = await settledMemory()
    const growth = (after / before - 1) * 100
    return {
      what: `memory growth over ${count} screens`,
      measured: `${growth.toFixed(1)} %; ${Math.round(before / 2 ** 20)} to ${Math.round(after / 2 ** 20)} MB`,
      target: '≤ 5 %',
      held: growth <= 5,
    }
  } finally {
    await launched.end()
  }
}

interface Caller {
  readonly house: { call(method: string, input?: unknown): Promise<unknown> }
  readonly empty: () => Promise<unknown>
}

const calls = 300

/** A call through the contract against an invoke of nothing, batch by batch. */
export async function bridgeRow(place: Place, batches: number): Promise<Row> {
  const [ours, blank] = [await startOurs(place), await startBlank(place)]
  try {
    const [page, empty] = [await usable(ours), await shown(blank)]
    const through = (count: number) =>
      page.evaluate(async (times) => {
        const { house } = window as unknown as Caller
        const took: number[] = []
        for (let call = 0; call < times; call += 1) {
          const began = performance.now()
          await house.call('sessions.now')
          took.push(performance.now() - began)
        }
        return took
      }, count)
    const past = (count: number) =>
      empty.evaluate(async (times) => {
        const invoke = (window as unknown as Caller).empty
        const took: number[] = []
        for (let call = 0; call < times; call += 1) {
          const began = performance.now()
          await invoke()
          took.push(performance.now() - began)
        }
        return took
      }, count)
    await through(calls)
    await past(calls)
    const measured: { ours: number[]; empty: number[] } = { ours: [], empty: [] }
    for (let batch = 0; batch < batches; batch += 1) {
      measured.empty.push(p99(await past(calls)))
      measured.ours.push(p99(await through(calls)))
    }
    const spread = spreadOf(ratios(measured.ours, measured.empty))
    return {
      what: 'bridge round trip ÷ an empty invoke (p99)',
      measured: `${text(spread)}; ${spreadOf(measured.ours).median.toFixed(2)} ms ÷ ${spreadOf(measured.empty).median.toFixed(2)} ms`,
      target: '≤ 2',
      held: spread.median <= 2,
    }
  } finally {
    await ours.end()
    await blank.end()
  }
}

/** Processor time of all processes on two still screens. */
export async function idleRows(place: Place, seconds: number): Promise<Row[]> {
  const launched = await startOurs(place)
  try {
    const page = await usable(launched)
    const share = async () => {
      await pass(rest)
      const before = cpuOf(launched.pid)
      await pass(seconds * 1000)
      return ((cpuOf(launched.pid) - before) / seconds) * 100
    }
    const row = (what: string, value: number): Row => ({
      what: `idle processor time, ${what}, ${seconds} s`,
      measured: `${value.toFixed(2)} %`,
      target: '< 1 %',
      held: value < 1,
    })
    const faces = await share()
    await seat(page, pupils.main)
    return [row('faces', faces), row('home', await share())]
  } finally {
    await launched.end()
  }
}
