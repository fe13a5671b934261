import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { openRawSocket, type RawSocket } from './raw-socket.ts'
import { branchOf, parseSip, tagOf, uriOf, writeSip, type SipMessage } from './sip-message.ts'

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
export const some = (): string => randomBytes(6).toString('hex')

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** What the call server gives out; `life` in seconds may be negative. */
export function credentialsOf(secret: string, user: string, life = 600): Credentials {
  const username = `${Math.floor(Date.now() / 1000) + life}:${user}`
  return { username, password: createHmac('sha1', secret).update(username).digest('base64') }
}

/** A request; what is left out is what an honest client would write. */
export interface Wish {
  method?: string
  uri?: string
  from?: string
  fromTag?: string
  to?: string
  toTag?: string
  call?: string
  sequence?: number
  branch?: string
  headers?: readonly string[]
  body?: string
  /** Told the head of the request, once the other side rings. */
  onRinging?: (head: readonly string[]) => void
  /** Whether a challenge is answered; usually yes. */
  answer?: boolean
}

/** A call as one side sees it: all that the next request of it needs. */
export interface Leg {
  readonly call: string
  readonly fromTag: string
  readonly toTag: string
  readonly to: string
  readonly target: string
  /** Route headers in the order of this side. */
  readonly routes: readonly string[]
}

export interface SipUser {
  readonly user: string
  /** Its address of the present registration. */
  readonly gruu: () => string
  /** The final answer; code 0 when none came in `PATIENCE`. */
  request(wish: Wish): Promise<SipMessage>
  /** Sends without waiting. */
  write(text: string): void
  /** The next request of this method that arrives, or that has arrived and was not taken. */
  next(method: string): Promise<SipMessage>
  /** Requests that arrived and that nobody took. */
  readonly untaken: SipMessage[]
  reply(to: SipMessage, code: number, reason: string, body?: string): void
  register(wish?: Wish): Promise<SipMessage>
  readonly socket: RawSocket
  close(): void
}

const PATIENCE = 10_000
const NOTHING = parseSip('SIP/2.0 000 Nothing\r\n\r\n')

export interface Door {
  readonly url: string
  readonly origin: string
  readonly domain: string
}

// A CANCEL has the branch of what it takes back.
const keyOf = (via: string, sequence: string): string => `${branchOf(via)} ${sequence.split(' ')[1]}`

/** Opens a socket for a user; the credentials may be another's. */
export async function openSipUser(door: Door, user: string, credentials: Credentials): Promise<SipUser> {
  const socket = await openRawSocket(door.url, door.origin)
  if (typeof socket === 'number') throw new Error(`No socket for ${user}: HTTP ${socket}`)
  const { domain } = door
  const instance = randomUUID()
  const tag = some()
  const waiting = new Map<string, (reply: SipMessage) => void>()
  const ringing = new Map<string, () => void>()
  const untaken: SipMessage[] = []
  const takers: { method: string; take: (request: SipMessage) => void }[] = []
  let gruu = ''

  socket.onText((text) => {
    const message = parseSip(text)
    const key = keyOf(message.one('via'), message.one('cseq'))
    if (message.code > 100 && message.code < 200) ringing.get(key)?.()
    if (message.code >= 200) waiting.get(key)?.(message)
    if (message.code || !message.method) return
    const taker = takers.findIndex(({ method }) => method === message.method)
    if (taker < 0) untaken.push(message)
    else takers.splice(taker, 1)[0]?.take(message)
  })

  const authorization = (challenge: SipMessage, method: string, uri: string): string => {
    const nonce = /nonce="([^"]+)"/.exec(challenge.one('www-authenticate'))?.[1] ?? ''
    const client = some()
    const secret = md5(`${credentials.username}:${domain}:${credentials.password}`)
    const response = md5(`${secret}:${nonce}:00000001:${client}:auth:${md5(`${method}:${uri}`)}`)
    return `Authorization: Digest username="${credentials.username}", realm="${domain}", nonce="${nonce}", uri="${uri}", response="${response}", qop=auth, nc=00000001, cnonce="${client}", algorithm=MD5`
  }

  const request = async (wish: Wish, proof?: string): Promise<SipMessage> => {
    const method = wish.method ?? 'INVITE'
    const to = wish.to ?? user
    const uri = wish.uri ?? `sip:${to}@${domain}`
    const branch = wish.branch ?? `z9hG4bK${some()}`
    const call = wish.call ?? some()
    const sequence = wish.sequence ?? 1
    const fromTag = wish.fromTag ?? some()
    const needsContact = ['INVITE', 'UPDATE'].includes(method)
    const lines = [
      `${method} ${uri} SIP/2.0`,
      `Via: SIP/2.0/WS ${user}.invalid;branch=${branch}`,
      'Max-Forwards: 30',
      `From: <sip:${wish.from ?? user}@${domain}>;tag=${fromTag}`,
      `To: <sip:${to}@${domain}>${wish.toTag ? `;tag=${wish.toTag}` : ''}`,
      `Call-ID: ${call}`,
      `CSeq: ${sequence} ${method}`,
      ...(wish.headers ?? (needsContact ? [`Contact: <${gruu}>`] : [])),
      ...(proof ? [proof] : []),
    ]
    const answered = new Promise<SipMessage>((done) => {
      const patience = setTimeout(done, PATIENCE, NOTHING)
      const key = `${branch} ${method}`
      ringing.set(key, () => wish.onRinging?.(lines))
      waiting.set(key, (reply) => {
        clearTimeout(patience)
        waiting.delete(key)
        ringing.delete(key)
        done(reply)
      })
    })
    socket.send(writeSip(lines, wish.body))
    const reply = await answered
    if (method === 'INVITE' && reply.code >= 300) {
      const ack = [`ACK ${uri} SIP/2.0`, ...lines.slice(1, 4), `To: ${reply.one('to')}`, lines[5] ?? '']
      socket.send(writeSip([...ack, `CSeq: ${sequence} ACK`]))
    }
    if (reply.code !== 401 || proof || wish.answer === false) return reply
    const again = { ...wish, call, fromTag, sequence: sequence + 1, branch: `z9hG4bK${some()}` }
    return request(again, authorization(reply, method, uri))
  }

  return {
    user,
    gruu: () => gruu,
    request: (wish) => request(wish),
    write: (text) => socket.send(text),
    next(method) {
      const found = untaken.findIndex((one) => one.method === method)
      const [there] = found < 0 ? [] : untaken.splice(found, 1)
      if (there) return Promise.resolve(there)
      return new Promise((take, failed) => {
        const patience = setTimeout(() => failed(new Error(`${user} got no ${method}`)), PATIENCE)
        takers.push({
          method,
          take(message) {
            clearTimeout(patience)
            take(message)
          },
        })
      })
    },
    untaken,
    reply(to, code, reason, body) {
      const toHeader = to.one('to')
      socket.send(
        writeSip(
          [
            `SIP/2.0 ${code} ${reason}`,
            ...to.all('via').map((via) => `Via: ${via}`),
            ...to.all('record-route').map((route) => `Record-Route: ${route}`),
            `From: ${to.one('from')}`,
            `To: ${tagOf(toHeader) ? toHeader : `${toHeader};tag=${tag}`}`,
            `Call-ID: ${to.one('call-id')}`,
            `CSeq: ${to.one('cseq')}`,
            ...(to.method === 'INVITE' ? [`Contact: <${gruu}>`] : []),
          ],
          body,
        ),
      )
    },
    async register(wish) {
      const contact = `<sip:${some()}@${some()}.invalid;transport=ws>;reg-id=1;+sip.instance="<urn:uuid:${instance}>";expires=120`
      const reply = await request({
        method: 'REGISTER',
        uri: `sip:${domain}`,
        headers: [`Contact: ${contact}`, 'Supported: gruu,outbound'],
        ...wish,
      })
      gruu = /pub-gruu="([^"]+)"/.exec(reply.text)?.[1] ?? gruu
      return reply
    },
    socket,
    close: () => socket.close(),
  }
}

/** The caller's side of a call that was answered. */
export const callerLeg = (answer: SipMessage): Leg => ({
  call: answer.one('call-id'),
  fromTag: tagOf(answer.one('from')),
  toTag: tagOf(answer.one('to')),
  to: /sip:([^@]+)@/.exec(answer.one('to'))?.[1] ?? '',
  target: uriOf(answer.one('contact')),
  routes: answer.all('record-route').toReversed(),
})

/** The called side of a call, from the INVITE that it answered with `tag`. */
export const calledLeg = (invite: SipMessage, tag: string): Leg => ({
  call: invite.one('call-id'),
  fromTag: tag,
  toTag: tagOf(invite.one('from')),
  to: /sip:([^@]+)@/.exec(invite.one('from'))?.[1] ?? '',
  target: uriOf(invite.one('contact')),
  routes: invite.all('record-route'),
})

/** A request within a call, as the rightful client writes it; `change` is the attack. */
export const within = (leg: Leg, method: string, sequence: number, contact = ''): Wish => ({
  method,
  uri: leg.target,
  to: leg.to,
  toTag: leg.toTag,
  fromTag: leg.fromTag,
  call: leg.call,
  sequence,
  headers: [...leg.routes.map((route) => `Route: ${route}`), ...(contact ? [`Contact: <${contact}>`] : [])],
})
