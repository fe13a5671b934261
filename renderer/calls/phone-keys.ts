import { C } from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'

const keysOfTelephones = /^[0-9*#]{1,20}$/

/**
 * Presses keys of a telephone: within the voice (RFC 4733), as telephone companies take them, or in a request of the call where the other end
 * did not agree to that.
 */
export function pressKeys(
  session: Pick<RTCSession, 'isEstablished' | 'connection' | 'sendDTMF'>,
  keys: string,
): void {
  if (!keysOfTelephones.test(keys) || !session.isEstablished()) return
  const withVoice = session.connection.getSenders().some(({ dtmf }) => dtmf?.canInsertDTMF === true)
  const { RFC2833, INFO } = C.DTMF_TRANSPORT
  session.sendDTMF(keys, { transportType: withVoice ? RFC2833 : INFO })
}
