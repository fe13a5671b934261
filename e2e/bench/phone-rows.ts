import { startBaresip } from '../calls/baresip.ts'
import { openCallHouse, people } from '../calls/call-house.ts'
import { dial, hangUp, until } from '../calls/client/call-ways.ts'
import { doorOf, openCallBrowser } from '../calls/client/pages.ts'
import { spreadOf, text, type Row } from './table.ts'

/** From the telephone's answer until the child hears it, through the proxy and rtpengine on loopback. */
export async function voiceRow(rounds: number): Promise<Row> {
  const house = await openCallHouse()
  const browser = await openCallBrowser(doorOf(house), { hz: 440 })
  const phone = await startBaresip(house.trunkPort, { number: people.number, hz: 880 })
  const values: number[] = []
  try {
    const child = await browser.open(people.child, 'role=kiosk')
    for (let round = 0; round <= rounds; round += 1) {
      await dial(child, people.number)
      await child.waitForFunction(() => window.voiceAfter > 0)
      if (round > 0) values.push(await child.evaluate(() => window.voiceAfter))
      await hangUp(child)
      await until(child, 'over:hung-up:us')
    }
  } finally {
    await browser.close()
    await phone.stop()
    await house.close()
  }
  return {
    what: 'telephone: answer to voice',
    measured: `${text(spreadOf(values), 0)} ms`,
    target: '≤ 1,000 ms',
    held: spreadOf(values).median <= 1000,
  }
}
