import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16
/** How much longer sealed bytes are than the open ones. */
export const SEAL = NONCE + TAG

/** Seals bytes with AES-256-GCM: a random nonce, the sealed bytes, the tag. `about` must be the same at opening. */
export function seal(key: Uint8Array, about: string, open: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(about))
  return Buffer.concat([nonce, cipher.update(open), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the bytes, the key or what they are about is not the same as at sealing. */
export function unseal(key: Uint8Array, about: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(about))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()])
}
