import { createHash, createPublicKey, randomBytes, verify, type KeyObject } from 'node:crypto'

/** 32 random bytes in base64url: a token that nobody guesses. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token or a code. They are random and long, so that one round is enough. */
export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

export const hexHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A code that people can read out: 5 groups of 4 from 30 signs, 98 bits. */
export function newCode(): string {
  // 240 is the largest multiple of 30 below 256: without it the first signs would come more often.
  const signs: string[] = []
  while (signs.length < 20) {
    for (const byte of randomBytes(32)) if (byte < 240) signs.push(alphabet.charAt(byte % 30))
  }
  const text = signs.slice(0, 20).join('')
  return (text.match(/.{4}/g) ?? []).join('-')
}

/** Checks an Ed25519 signature (base64url) by a raw public key (base64url). A key that is none verifies nothing. */
export function signedByEd25519(publicKey: string, text: string, signature: string): boolean {
  const key = readKey({ kty: 'OKP', crv: 'Ed25519', x: publicKey })
  return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}

/** Checks an ECDSA P-256 signature as WebCrypto makes it, by a public JWK. */
export function signedByDevice(jwk: string, text: string, signature: string): boolean {
  const key = readKey(JSON.parse(jwk) as JsonKey)
  if (!key) return false
  const raw = Buffer.from(signature, 'base64url')
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, raw)
}

type JsonKey = { kty: string; crv: string; x: string; y?: string }

/** Whether this is a point of its curve. */
export const isKey = (jwk: JsonKey): boolean => readKey(jwk) !== undefined

function readKey(jwk: JsonKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    return undefined
  }
}
