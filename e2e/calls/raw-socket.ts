import { createHash, randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** A WebSocket as an attacker would write one: any Origin, any bytes. */
export interface RawSocket {
  send(text: string): void
  onText(listener: (text: string) => void): void
  /** Resolves when the other side has closed. */
  readonly closed: Promise<void>
  close(): void
}

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Opens a socket to a ws:// or wss:// address; the number is the refusal's HTTP status. */
export async function openRawSocket(url: string, origin: string | undefined): Promise<RawSocket | number> {
  const { protocol, hostname, port } = new URL(url)
  const address = { host: hostname, port: Number(port) }
  const socket: Socket =
    protocol === 'wss:' ? connectTls({ ...address, rejectUnauthorized: false }) : connect(address)
  const key = randomBytes(16).toString('base64')
  const head = [
    'GET / HTTP/1.1',
    `Host: ${hostname}:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${key}`,
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Protocol: sip',
    ...(origin === undefined ? [] : [`Origin: ${origin}`]),
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  let buffer: Buffer = Buffer.alloc(0)
  const answer = await new Promise<string>((done, failed) => {
    socket.once('error', failed)
    socket.once('close', () => done(''))
    const read = (data: Buffer): void => {
      buffer = Buffer.concat([buffer, data])
      const end = buffer.indexOf('\r\n\r\n')
      if (end < 0) return
      socket.off('data', read)
      const text = buffer.subarray(0, end).toString('latin1')
      buffer = buffer.subarray(end + 4)
      done(text)
    }
    socket.on('data', read)
  })
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
  const accept = createHash('sha1')
    .update(key + MAGIC)
    .digest('base64')
  if (status !== 101 || !answer.includes(accept)) {
    socket.destroy()
    return status
  }
  return framed(socket, buffer)
}

function framed(socket: Socket, first: Buffer): RawSocket {
  let buffer = first
  let listener: ((text: string) => void) | undefined
  const readFrames = (): void => {
    for (;;) {
      const frame = takeFrame(buffer)
      if (!frame) return
      buffer = frame.rest
      if (frame.kind === 9) socket.write(frameOf(10, frame.body))
      else if (frame.kind === 1 || frame.kind === 2) listener?.(frame.body.toString('utf8'))
    }
  }
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data])
    readFrames()
  })
  const closed = new Promise<void>((done) => {
    socket.once('close', () => done())
    socket.on('error', () => done())
    socket.once('end', () => socket.end())
  })
  return {
    send: (text) => void socket.write(frameOf(1, Buffer.from(text))),
    onText(next) {
      listener = next
      readFrames()
    },
    closed,
    close: () => socket.destroy(),
  }
}

function takeFrame(data: Buffer): { kind: number; body: Buffer; rest: Buffer } | undefined {
  if (data.length < 2) return undefined
  const short = (data[1] ?? 0) & 0x7f
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  if (data.length < start) return undefined
  const length =
    short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short
  if (data.length < start + length) return undefined
  const kind = (data[0] ?? 0) & 0x0f
  return { kind, body: data.subarray(start, start + length), rest: data.subarray(start + length) }
}

function frameOf(kind: number, body: Buffer): Buffer {
  const mask = randomBytes(4)
  const long = body.length > 65_535
  const head = Buffer.alloc(body.length < 126 ? 2 : long ? 10 : 4)
  head[0] = 0x80 | kind
  head[1] = 0x80 | (body.length < 126 ? body.length : long ? 127 : 126)
  if (long) head.writeBigUInt64BE(BigInt(body.length), 2)
  else if (body.length >= 126) head.writeUInt16BE(body.length, 2)
  const masked = Buffer.from(body.map((byte, index) => byte ^ (mask[index % 4] ?? 0)))
  return Buffer.concat([head, mask, masked])
}
