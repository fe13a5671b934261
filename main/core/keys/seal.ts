import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What only the holder of a key can read, as a column holds it. A plain text is not one: `sealText` makes them. */
export type Sealed = string & { readonly [sealed]: true }
declare const sealed: unique symbol

/** 32 bytes for AES-256. */
export type Key = Uint8Array

/** AES-256-GCM with a nonce by chance for each record, as NIST SP 800-38D has it: 96 bits of nonce, 128 of tag. */
const CIPHER = 'aes-256-gcm'
const NONCE = 12
const TAG = 16
export const KEY = 32

const FORM = 'hh1'

export const newKey = (): Key => randomBytes(KEY)

/** A key for one use, from another one (HKDF with SHA-256, RFC 5869): no key seals two kinds of things. */
export const keyFor = (use: string, from: Key): Key =>
  new Uint8Array(hkdfSync('sha256', from, '', `happy-home/${use}`, KEY))

/**
 * Seals bytes. `keyId` (without a dot or a zero byte) stands readable in front, so that a record tells which key it wants; `place`
 * says where the record lies (`diary/<page>/<step>`): moved elsewhere it opens no more.
 */
export function sealBytes(key: Key, keyId: string, place: string, bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(`${FORM}.${keyId}.`, 'latin1')
  return Buffer.concat([head, locked(key, keyId, place, bytes)])
}

export function sealText(key: Key, keyId: string, place: string, text: string): Sealed {
  const body = locked(key, keyId, place, Buffer.from(text, 'utf8'))
  return `${FORM}.${keyId}.${body.toString('base64')}` as Sealed
}

/** Undefined for the wrong key, another place, or bytes that are not what was sealed. */
export function openBytes(key: Key, place: string, bytes: Uint8Array): Uint8Array | undefined {
  const keyId = keyIdOf(bytes)
  return keyId === undefined
    ? undefined
    : unlocked(key, keyId, place, bytes.subarray(FORM.length + keyId.length + 2))
}

export function openText(key: Key, place: string, text: string): string | undefined {
  const [form, keyId = '', body = ''] = text.split('.')
  if (form !== FORM) return undefined
  const bytes = unlocked(key, keyId, place, Buffer.from(body, 'base64'))
  return bytes && Buffer.from(bytes).toString('utf8')
}

/** Which key a record was sealed with; undefined where it is not sealed at all. */
export function keyIdOf(record: string | Uint8Array): string | undefined {
  const head = typeof record === 'string' ? record : Buffer.from(record.subarray(0, 96)).toString('latin1')
  const [form, keyId, rest] = head.split('.', 3)
  return form === FORM && keyId && rest !== undefined ? keyId : undefined
}

function locked(key: Key, keyId: string, place: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG })
  cipher.setAAD(bound(keyId, place))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function unlocked(key: Key, keyId: string, place: string, bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < NONCE + TAG) return undefined
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(bound(keyId, place))
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
  } catch {
    return undefined
  }
}

const bound = (keyId: string, place: string): Buffer => Buffer.from(`${FORM}\0${keyId}\0${place}`, 'utf8')
