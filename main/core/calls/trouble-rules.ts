import type { ServerTrouble } from '#contract/calls.ts'
import { refuse, type Refusal, type RefusalCode } from '#contract/refusal.ts'
import type { WireProblem } from '#contract/wire.ts'

/** OpenSSL's words for a certificate whose time is not now: nearly always it is this machine's clock (calls.md, bad days). */
const clockCodes = new Set(['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'])
/** As Node names them (tls module, "X509 certificate error codes"). */
const certificate = /CERT|SELF_SIGNED|VERIFY|ISSUER|^ERR_TLS|^ERR_SSL|^EPROTO$/

/** Why nothing came back, by the error code of the connection. */
export function troubleOf(code: string | undefined): ServerTrouble {
  if (code === undefined) return 'call-server-away'
  if (clockCodes.has(code)) return 'call-server-clock'
  return certificate.test(code) ? 'call-server-untrusted' : 'call-server-away'
}

const codeOf: Readonly<Record<WireProblem, RefusalCode>> = {
  unknown: 'not-found',
  used: 'line-used',
  expired: 'line-expired',
  revoked: 'seat-revoked',
  'not-yours': 'not-allowed',
  'no-consent': 'no-consent',
  'too-many': 'too-often',
  'too-large': 'file-too-large',
  'bad-request': 'call-server-refused',
  'bad-signature': 'call-server-refused',
  'bad-time': 'call-server-refused',
  stale: 'call-server-refused',
  'wrong-offset': 'call-server-refused',
  server: 'call-server-away',
}

/** What a refusal of the server is to a window. `waitMs` of Retry-After. */
export const refusalOf = (problem: WireProblem, waitMs: number | undefined): Refusal =>
  refuse(codeOf[problem], waitMs === undefined ? {} : { waitMs })

/** What refuses a new seat, in words of its own. */
export function joiningRefusal(problem: WireProblem, waitMs: number | undefined): Refusal {
  if (problem === 'unknown') return refuse('line-unreadable')
  // The room has seats already, and this one does not hold the room's key.
  if (problem === 'not-yours') return refuse('room-elsewhere')
  return refusalOf(problem, waitMs)
}
