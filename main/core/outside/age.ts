import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { identityOf } from './identity.ts'

/** Files of age (age-encryption.org/v1): Debian's `age -d -i` opens them, too. */

/** `age1…`: whoever has only this can lock and not open. */
export const recipientOf = (key: Uint8Array): Promise<string> => identityToRecipient(identityOf(key))

export async function lockStream(
  recipient: string,
  plain: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}

export class WrongKey extends Error {}

/** Throws `WrongKey` where it was not locked for this identity; the stream throws where a byte is not as it was written. */
export async function openStream(
  identity: string,
  locked: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return await decrypter.decrypt(locked)
  } catch (error) {
    if (error instanceof Error && /no identity matched/.test(error.message)) throw new WrongKey(error.message)
    throw error
  }
}
