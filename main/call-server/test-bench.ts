import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ParentHome, Publication } from '#contract/wire.ts'
import { signedText } from '#contract/wire-signing.ts'
import type { Log } from '#core/kernel/log.ts'
import { operate } from './operator.ts'
import type { ServerClockParts } from './server-clock.ts'
import { startCallServer, type CallServer } from './server.ts'
import { parseSettings, type CallServerSettings } from './settings.ts'

export { aChild, aContact, childNamed, contactNamed } from './test-people.ts'

/** Answer of a request: status, JSON if it is some, headers. */
export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look at whatever came
  readonly json: any
}

export interface Bench {
  readonly folder: string
  readonly settings: CallServerSettings
  readonly clock: {
    wall(): number
    monotonic(): number
    pass(ms: number): void
    setWall(at: number): void
    /** Whether the network keeps the server's clock right; it does unless this says otherwise. */
    setRight(is: boolean): void
  }
  readonly log: string[]
  server(): CallServer
  restart(): Promise<void>
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Told>
  /** A question of Kamailio; the status and the plain body. */
  engine(path: string): Promise<{ status: number; text: string }>
  room(): Promise<RoomBench>
  end(): Promise<void>
}

/** Starts a call server on free ports, with a folder and a clock of its own. */
export async function startBench(wish: Record<string, unknown> = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'calls-'))
  const parsed = parseSettings(
    {
      state: 'state',
      public: { url: 'http://localhost:1', host: '127.0.0.1', port: 0, tls: null },
      engine: { port: 0 },
      sip: { proxy: 'ws://127.0.0.1:9', rpc: 'http://127.0.0.1:9/RPC' },
      relay: { urls: ['turn:127.0.0.1:3478'] },
      secrets: { credentials: 'secrets/credentials', messages: 'secrets/messages' },
      page: null,
      ...wish,
    },
    folder,
  )
  if (!parsed.ok) throw new Error(parsed.error)
  const settings = parsed.value
  // The operator's commands take the machine's time, so the bench begins there.
  let [wall, monotonic] = [Date.now(), 1000]
  const clock: Bench['clock'] = {
    wall: () => wall,
    monotonic: () => monotonic,
    pass(ms) {
      wall += ms
      monotonic += ms
    },
    setWall(at) {
      wall = at
    },
    setRight(is) {
      networkTime = is
    },
  }
  let networkTime = true
  const times: ServerClockParts = {
    builtAt: wall - 30 * 86_400_000,
    source: { wall: () => wall, skipsSleep: () => monotonic, countsSleep: () => monotonic },
    setRightAt: () => (networkTime ? wall : undefined),
  }
  const lines: string[] = []
  const write = (message: string, facts: unknown): void =>
    void lines.push(`${message} ${JSON.stringify(facts)}`)
  const log: Log = { info: write, warn: write, error: write }
  const start = async (): Promise<CallServer> => {
    const started = await startCallServer({ settings, clock: times, log })
    if (!started.ok) throw new Error(started.error)
    return started.value
  }
  let server = await start()
  const bench: Bench = {
    folder,
    settings,
    clock,
    log: lines,
    server: () => server,
    async restart() {
      await server.stop()
      server = await start()
    },
    async ask(method, path, body, headers = {}) {
      const bytes = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
      const answer = await fetch(`http://127.0.0.1:${server.publicPort}${path}`, {
        method,
        headers: { ...(bytes && { 'content-type': 'application/octet-stream' }), ...headers },
        ...(bytes && { body: new Uint8Array(bytes) }),
      })
      const got = Buffer.from(await answer.arrayBuffer())
      const isJson = answer.headers.get('content-type')?.includes('json') === true
      return {
        status: answer.status,
        headers: answer.headers,
        bytes: got,
        json: isJson && got.length > 0 ? JSON.parse(got.toString()) : undefined,
      }
    },
    async engine(path) {
      const answer = await fetch(`http://127.0.0.1:${server.enginePort}${path}`)
      return { status: answer.status, text: await answer.text() }
    },
    room: () => addRoom(bench),
    async end() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return bench
}

const rawKey = (key: KeyObject): string => String(key.export({ format: 'jwk' }).x)

export interface Keys {
  readonly publicKey: string
  readonly sign: (text: string) => string
}

export function newKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: rawKey(publicKey),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}

export type SeatAsk = (
  method: string,
  path: string,
  body?: unknown,
  twist?: Partial<{
    time: number
    nonce: string
    keys: Keys
    headers: Record<string, string>
    signedPath: string
  }>,
) => Promise<Told>

export interface RoomBench {
  readonly id: string
  readonly roomKeys: Keys
  readonly seatKeys: Keys
  readonly seat: string
  readonly ask: SeatAsk
  /** A code for one more seat. */
  code(): string
  enrol(wish?: Partial<Record<'code' | 'room', string>> & { seatKeys?: Keys; roomKeys?: Keys }): Promise<Told>
  publish(publication: Partial<Publication>, keys?: Keys): Promise<Told>
}

async function addRoom(bench: Bench): Promise<RoomBench> {
  const line = operate(bench.settings, { does: 'add-room', of: 'Room' })
  if (!line.ok) throw new Error(line.error)
  const provision = new URLSearchParams(new URL(line.value).hash.slice(1))
  const id = String(provision.get('room'))
  const [roomKeys, seatKeys] = [newKeys(), newKeys()]
  const enrol: RoomBench['enrol'] = (wish = {}) => {
    const code = wish.code ?? room.code()
    const [ours, theirs] = [wish.roomKeys ?? roomKeys, wish.seatKeys ?? newKeys()]
    return bench.ask('POST', '/api/seats', {
      room: wish.room ?? id,
      code,
      name: 'Seat',
      seatKey: theirs.publicKey,
      roomKey: ours.publicKey,
      proof: ours.sign(signedText.enrolment(wish.room ?? id, code, theirs.publicKey)),
    })
  }
  let version = 0
  const room = {
    id,
    roomKeys,
    seatKeys,
    code() {
      const more = operate(bench.settings, { does: 'add-seat', of: id })
      return more.ok ? String(/code=(\S+)/.exec(more.value)?.[1]) : ''
    },
    enrol,
    publish: (publication: Partial<Publication>, keys = roomKeys) => {
      version = publication.version ?? version + 1
      const text = JSON.stringify({
        room: id,
        school: '乐乐小学',
        children: [],
        contacts: [],
        ...publication,
        version,
      })
      return ask('PUT', '/api/seat/publication', {
        text,
        signature: keys.sign(signedText.publication(text)),
      })
    },
  }
  const enrolled = await enrol({ code: String(provision.get('code')), seatKeys })
  const seat = String(enrolled.json?.seat)
  const ask = seatAsk(bench, seat, seatKeys)
  return { ...room, seat, ask }
}

/** Signs requests as a seat does; `twist` spoils them. */
export function seatAsk(bench: Bench, seat: string, seatKeys: Keys): SeatAsk {
  return (method, path, body, twist = {}) => {
    const bytes =
      body === undefined ? Buffer.alloc(0) : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
    const signed = signedHeaders(bench, seat, seatKeys, { method, path, bytes, twist })
    return bench.ask(method, path, bytes.length > 0 ? bytes : undefined, signed)
  }
}

/** Opens the line on which a seat hears. */
export function seatListen(bench: Bench, seat: string, seatKeys: Keys): Promise<Listening> {
  const path = '/api/seat/events'
  const asked = { method: 'GET', path, bytes: Buffer.alloc(0), twist: {} }
  return listenTo(bench, path, signedHeaders(bench, seat, seatKeys, asked))
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly bytes: Buffer
  readonly twist: NonNullable<Parameters<SeatAsk>[3]>
}

function signedHeaders(
  bench: Bench,
  seat: string,
  seatKeys: Keys,
  { method, path, bytes, twist }: Asked,
): Record<string, string> {
  const time = String(twist.time ?? bench.clock.wall()).padStart(13, '0')
  const nonce = twist.nonce ?? randomBytes(16).toString('base64url')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const text = signedText.request(seat, method, twist.signedPath ?? path, time, nonce, hash)
  return {
    'x-seat': seat,
    'x-time': time,
    'x-nonce': nonce,
    'x-signature': (twist.keys ?? seatKeys).sign(text),
    ...twist.headers,
  }
}

/** A line that was opened; `told` is all that came on it, once it is at its end. */
export interface Listening {
  readonly told: Promise<string>
}

async function listenTo(bench: Bench, path: string, headers: Record<string, string>): Promise<Listening> {
  const answer = await fetch(`http://127.0.0.1:${bench.server().publicPort}${path}`, { headers })
  if (!answer.body) throw new Error('no stream')
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  const first = await reader.read()
  const rest = async (heard: string): Promise<string> => {
    const { done, value } = await reader.read()
    return done ? heard : rest(heard + value)
  }
  return { told: rest(first.value ?? '') }
}

export interface DeviceBench {
  readonly home: ParentHome
  signIn(): Promise<Told>
  /** Signs a challenge with the device's key. */
  sign(challenge: string): string
  /** Asks with the session of the last signing in. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Told>
  /** Opens the stream of events, and says once it is open what will have come through it when it ends. */
  listen(): Promise<Listening>
}

const ecKeys = (): { jwk: object; sign(text: string): string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    jwk: publicKey.export({ format: 'jwk' }),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  }
}

export const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1)

export const redeem = (
  bench: Bench,
  token: string,
  keys = ecKeys(),
  headers: Record<string, string> = {},
): Promise<Told> =>
  bench.ask('POST', '/api/invitations/redeem', { token, key: keys.jwk, name: 'Android 手机' }, headers)

/** Invites a contact, redeems the invitation and signs in. */
export async function pair(bench: Bench, room: RoomBench, contact: string): Promise<DeviceBench> {
  const { json: invitation } = await room.ask('POST', '/api/seat/invitations', { contact })
  const keys = ecKeys()
  const { json: home } = await redeem(bench, tokenOf(String(invitation.link)), keys)
  const path = `/api/devices/${String(home.device)}`
  let token = ''
  const device: DeviceBench = {
    home,
    sign: (challenge) => keys.sign(signedText.session(String(home.device), challenge)),
    async signIn() {
      const asked = await bench.ask('POST', `${path}/challenge`)
      if (asked.status !== 200) return asked
      const challenge = String(asked.json.challenge)
      const opened = await bench.ask('POST', `${path}/session`, {
        challenge,
        signature: device.sign(challenge),
      })
      token = String(opened.json?.token)
      return opened
    },
    ask: (method, at, body, headers) =>
      bench.ask(method, at, body, { authorization: `Bearer ${token}`, ...headers }),
    listen: () => listenTo(bench, '/api/parent/events', { authorization: `Bearer ${token}` }),
  }
  await device.signIn()
  return device
}
