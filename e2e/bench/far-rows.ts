import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { openHouseApart, type HouseApart } from '../calls/apart/house.ts'
import { people } from '../calls/call-house.ts'
import { dial, figures, hangUp, leave, moves, summary, until, untilBack } from '../calls/client/call-ways.ts'
import { ratios, spreadOf, text, type Row } from './table.ts'

const GOOD_LINK_MS = 2000
/** Generous beside what was measured: 1.2 to 5.3 s. */
const BACK_MS = 10_000

export async function withApart(work: (house: HouseApart) => Promise<void>): Promise<void> {
  const house = await openHouseApart(`b${process.pid}`)
  try {
    await work(house)
  } finally {
    await house.close()
  }
}

async function talk(child: Page, mother: Page): Promise<void> {
  await dial(child, people.mother)
  await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
}

/** One call, hung up once seen; ms from the child's tap to the mother's first frame. */
async function firstFrame(child: Page, mother: Page): Promise<{ ms: number; route: string }> {
  await talk(child, mother)
  const { route } = await figures(child)
  await hangUp(child)
  await until(mother, 'over:hung-up:them')
  return { ms: (await summary(child))?.firstFrameMs ?? Number.NaN, route }
}

/** The same way without the house: offer and answer are handed over by us. */
async function bareFrame(child: Page, mother: Page): Promise<number> {
  const ms = await child.evaluate(() => window.bareCall())
  await Promise.all([child, mother].map((page) => page.evaluate(() => window.bareEnd())))
  return ms
}

const inMs = (values: readonly number[]): string => `${text(spreadOf(values), 0)} ms`

export async function firstFrameRows(house: HouseApart, rounds: number): Promise<Row[]> {
  const [child, mother] = await house.both()
  await child.exposeFunction('toOther', (words: string) =>
    mother.evaluate((told) => window.bareHear(told), words),
  )
  await mother.exposeFunction('toOther', (words: string) =>
    child.evaluate((told) => window.bareHear(told), words),
  )
  const [ours, bare]: [number[], number[]] = [[], []]
  // The first of each warms the browsers up.
  for (let round = 0; round <= rounds; round += 1) {
    const pair = [(await firstFrame(child, mother)).ms, await bareFrame(child, mother)] as const
    if (round === 0) continue
    ours.push(pair[0])
    bare.push(pair[1])
  }
  await leave(child, mother)
  const times = ratios(ours, bare)
  return [
    {
      what: 'tap to first remote frame, relay by UDP',
      measured: inMs(ours),
      target: '≤ 2,000 ms',
      held: spreadOf(ours).median <= GOOD_LINK_MS,
    },
    {
      what: 'the same ÷ a bare call between the same browsers',
      measured: `${text(spreadOf(times))} of ${inMs(bare)}`,
      target: '≤ 2',
      held: spreadOf(times).median <= 2,
    },
  ]
}

export async function relayRow(house: HouseApart, open: 'tcp' | '443', rounds: number): Promise<Row> {
  await house.network.setSchool({ open })
  const [child, mother] = await house.both()
  const met: { ms: number; route: string }[] = []
  for (let round = 0; round < rounds; round += 1) met.push(await firstFrame(child, mother))
  await leave(child, mother)
  await house.network.setSchool(house.usualLink)
  const values = met.map(({ ms }) => ms)
  return {
    what: `tap to first remote frame, ${[...new Set(met.map(({ route }) => route))].join()}`,
    measured: inMs(values),
    target: '≤ 2,000 ms',
    held: spreadOf(values).median <= GOOD_LINK_MS,
  }
}

export async function cutRow(house: HouseApart, seconds: number, rounds: number): Promise<Row> {
  const values: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [child, mother] = await house.both()
    await talk(child, mother)
    await Promise.all([moves(child), moves(mother)])
    await house.network.setSchool({ cut: true })
    await wait(seconds * 1000)
    await house.network.setSchool({ cut: false })
    values.push(Math.max(...(await untilBack([child, mother]))))
    await hangUp(child)
    await until(mother, 'over:hung-up:them')
    await leave(child, mother)
  }
  return {
    what: `picture again at both ends after a cut of ${seconds} s`,
    measured: inMs(values),
    target: '≤ 10,000 ms',
    held: spreadOf(values).median <= BACK_MS,
  }
}
