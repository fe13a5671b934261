import { UA } from 'jssip'
import { createRequire } from 'node:module'
import { describe, expect, it, vi } from 'vitest'
import type { RTCSession } from 'jssip/lib/RTCSession'
import { CONFIRMED, soften, WAITING_FOR_ACK, type SessionInside } from './soft-session.ts'

const Session = createRequire(import.meta.url)('jssip/lib/RTCSession.js') as {
  new (ua: UA): RTCSession & SessionInside
  readonly C: Readonly<Record<string, number>>
}

const nothing = (): void => undefined

/** A session of the real JsSIP that believes it stands; nothing is sent, since the line is down. */
function established(): RTCSession & SessionInside {
  const idle = { url: 'wss://proxy.invalid', via_transport: 'WSS', sip_uri: 'sip:proxy.invalid;transport=ws' }
  const socket = {
    ...idle,
    connect: nothing,
    disconnect: nothing,
    send: () => false,
    isConnected: () => false,
  }
  const ua = new UA({ sockets: [socket as never], uri: 'sip:k1@calls.invalid', password: 'x' })
  const session = new Session(ua)
  session._status = CONFIRMED
  return session
}

describe('what we know of JsSIP’s insides', () => {
  it('still holds', () => {
    expect(Session.C['STATUS_WAITING_FOR_ACK']).toBe(WAITING_FOR_ACK)
    expect(Session.C['STATUS_CONFIRMED']).toBe(CONFIRMED)
    const inside: object = Session.prototype as object
    for (const name of [
      '_setACKTimer',
      'sendRequest',
      '_createLocalDescription',
    ] satisfies (keyof SessionInside)[])
      expect(Reflect.get(inside, name)).toBeTypeOf('function')
    expect(established()._iceReady).toBe(false)
    expect(established()._timers).toMatchObject({ ackTimer: null, invite2xxTimer: null })
  })
})

describe('a session made soft', () => {
  it.each(['RTP Timeout', 'Connection Error', 'Request Timeout'])('lives on after %s', (cause) => {
    const session = established()
    const kept = vi.fn()
    soften(session, kept)
    session.terminate({ cause })
    expect(session.isEnded()).toBe(false)
    expect(kept).toHaveBeenCalledWith(cause)
  })

  it('lives on through JsSIP’s own handlers of a lost socket', () => {
    const session = established() as RTCSession &
      SessionInside & { onTransportError(): void; onRequestTimeout(): void }
    soften(session, () => undefined)
    session.onTransportError()
    session.onRequestTimeout()
    expect(session.isEstablished()).toBe(true)
  })

  it('takes a call for confirmed whose ACK was lost', () => {
    vi.useFakeTimers()
    const session = established()
    soften(session, () => undefined)
    session._status = WAITING_FOR_ACK
    session._setACKTimer()
    vi.advanceTimersByTime(8000)
    expect(session._status).toBe(CONFIRMED)
    vi.useRealTimers()
  })
})
