import { createSocket } from 'node:dgram'
import { patience } from '../patience.ts'
import { parseSip, tagOf, writeSip, type SipMessage } from './sip-message.ts'
import { some } from './sip-user.ts'

/** A telephone company on loopback that picks up each call at once, and keeps what it was sent. */
export interface Trunk {
  readonly port: number
  readonly got: SipMessage[]
  /** The next request of this method, or one that has come and was not taken. */
  next(method: string): Promise<SipMessage>
  /** Whether it picks up at once, as it does at first, or rings until it is told to stop. */
  picksUp: boolean
  /** Sends a text to the proxy's port towards the trunk. */
  write(text: string, port: number): void
  /** The final answer to a request of this Call-ID. */
  answer(call: string): Promise<SipMessage>
  close(): Promise<void>
}

/** What it says of its sound; `keys`: the payload type of keys within the voice, null where it takes none. */
export const phoneSound = (port: number, keys: string | null = '101'): string =>
  [
    'v=0',
    'o=phone 1 1 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=audio ${port} RTP/AVP 8${keys === null ? '' : ` ${keys}`}`,
    'a=rtpmap:8 PCMA/8000',
    ...(keys === null ? [] : [`a=rtpmap:${keys} telephone-event/8000`]),
    'a=ssrc:12345 cname:phone',
    '',
  ].join('\r\n')

/** A call from outside to the school's number, as the telephone company writes it. */
export const inviteOf = ({ port }: Pick<Trunk, 'port'>, from: string, call: string): string =>
  writeSip(
    [
      'INVITE sip:+861000000000@127.0.0.1 SIP/2.0',
      `Via: SIP/2.0/UDP 127.0.0.1:${port};branch=z9hG4bK${some()}`,
      'Max-Forwards: 30',
      `From: <sip:${from}@127.0.0.1>;tag=${some()}`,
      'To: <sip:+861000000000@127.0.0.1>',
      `Call-ID: ${call}`,
      'CSeq: 1 INVITE',
      `Contact: <sip:answer@127.0.0.1:${port}>`,
    ],
    phoneSound(port + 1),
  )

/** @param wish `keys`: it takes keys within the voice; `talks`: a telephone sends silence from when it picks up */
export async function startTrunk(port: number, { keys = true, talks = false } = {}): Promise<Trunk> {
  const socket = createSocket('udp4')
  const got: SipMessage[] = []
  const fresh: SipMessage[] = []
  const answers = new Map<string, SipMessage>()
  const lookers = new Set<() => void>()
  const takers: { method: string; take: (message: SipMessage) => void }[] = []
  const tag = some()
  const ringing = new Map<string, () => void>()
  let voice: { stop(): void } | undefined
  const rejectRinging = (call: string): void => {
    ringing.get(call)?.()
    ringing.delete(call)
  }
  socket.on('message', (data, from) => {
    const message = parseSip(data.toString('utf8'))
    if (message.code) {
      if (message.code >= 200) answers.set(message.one('call-id'), message)
      for (const look of lookers) look()
      return
    }
    got.push(message)
    const taker = takers.findIndex(({ method }) => method === message.method)
    if (taker < 0) fresh.push(message)
    else takers.splice(taker, 1)[0]?.take(message)
    if (message.method === 'ACK') return
    const to = message.one('to')
    const invite = message.method === 'INVITE'
    const rings = invite && !trunk.picksUp
    if (message.method === 'CANCEL') rejectRinging(message.one('call-id'))
    const lines = [
      rings ? 'SIP/2.0 180 Ringing' : 'SIP/2.0 200 OK',
      ...message.all('via').map((via) => `Via: ${via}`),
      ...message.all('record-route').map((route) => `Record-Route: ${route}`),
      `From: ${message.one('from')}`,
      `To: ${tagOf(to) ? to : `${to};tag=${tag}`}`,
      `Call-ID: ${message.one('call-id')}`,
      `CSeq: ${message.one('cseq')}`,
      ...(invite ? [`Contact: <sip:answer@127.0.0.1:${port}>`] : []),
    ]
    const text = writeSip(
      lines,
      invite && !rings ? phoneSound(port + 1, keys ? keysIn(message.body) : null) : '',
    )
    if (talks && invite && !rings) voice ??= sendSilence(port + 1, message.body)
    if (rings)
      ringing.set(message.one('call-id'), () => {
        const over = writeSip(['SIP/2.0 487 Request Terminated', ...lines.slice(1, -1)])
        socket.send(over, from.port, from.address)
      })
    socket.send(text, from.port, from.address)
  })
  await new Promise<void>((done, failed) => {
    socket.once('error', failed)
    socket.bind(port, '127.0.0.1', () => done())
  })
  const trunk: Trunk = {
    port,
    got,
    picksUp: true,
    answer: (call) =>
      new Promise((take, failed) => {
        const late = setTimeout(() => failed(new Error(`No answer to ${call}`)), patience)
        const look = (): void => {
          const found = answers.get(call)
          if (!found) return
          clearTimeout(late)
          lookers.delete(look)
          take(found)
        }
        lookers.add(look)
        look()
      }),
    next(method) {
      const found = fresh.findIndex((one) => one.method === method)
      const [there] = found < 0 ? [] : fresh.splice(found, 1)
      if (there) return Promise.resolve(there)
      return new Promise((take, failed) => {
        const late = setTimeout(() => failed(new Error(`The trunk got no ${method}`)), patience)
        takers.push({
          method,
          take(message) {
            clearTimeout(late)
            take(message)
          },
        })
      })
    },
    write: (text, to) => socket.send(text, to, '127.0.0.1'),
    close: () => {
      voice?.stop()
      return new Promise((done) => socket.close(() => done()))
    },
  }
  return trunk
}

/** An answer names keys as the offer did. */
const keysIn = (offer: string): string | null =>
  /^a=rtpmap:(\d+) telephone-event\/8000/m.exec(offer)?.[1] ?? null

/** Silence in A-law, 20 ms a packet, to where the other end wants its sound. */
function sendSilence(from: number, wanted: string): { stop(): void } {
  const [, address = ''] = /^c=IN IP4 (\S+)/m.exec(wanted) ?? []
  const [, to = ''] = /^m=audio (\d+)/m.exec(wanted) ?? []
  const socket = createSocket('udp4')
  socket.bind(from, '127.0.0.1')
  let count = 0
  const timer = setInterval(() => {
    const packet = Buffer.alloc(12 + 160, 0xd5)
    packet.writeUInt16BE(0x80_08, 0)
    packet.writeUInt16BE(count % 2 ** 16, 2)
    packet.writeUInt32BE(count * 160, 4)
    packet.writeUInt32BE(12_345, 8)
    socket.send(packet, Number(to), address)
    count += 1
  })
  return {
    stop: () => {
      clearInterval(timer)
      socket.close()
    },
  }
}
