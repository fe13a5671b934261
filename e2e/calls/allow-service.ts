import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A peer of Kamailio in place of the call server: says yes to listed pairs, and keeps what it was asked. */
export interface AllowService {
  readonly url: string
  readonly allowed: Set<string>
  /** Number to the child that it rings. */
  readonly incoming: Map<string, string>
  /** `from>to` of every question, in order. */
  readonly asked: string[]
  /** `from>to why` of every missed call. */
  readonly missed: string[]
  stop(): Promise<void>
  /** Listens again on the same port. */
  start(): Promise<void>
}

export async function startAllowService(): Promise<AllowService> {
  const allowed = new Set<string>()
  const incoming = new Map<string, string>()
  const asked: string[] = []
  const missed: string[] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback')
    const pair = `${searchParams.get('from')}>${searchParams.get('to')}`
    if (pathname === '/engine/incoming') {
      const child = incoming.get(searchParams.get('from') ?? '')
      response.statusCode = child ? 200 : 403
      response.end(child)
      return
    }
    if (pathname === '/engine/missed') missed.push(`${pair} ${searchParams.get('why')}`)
    else asked.push(pair)
    response.statusCode = pathname === '/engine/missed' || allowed.has(pair) ? 200 : 403
    response.end()
  })
  const listen = (port: number): Promise<void> =>
    new Promise((done) => server.listen(port, '127.0.0.1', () => done()))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    allowed,
    incoming,
    asked,
    missed,
    start: () => listen(port),
    stop: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
