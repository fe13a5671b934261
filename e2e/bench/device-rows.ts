import { openCallHouse, people } from '../calls/call-house.ts'
import { dial, hangUp, until } from '../calls/client/call-ways.ts'
import { told } from '../calls/client/devices-told.ts'
import { putMixer } from '../calls/client/hands-on.ts'
import { doorOf, openCallBrowser } from '../calls/client/pages.ts'
import { spreadOf, text, type Row } from './table.ts'

/** From a camera that hangs, and a microphone that is turned off in the mixer, until the later of both ends says so. */
export async function deviceRow(rounds: number): Promise<Row> {
  const house = await openCallHouse()
  const [seat, phone] = [
    await openCallBrowser(doorOf(house), { hz: 440 }),
    await openCallBrowser(doorOf(house), { hz: 880 }),
  ]
  const values: number[] = []
  try {
    const child = await seat.open(people.child, 'role=kiosk')
    const mother = await phone.open(people.mother, 'role=parent')
    const mix = await putMixer(child)
    await dial(child, people.mother)
    await Promise.all([until(child, 'talking:video'), until(mother, 'talking:video')])
    for (let round = 0; round < rounds; round += 1) {
      const holder = seat.device('camera')
      process.kill(holder, 'SIGSTOP')
      try {
        values.push(...(await told(child, mother, 'camera', 'out')))
      } finally {
        process.kill(holder, 'SIGCONT')
      }
      await told(child, mother, 'camera', 'here')
      // Only once: whatever comes back by itself is waited for longer the next time.
      if (round > 0) continue
      await mix(false)
      values.push(...(await told(child, mother, 'microphone', 'out')))
      await mix(true)
      await told(child, mother, 'microphone', 'here')
    }
    await hangUp(child)
  } finally {
    await seat.close()
    await phone.close()
    await house.close()
  }
  const spread = spreadOf(values)
  return {
    what: 'a device falls out: until both ends say so',
    measured: `${text(spread, 0)} ms`,
    target: '≤ 2,000 ms',
    held: spread.high <= 2000,
  }
}
