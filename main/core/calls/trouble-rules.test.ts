import { describe, expect, it } from 'vitest'
import { troubleOf } from './trouble-rules.ts'

describe('a connection that failed', () => {
  it('blames the clock for a certificate of another time, the certificate for others, else the way', () => {
    for (const code of ['CERT_NOT_YET_VALID', 'CERT_HAS_EXPIRED'])
      expect(troubleOf(code)).toBe('call-server-clock')
    for (const code of [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'ERR_TLS_CERT_ALTNAME_INVALID',
    ])
      expect(troubleOf(code)).toBe('call-server-untrusted')
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'UND_ERR_SOCKET', undefined])
      expect(troubleOf(code)).toBe('call-server-away')
  })
})
