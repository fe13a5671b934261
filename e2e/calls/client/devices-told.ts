import type { Page } from 'playwright'
import { patience } from '../../patience.ts'
import { log } from './call-ways.ts'

export type Device = 'camera' | 'microphone'

/** Waits until this end says something of its own device, and the other end of theirs; ms that each took. */
export async function told(own: Page, other: Page, device: Device, is: 'here' | 'out'): Promise<number[]> {
  const since = performance.now()
  const after = async (page: Page, said: Promise<unknown>): Promise<number> => {
    await said.catch(async (error: unknown) => {
      throw new Error(`${device} not ${is}: ${JSON.stringify(await log(page))}`, { cause: error })
    })
    return performance.now() - since
  }
  const options = { timeout: patience, polling: 20 }
  return Promise.all([
    after(
      own,
      own.waitForFunction(
        ([kind, out]) => (window.client.current.now()?.own.now()[kind] !== null) === out,
        [device, is === 'out'] as const,
        options,
      ),
    ),
    after(
      other,
      other.waitForFunction(
        ([kind, word]) => window.client.current.now()?.theirDevices.now()[kind] === word,
        [device, is] as const,
        options,
      ),
    ),
  ])
}
