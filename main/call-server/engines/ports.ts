import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

const HOST = '127.0.0.1'

/** A port of loopback that nobody has now, by TCP and by UDP. Another program may take it before it is used: then try again. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await freeTcpPort()
    if (await isFreeByUdp(port)) return port
  }
}

/** Free ports, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>()
  while (found.size < count) found.add(await freePort())
  return [...found]
}

/** A row of `count` UDP ports below the range that the system gives out by itself, so that nobody gets one by chance. */
export async function freePortRow(count: number): Promise<[number, number]> {
  for (;;) {
    const first = 10_000 + 2 * Math.floor(Math.random() * 10_000)
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

const freeTcpPort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, HOST, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => found(port))
    })
  })

const isFreeByUdp = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createSocket('udp4')
    socket.once('error', () => done(false))
    socket.bind(port, HOST, () => socket.close(() => done(true)))
  })
