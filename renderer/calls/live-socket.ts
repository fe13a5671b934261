import { isProbeAnswer, probeText } from './sip-probe.ts'

/** A browser waits 20 s and more for a dead address. */
const CONNECT_MS = 4000
const PROBE_PATIENCE_MS = 3000

export interface LiveSocketOptions {
  readonly url: string
  readonly user: string
  readonly domain: string
  /** Monotonic ms. */
  readonly now: () => number
  /** Told of each loss; `why` is for the log. */
  readonly onLoss: (why: 'connect-timeout' | 'probe' | 'closed' | 'asked') => void
}

/**
 * JsSIP's socket around a WebSocket that knows when it is dead: it waits 4 s for a connection, asks the proxy for a sign of life
 * when told to, and sends nothing later that could not be sent now. (What a browser buffers through an outage arrives
 * when the transactions it belonged to are long over.)
 */
export interface LiveSocket {
  via_transport: string
  readonly url: string
  readonly sip_uri: string
  connect(): void
  disconnect(): void
  send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean
  isConnected(): boolean
  isConnecting(): boolean
  // Set by JsSIP.
  onconnect(): void
  ondisconnect(error: boolean, code?: number, reason?: string): void
  ondata(event: unknown): void
  /** When the proxy was last heard; monotonic ms, 0 for never. */
  heardAt(): number
  isProbing(): boolean
  /** Asks for a sign of life; without one for 3 s the socket is dropped, and JsSIP connects anew. */
  probe(): void
  /** Drops the socket now: the network has changed. */
  drop(): void
}

const silent = (): void => undefined

/** Bytes that would still wait in the browser: more than a few messages means that the link takes nothing. */
const MOST_WAITING = 65_536

export function createLiveSocket({ url, user, domain, now, onLoss }: LiveSocketOptions): LiveSocket {
  let socket: WebSocket | null = null
  let connectTimer: ReturnType<typeof setTimeout> | undefined
  let probeTimer: ReturnType<typeof setTimeout> | undefined
  let heardAt = 0
  let probes = 0

  const forget = (): void => {
    clearTimeout(connectTimer)
    clearTimeout(probeTimer)
    probeTimer = undefined
    const old = socket
    socket = null
    old?.close()
  }
  const lose = (why: Parameters<typeof onLoss>[0], code: number): void => {
    forget()
    onLoss(why)
    live.ondisconnect(true, code, why)
  }
  const hear = (data: unknown): void => {
    heardAt = now()
    clearTimeout(probeTimer)
    probeTimer = undefined
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer)
    if (!isProbeAnswer(text)) live.ondata(text)
  }

  const live: LiveSocket = {
    via_transport: url.startsWith('wss:') ? 'WSS' : 'WS',
    url,
    sip_uri: `sip:${new URL(url).host};transport=ws`,
    onconnect: silent,
    ondisconnect: silent,
    ondata: silent,
    isConnected: () => socket?.readyState === WebSocket.OPEN,
    isConnecting: () => socket?.readyState === WebSocket.CONNECTING,
    connect() {
      if (socket) return
      const opening = new WebSocket(url, 'sip')
      socket = opening
      opening.binaryType = 'arraybuffer'
      connectTimer = setTimeout(() => lose('connect-timeout', 4408), CONNECT_MS)
      // After it was dropped nothing of it is heard any more.
      const on = <K extends keyof WebSocketEventMap>(
        type: K,
        act: (event: WebSocketEventMap[K]) => void,
      ): void =>
        opening.addEventListener(type, (event) => {
          if (socket === opening) act(event)
        })
      on('open', () => {
        clearTimeout(connectTimer)
        heardAt = now()
        live.onconnect()
      })
      on('close', ({ code }) => lose('closed', code))
      on('message', ({ data }) => hear(data))
    },
    disconnect: forget,
    send(message) {
      if (!socket || !live.isConnected() || socket.bufferedAmount > MOST_WAITING) return false
      socket.send(message as string)
      return true
    },
    heardAt: () => heardAt,
    isProbing: () => probeTimer !== undefined,
    probe() {
      if (!socket || !live.isConnected() || probeTimer !== undefined) return
      probes += 1
      const mark = `${Math.random().toString(36).slice(2)}${probes}`
      socket.send(probeText(user, domain, mark))
      probeTimer = setTimeout(() => lose('probe', 4409), PROBE_PATIENCE_MS)
    },
    drop() {
      if (socket) lose('asked', 4410)
    },
  }
  return live
}
