import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { readSignatures, type KeyList } from './key-list-rules.ts'

/** DER of an Ed25519 public key before its 32 bytes (RFC 8410). */
const BEFORE_KEY = Buffer.from('302a300506032b6570032100', 'hex')

/** Its 32 bytes as hex. */
export const keyName = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(BEFORE_KEY.length).toString('hex')

/** One line for a file of signatures. */
export const signatureLine = (text: string, privateKey: KeyObject): string =>
  `${keyName(privateKey)} ${sign(null, Buffer.from(text), privateKey).toString('hex')}\n`

/** Whether enough different keys of a role signed exactly these bytes. */
export function isSigned(text: string, signatures: string, list: KeyList, role: 'root' | 'update'): boolean {
  const message = Buffer.from(text)
  const all = readSignatures(signatures)
  const good = list[role].filter((name) => {
    const found = all.find(({ key }) => key === name)
    return found && verify(null, message, publicKey(name), Buffer.from(found.signature, 'hex'))
  })
  return good.length >= (role === 'root' ? list.roots : list.updates)
}

const publicKey = (name: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([BEFORE_KEY, Buffer.from(name, 'hex')]), type: 'spki', format: 'der' })
