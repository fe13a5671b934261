import {
  constants,
  createPrivateKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import { newKey, openBytes, sealBytes } from './seal.ts'

/** NIST SP 800-57 part 1, table 2: 3,072 bits are worth 128 bits of strength. */
export const RSA_BITS = 3072
const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const

export interface KeyPair {
  /** SPKI, PEM. */
  readonly publicKey: string
  /** PKCS 8, DER; whoever has it overwrites it when it is not needed any more. */
  readonly privateKey: Uint8Array
}

const make = promisify(generateKeyPair)

/** Off the main thread; seconds on a slow PC. */
export async function newKeyPair(bits: number): Promise<KeyPair> {
  const { publicKey, privateKey } = await make('rsa', { modulusLength: bits })
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  }
}

export const privateKeyOf = (der: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(der.buffer, der.byteOffset, der.length), format: 'der', type: 'pkcs8' })

/** A short secret (a key of 32 bytes) for whoever has the private half. */
export const wrapTo = (publicKey: string, key: Uint8Array): string =>
  publicEncrypt({ key: publicKey, ...oaep }, key).toString('base64')

/** Undefined where it was wrapped for another pair, or is not what was wrapped. */
export function unwrapWith(privateKey: KeyObject, wrapped: string): Uint8Array | undefined {
  try {
    return privateDecrypt({ key: privateKey, ...oaep }, Buffer.from(wrapped, 'base64'))
  } catch {
    return undefined
  }
}

/**
 * Something longer for whoever has the private half: by a key of its own (AES-256-GCM, bound to `place`), which is wrapped by the
 * public half. `<wrapped>.<sealed>`, both base64.
 */
export function sealTo(publicKey: string, place: string, bytes: Uint8Array): string {
  const key = newKey()
  const body = Buffer.from(sealBytes(key, 'pair', place, bytes)).toString('base64')
  const text = `${wrapTo(publicKey, key)}.${body}`
  key.fill(0)
  return text
}

/** Undefined for another pair, another place, or what is not what was sealed. */
export function openWith(privateKey: KeyObject, place: string, text: string): Uint8Array | undefined {
  const [wrapped = '', body = ''] = text.split('.')
  const key = unwrapWith(privateKey, wrapped)
  const bytes = key && openBytes(key, place, Buffer.from(body, 'base64'))
  key?.fill(0)
  return bytes
}
