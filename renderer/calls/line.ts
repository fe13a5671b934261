import { UA } from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'
import type { RTCSessionEvent } from 'jssip/lib/UA'
import type { CallCredentials } from '#contract/wire.ts'
import { keepCredentials } from './credentials.ts'
import { createLiveSocket, type LiveSocket } from './live-socket.ts'
import { createHolder, type Watched } from './observable.ts'

/** `lost`: was there, is being sought again. `refused`: the credentials were not taken, or none were to be had. */
export type LineState = 'off' | 'connecting' | 'ready' | 'lost' | 'refused'

export interface IncomingSession {
  readonly session: RTCSession
  readonly callId: string
  /** User name, or the number of a telephone. */
  readonly from: string
  readonly offer: string
}

/** The registered connection to the proxy. */
export interface Line {
  readonly state: Watched<LineState>
  isConnected(): boolean
  isRegistered(): boolean
  heardAt(): number
  isProbing(): boolean
  probe(): void
  iceServers(): RTCIceServer[]
  /** The session, and its Call-ID; null while there is no connection. */
  dial(
    to: string,
    stream: MediaStream,
    connection: RTCConfiguration,
  ): { readonly session: RTCSession; readonly callId: string } | null
  /** Resolves with true once the line is as wanted, with false after `ms`. */
  wait(want: 'connected' | 'registered', ms: number): Promise<boolean>
  stop(): void
}

export interface LineOptions {
  readonly credentials: () => Promise<CallCredentials>
  readonly now: () => number
  readonly onIncoming: (incoming: IncomingSession) => void
  readonly onLog: (what: string, facts?: Readonly<Record<string, string | number>>) => void
}

const REGISTER_EXPIRES_S = 120
/** The child sees nobody pick up after so long. */
const NO_ANSWER_S = 45
const REGISTER_AGAIN_MS = 2000
/** A quiet socket is asked for a sign of life after so long. */
const QUIET_MS = 15_000
const LOOK_MS = 5000

function renew(ua: UA, { username, password }: CallCredentials): void {
  ua.set('authorization_user', username)
  ua.set('password', password)
  if (ua.isConnected() && !ua.isRegistered()) ua.register()
}

/** Opens the line, and keeps it: credentials are renewed, a dead socket is noticed, the registration comes back. */
export function openLine({ credentials, now, onIncoming, onLog }: LineOptions): Line {
  const state = createHolder<LineState>('connecting')
  const changes = new Set<() => void>()
  let agent: UA | null = null
  let socket: LiveSocket | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  /** Call-ID of the last call that went out: JsSIP tells it while it makes the session. */
  let dialled = ''
  let stopped = false

  const moved = (next: LineState): void => {
    state.set(next)
    for (const listener of Array.from(changes)) listener()
  }
  const keeper = keepCredentials(
    credentials,
    (fresh) => (agent ? renew(agent, fresh) : begin(fresh)),
    () => {
      if (state.now() === 'connecting') moved('refused')
    },
  )

  function begin({ user, username, password, realm, proxy }: CallCredentials): void {
    socket = createLiveSocket({
      url: proxy,
      user,
      domain: realm,
      now,
      onLoss: (why) => onLog('socket-lost', { why }),
    })
    const ua = new UA({
      sockets: [socket],
      uri: `sip:${user}@${realm}`,
      authorization_user: username,
      password,
      register_expires: REGISTER_EXPIRES_S,
      session_timers: false,
      no_answer_timeout: NO_ANSWER_S,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 2,
    })
    agent = ua
    ua.on('connected', () => moved('connecting'))
    ua.on('registered', () => moved('ready'))
    ua.on('disconnected', () => {
      if (!stopped) moved('lost')
    })
    ua.on('registrationFailed', ({ cause }) => {
      onLog('registration-failed', { cause: String(cause) })
      if (!ua.isConnected()) return
      moved('refused')
      // Perhaps they have ended: fresh ones register by themselves, and a hiccup of the server is asked again.
      keeper.renew()
      clearTimeout(again)
      again = setTimeout(() => {
        if (ua.isConnected() && !ua.isRegistered()) ua.register()
      }, REGISTER_AGAIN_MS)
    })
    ua.on('newRTCSession', (event: RTCSessionEvent) => {
      const { session } = event
      const { call_id: callId, from, body } = event.request as unknown as RequestFacts
      if (isIncoming(event)) onIncoming({ session, callId, from: from.uri.user, offer: body ?? '' })
      else dialled = callId
    })
    ua.start()
  }

  const look = setInterval(() => {
    if (socket?.isConnected() && now() - socket.heardAt() > QUIET_MS) socket.probe()
  }, LOOK_MS)
  const goneOffline = (): void => socket?.drop()
  const backOnline = (): void => socket?.probe()
  window.addEventListener('offline', goneOffline)
  window.addEventListener('online', backOnline)

  const is = (want: 'connected' | 'registered'): boolean =>
    (want === 'connected' ? agent?.isConnected() : agent?.isRegistered()) ?? false

  return {
    state,
    isConnected: () => is('connected'),
    isRegistered: () => is('registered'),
    heardAt: () => socket?.heardAt() ?? 0,
    isProbing: () => socket?.isProbing() ?? false,
    probe: () => socket?.probe(),
    iceServers: () =>
      (keeper.now()?.iceServers ?? []).map(({ urls, username, credential }) => ({
        urls: [...urls],
        username,
        credential,
      })),
    dial(to, stream, connection) {
      const ua = agent
      const held = keeper.now()
      if (!ua?.isConnected() || !held) return null
      const session = ua.call(`sip:${to}@${held.realm}`, { mediaStream: stream, pcConfig: connection })
      return { session, callId: dialled }
    },
    wait: (want, ms) =>
      new Promise((resolve) => {
        if (is(want)) return resolve(true)
        const end = (came: boolean): void => {
          clearTimeout(timer)
          changes.delete(listener)
          resolve(came)
        }
        const listener = (): void => {
          if (is(want)) end(true)
        }
        const timer = setTimeout(() => end(false), ms)
        changes.add(listener)
      }),
    stop() {
      stopped = true
      keeper.stop()
      clearInterval(look)
      clearTimeout(again)
      window.removeEventListener('offline', goneOffline)
      window.removeEventListener('online', backOnline)
      agent?.stop()
      moved('off')
    },
  }
}

const isIncoming = ({ originator }: RTCSessionEvent): boolean => (originator as string) === 'remote'

/** Of a SIP request; JsSIP's types leave these to be guessed. */
interface RequestFacts {
  readonly call_id: string
  readonly from: { readonly uri: { readonly user: string } }
  readonly body: string | undefined
}
