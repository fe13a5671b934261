import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

const HOST = '127.0.0.1'

// All below the range that systems give out by themselves (Linux from 32768, others from 49152): a connection that somebody opens
// never sits on one of ours while its owner is being started again.
const ROWS = { from: 10_000, to: 20_000 }
const SINGLE = { from: 20_000, to: 32_768 }

const anyOf = ({ from, to }: { from: number; to: number }): number =>
  from + Math.floor(Math.random() * (to - from))

/** A port of loopback that nobody has now, by TCP and by UDP. Another program may take it before it is used: then try again. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = anyOf(SINGLE)
    if (await isFreePort(port)) return port
  }
}

/** Free ports, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < count) found.add(await freePort())
  return [...found]
}

/** A row of `count` UDP ports that nobody has now; the first is even, as RTP wants it. */
export async function freePortRow(count: number): Promise<[number, number]> {
  for (;;) {
    const first = 2 * Math.floor(anyOf(ROWS) / 2)
    const row = Array.from({ length: count }, (_, index) => first + index)
    const free = await Promise.all(row.map(isFreeByUdp))
    if (free.every(Boolean)) return [first, first + count - 1]
  }
}

/** Whether this port of loopback is nobody's: by TCP under each of its two names, and by UDP. */
export async function isFreePort(port: number): Promise<boolean> {
  return (await canListen(port, HOST)) && (await canListen(port, '::1')) && (await isFreeByUdp(port))
}

const canListen = (port: number, host: string): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer()
    // A machine without IPv6 has nobody there.
    server.once('error', ({ code }: NodeJS.ErrnoException) => done(code !== 'EADDRINUSE'))
    server.listen(port, host, () => server.close(() => done(true)))
  })

const isFreeByUdp = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createSocket('udp4')
    socket.once('error', () => done(false))
    socket.bind(port, HOST, () => socket.close(() => done(true)))
  })
