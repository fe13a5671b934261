import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostBinary } from '../host-binary.ts'
import { launchApp, windowOf } from '../launch.ts'
import { scriptBytes } from '../script-bytes.ts'
import { makeTemplate, roomIn } from '../tour/rooms.ts'
import { startScreen } from '../virtual-screen.ts'
import { activityRows } from './activity-rows.ts'
import { diaryRows } from './diary-rows.ts'
import { logRows } from './log-rows.ts'
import { notHere, tableOf, type Row } from './table.ts'
import { startPhases } from './start-rows.ts'
import { tapRows } from './tap-rows.ts'
import { writingRow } from './writing-row.ts'
import { bridgeRow, growthRow, idleRows, startRows, type Place } from './window-rows.ts'

const short = Boolean(process.env['BENCH_SHORT'])
const onlyElectron = 'only on Electron; this is the stand-in'

async function bytesRow({ room, display }: Place): Promise<Row> {
  const launched = await launchApp({ userData: room, screens: '1366x768', display })
  try {
    const page = await windowOf(launched.app, 'pupil')
    await page.locator('.tile').first().waitFor()
    const { bytes, files } = await scriptBytes(page)
    return {
      what: 'script until the faces show, gzip',
      measured: `${(bytes / 1000).toFixed(1)} kB in ${files.length} files`,
      target: '≤ 200 kB',
      held: bytes <= 200_000,
    }
  } finally {
    await launched.end()
  }
}

type Take = (what: string, work: () => Promise<Row | readonly Row[]>) => Promise<void>

/** Takes one row after the other; one that fails is a row too. */
const taking =
  (rows: Row[]): Take =>
  async (what, work) => {
    console.log(`${what} ...`)
    try {
      const taken = [await work()].flat()
      rows.push(...taken)
      // Said at once too: the whole table takes an hour.
      for (const { measured } of taken) console.log(`  ${measured ?? ''}`)
    } catch (error) {
      rows.push({ what, measured: `failed: ${String(error).split('\n')[0]}`, target: '', held: false })
    }
  }

type Wanted = (part: string) => boolean

async function windowRows(place: Place, wanted: Wanted): Promise<Row[]> {
  const real = hostBinary().host === 'electron'
  const rows: Row[] = []
  const take = taking(rows)
  if (wanted('start') && real) await take('start and memory', () => startRows(place, short ? 3 : 9))
  else if (wanted('start'))
    rows.push(
      notHere('start to the faces ÷ a blank window', '≤ 1.5', onlyElectron),
      notHere('memory (PSS of all processes) ÷ a blank window', '≤ 1.5', onlyElectron),
    )
  if (wanted('growth')) await take('memory growth', () => growthRow(place, short ? 120 : 1000))
  if (wanted('taps')) await take('taps', () => tapRows(place))
  if (wanted('writing')) await take('writing', () => writingRow(place))
  if (wanted('bridge') && real) await take('bridge', () => bridgeRow(place, short ? 5 : 15))
  else if (wanted('bridge'))
    rows.push(notHere('bridge round trip ÷ an empty invoke (p99)', '≤ 2', onlyElectron))
  if (wanted('script')) await take('script', () => bytesRow(place))
  if (wanted('idle')) await take('idle', () => idleRows(place, short ? 10 : 20))
  return rows
}

/**
 * Measures, and prints the table. Nothing here fails: the counts are tests, these are for reading. `--only=start,log,windows,activities,diary`;
 * `--activity=sums,pairs` takes some activities of the catalog instead of each; `--part=speed,memory` what is measured of them, as
 * `--part=start,growth,taps,writing,bridge,script,idle` does of the windows.
 */
export async function takeBench(args: readonly string[]): Promise<void> {
  const chosen = (name: string) =>
    args
      .find((one) => one.startsWith(`--${name}=`))
      ?.split('=')[1]
      ?.split(',')
  const only = chosen('only')
  const parts = chosen('part')
  const wanted: Wanted = (what) => only?.includes(what) ?? true
  const isPart: Wanted = (part) => parts?.includes(part) ?? true
  const rows: Row[] = []
  if (wanted('start') || wanted('windows') || wanted('activities') || wanted('diary')) {
    const folder = mkdtempSync(join(tmpdir(), 'happy-home-bench-'))
    const screen =
      process.platform === 'linux' && hostBinary().host === 'electron'
        ? await startScreen('1366x768')
        : undefined
    try {
      console.log('Making the room ...')
      const template = join(folder, 'template')
      await makeTemplate(template)
      const room = join(folder, 'room')
      await roomIn(room, template, 'zh-CN')
      const display = screen?.display ?? process.env['DISPLAY'] ?? ''
      const place = { room, blank: join(folder, 'blank'), display }
      if (wanted('start')) {
        const what = 'start, phase by phase'
        if (hostBinary().host === 'electron')
          await taking(rows)(what, () => startPhases(place, short ? 3 : 9))
        else rows.push(notHere(what, '≤ 1.5', onlyElectron))
      }
      if (wanted('windows')) rows.push(...(await windowRows(place, isPart)))
      if (wanted('activities'))
        await activityRows(
          place,
          { count: short ? 100 : 1000, only: chosen('activity'), isPart },
          taking(rows),
        )
      // Last: the room is a thicker one afterwards.
      if (wanted('diary')) await taking(rows)('diary', () => diaryRows(place))
    } finally {
      await screen?.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  }
  if (wanted('log'))
    rows.push(...logRows(short ? { events: 500_000, rounds: 7 } : { events: 5_000_000, rounds: 15 }))
  console.log(`\n${hostBinary().host}, Node ${process.version}${short ? ', short' : ''}\n\n${tableOf(rows)}`)
}
