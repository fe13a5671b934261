import { connect } from 'node:net'
import type { ServerReading } from './readings.ts'

/** A line that needs longer than this carries no call. Milliseconds. */
const LONGEST = 4000

/** How long the call server takes to answer the door; nothing is said to it. */
export function reachServer(origin: string | null): Promise<ServerReading> {
  if (origin === null || !URL.canParse(origin)) return Promise.resolve({ is: 'none' })
  const { hostname, port, protocol } = new URL(origin)
  const number = Number(port) || (protocol === 'http:' ? 80 : 443)
  return new Promise((resolve) => {
    const begun = performance.now()
    const line = connect({ host: hostname.replaceAll(/[[\]]/g, ''), port: number })
    const end = (reading: ServerReading): void => {
      line.destroy()
      resolve(reading)
    }
    line.setTimeout(LONGEST, () => end({ is: 'away' }))
    line.once('connect', () => end({ is: 'reached', ms: performance.now() - begun }))
    line.once('error', () => end({ is: 'away' }))
    // Names are asked for before the line's own limit begins.
    setTimeout(() => end({ is: 'away' }), LONGEST).unref()
  })
}
