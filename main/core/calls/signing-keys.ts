import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

/** The secret half of an Ed25519 key: PKCS #8 DER as base64url. Stays in the seat's own database. */
export type SecretKey = string

export const newSecretKey = (): SecretKey =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')

const keyOf = (secret: SecretKey) =>
  createPrivateKey({ key: Buffer.from(secret, 'base64url'), format: 'der', type: 'pkcs8' })

/** The public half as the wire takes it: 32 raw bytes, base64url. */
export const publicHalf = (secret: SecretKey): string =>
  String(createPublicKey(keyOf(secret)).export({ format: 'jwk' }).x)

export const signText = (secret: SecretKey, text: string): string =>
  sign(null, Buffer.from(text), keyOf(secret)).toString('base64url')

export const hexHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
