import { whyNoEngines, whyNotApart, whyNoPhone } from '../calls/needs.ts'
import { cutRow, firstFrameRows, relayRow, withApart } from './far-rows.ts'
import { deviceRow } from './device-rows.ts'
import { voiceRow } from './phone-rows.ts'
import { notHere, tableOf, type Row } from './table.ts'

const short = Boolean(process.env['BENCH_SHORT'])

/** Measures calls, and prints the table. Nothing here fails: the counts are tests, these are for reading. */
export async function takeCallsBench(): Promise<void> {
  const rows: Row[] = []
  const take = async (what: string, work: () => Promise<readonly Row[]>): Promise<void> => {
    console.log(`${what} ...`)
    try {
      rows.push(...(await work()))
    } catch (error) {
      rows.push({ what, measured: `failed: ${String(error).split('\n')[0]}`, target: '', held: false })
    }
  }
  const apart = whyNotApart()
  if (apart) rows.push(notHere('calls between a school and a parent', '', apart))
  else
    await withApart(async (house) => {
      await take('tap to first frame', () => firstFrameRows(house, short ? 3 : 7))
      for (const way of ['tcp', '443'] as const)
        await take(`relay, only ${way} open`, async () => [await relayRow(house, way, short ? 2 : 5)])
      for (const seconds of short ? [5] : [5, 30, 120])
        await take(`cut of ${seconds} s`, async () => [await cutRow(house, seconds, seconds > 30 ? 1 : 3)])
    })
  const engines = whyNoEngines()
  if (engines) rows.push(notHere('a device that falls out', '', engines))
  else await take('a device that falls out', async () => [await deviceRow(short ? 2 : 5)])
  const phone = whyNoPhone()
  if (phone) rows.push(notHere('telephone: answer to voice', '', phone))
  else await take('telephone: answer to voice', async () => [await voiceRow(short ? 3 : 7)])
  console.log(`\nChromium, Node ${process.version}${short ? ', short' : ''}\n\n${tableOf(rows)}`)
}
