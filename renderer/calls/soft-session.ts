import type { RTCSession, TerminateOptions } from 'jssip/lib/RTCSession'

// All that this house knows of JsSIP's insides stands in this file, and soft-session.test.ts looks whether it is still so.

/** JsSIP ends a call when ICE fails, when the socket is lost and when a request times out. None of these ends ours. */
const survived: ReadonlySet<string> = new Set(['RTP Timeout', 'Connection Error', 'Request Timeout'])
/** What `renegotiate()` ends a call with when the other end does not take the offer. */
const REFUSED_OFFER = 'Media Renegotiation Failed'
/** An ACK on a bad link may take so long; JsSIP waits 32 s and ends the call then. */
const ACK_PATIENCE_MS = 8000

/** Members of JsSIP's session that its types do not name. */
export interface SessionInside {
  _status: number
  _timers: {
    ackTimer: ReturnType<typeof setTimeout> | null
    invite2xxTimer: ReturnType<typeof setTimeout> | null
  }
  _setACKTimer(): void
  /** Whether candidates of an earlier description were enough: it would be believed of the next one too. */
  _iceReady: boolean
  _createLocalDescription(type: 'offer' | 'answer', constraints?: object | null): Promise<string>
  /** Not underscored, but in no documentation: a request within the call, with handlers of one's own. */
  sendRequest(
    method: string,
    options: {
      readonly extraHeaders: readonly string[]
      readonly body: string
      readonly eventHandlers: Readonly<Record<string, () => void>>
    },
  ): void
}
/** RTCSession.C.STATUS_WAITING_FOR_ACK and STATUS_CONFIRMED. */
export const WAITING_FOR_ACK = 6
export const CONFIRMED = 9

const nothing = (): void => undefined

export interface SoftSession {
  /** Ends the call for good, past all softness. */
  end(options?: TerminateOptions): void
  /** Offers anew with an ICE restart; false when another offer is on its way. */
  restart(done: (worked: boolean) => void): boolean
  /** Tells the other end something. Unlike `sendInfo`, an INFO that gets lost ends no call. */
  tell(type: string, body: string): void
}

/**
 * Makes a session outlive its link. `terminate` is public and JsSIP calls it on the instance for every failure of its own: here it is
 * replaced by one that keeps an established call unless the reason is a person, or the other end that knows it no more.
 */
export function soften(session: RTCSession, onKept: (cause: string) => void): SoftSession {
  const inside = session as unknown as SessionInside
  const end = session.terminate.bind(session)
  let restarting: ((worked: boolean) => void) | null = null
  const settle = (worked: boolean): void => {
    const told = restarting
    restarting = null
    told?.(worked)
  }
  session.terminate = (options) => {
    const cause = options?.cause ?? ''
    if (session.isEnded()) return
    if (session.isEstablished() && (survived.has(cause) || options?.reason_phrase === REFUSED_OFFER)) {
      onKept(options?.reason_phrase === REFUSED_OFFER ? REFUSED_OFFER : cause)
      settle(false)
      return
    }
    end(options)
  }
  keepWithoutAck(inside)
  waitForCandidates(session, inside)
  return {
    end: (options) => {
      if (!session.isEnded()) end(options)
    },
    restart(done) {
      restarting = done
      const began = session.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, () => settle(true))
      if (!began) restarting = null
      return began
    },
    tell(type, body) {
      if (!session.isEstablished()) return
      const eventHandlers = {
        onSuccessResponse: nothing,
        onErrorResponse: nothing,
        onTransportError: nothing,
        onRequestTimeout: nothing,
        onDialogError: nothing,
      }
      inside.sendRequest('INFO', { extraHeaders: [`Content-Type: ${type}`], body, eventHandlers })
    },
  }
}

/**
 * JsSIP takes gathering for complete, or for good enough, where it was so before an ICE restart: the answer to one would
 * go out without any candidate, and two ends behind relays would not find each other again.
 */
function waitForCandidates(session: RTCSession, inside: SessionInside): void {
  const create = inside._createLocalDescription.bind(session)
  inside._createLocalDescription = (type, constraints) => {
    inside._iceReady = false
    const restarts = type === 'answer' && asksForRestart(session.connection)
    return create(type, restarts ? { ...constraints, iceRestart: true } : constraints)
  }
}

/** Whether the offer that is to be answered begins ICE anew: it names itself otherwise than the one before. */
function asksForRestart(connection: RTCPeerConnection | undefined): boolean {
  const before = iceName(connection?.currentRemoteDescription)
  return before !== undefined && before !== iceName(connection?.pendingRemoteDescription)
}

const iceName = (description: RTCSessionDescription | null | undefined): string | undefined =>
  /^a=ice-ufrag:(\S+)/m.exec(description?.sdp ?? '')?.[1]

/**
 * The ACK of an answer may be lost with the link. JsSIP would end the call and take no offer meanwhile; after 8 s we hold the
 * call for confirmed, since the media decide whether it lives.
 */
function keepWithoutAck(inside: SessionInside): void {
  inside._setACKTimer = () => {
    inside._timers.ackTimer = setTimeout(() => {
      if (inside._status !== WAITING_FOR_ACK) return
      if (inside._timers.invite2xxTimer !== null) clearTimeout(inside._timers.invite2xxTimer)
      inside._status = CONFIRMED
    }, ACK_PATIENCE_MS)
  }
}
