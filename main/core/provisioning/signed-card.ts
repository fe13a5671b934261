import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { roomCard, type CardProblem, type RoomCard } from '#contract/room-card.ts'
import type { Present } from '#core/kernel/clock.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'

/** What is signed besides the card: a signature of ours for anything else is none for this. */
const PURPOSE = Buffer.from('happy-home-room/1\n')

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)
const envelope = z.strictObject({
  card: base64.max(300_000),
  /** Ed25519, SPKI. */
  key: base64.max(200),
  signature: base64.max(200),
})

/** Whom the seat believes, and what it took before. */
export interface Trust {
  /** Fingerprints that the image or the technician has put here; empty: a person compares the fingerprint of the first one. */
  readonly keys: readonly string[]
  /** The newest version that was taken of that key. */
  readonly newest: (fingerprint: string) => number
  readonly now: Present
}

export interface TrustedCard {
  readonly card: RoomCard
  readonly fingerprint: string
  /** False: nobody has said beforehand that this key is to be believed. */
  readonly isKnownKey: boolean
  /** The clock is not believed, so nobody can tell whether it has ended. */
  readonly isAgeUnknown: boolean
}

/** First 24 hex digits of the SHA-256 of a key, in groups that two people can read to each other. */
export function fingerprintOf(key: KeyObject): string {
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
  return (digest.slice(0, 24).match(/.{4}/g) ?? []).join('-')
}

/** The file for sticks and images. */
export function signCard(card: RoomCard, privateKey: KeyObject): string {
  const bytes = Buffer.from(JSON.stringify(roomCard.parse(card)))
  const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const signature = sign(null, Buffer.concat([PURPOSE, bytes]), privateKey)
  return JSON.stringify({
    card: bytes.toString('base64'),
    key: key.toString('base64'),
    signature: signature.toString('base64'),
  })
}

/** The card of a file that was read once: what is checked here is what is used, whatever the file says afterwards. */
export function readCard(bytes: Uint8Array, trust: Trust): Result<TrustedCard, CardProblem> {
  const found = envelope.safeParse(parsed(bytes))
  if (!found.success) return err('unreadable')
  const key = publicKeyOf(found.data.key)
  if (!key) return err('unreadable')
  const fingerprint = fingerprintOf(key)
  const content = Buffer.from(found.data.card, 'base64')
  const signature = Buffer.from(found.data.signature, 'base64')
  if (!verify(null, Buffer.concat([PURPOSE, content]), key, signature)) return err('bad-signature')
  // Only now: nothing of a file that nobody signed is looked at.
  if (trust.keys.length > 0 && !trust.keys.includes(fingerprint)) return err('other-key')
  const card = roomCard.safeParse(parsed(content))
  if (!card.success) return err('unreadable')
  const { version, expiresAt } = card.data
  if (version < trust.newest(fingerprint)) return err('older')
  const hasEnd = expiresAt !== null
  if (hasEnd && trust.now.trusted && trust.now.at > expiresAt) return err('expired')
  return ok({
    card: card.data,
    fingerprint,
    isKnownKey: trust.keys.length > 0,
    isAgeUnknown: hasEnd && !trust.now.trusted,
  })
}

function publicKeyOf(text: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
