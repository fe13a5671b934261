import { publication, type Publication } from '#contract/wire.ts'
import { ok } from '#core/kernel/result.ts'
import { signedText } from '#contract/wire-signing.ts'
import type { House } from './house.ts'
import { hashOf, signedByEd25519 } from './keys.ts'
import { refuse, type Answer } from './refusals.ts'
import * as contacts from './store/contacts.ts'
import { revokeContact } from './store/devices.ts'
import { idsOfContact } from './store/messages.ts'
import { roomById } from './store/rooms.ts'

/**
 * Takes over what a room publishes, as a whole. Who is no longer in it loses their devices and messages at once, and
 * messages go where consent to them went.
 */
export function publish(
  house: House,
  room: string,
  signed: { readonly text: string; readonly signature: string },
): Answer<{ readonly version: number }> {
  const known = roomById(house.db, room)
  if (!known?.publicKey) return refuse('unknown')
  if (!signedByEd25519(known.publicKey, signedText.publication(signed.text), signed.signature))
    return refuse('bad-signature')
  const read = readPublication(signed.text)
  if (!read || read.room !== room || !isWhole(read)) return refuse('bad-request')
  const hash = hashOf(signed.text)
  const isSame = read.version === known.version && Buffer.from(known.publicationHash ?? []).equals(hash)
  if (isSame) return ok({ version: known.version })
  if (read.version <= known.version) return refuse('stale', { version: known.version })
  if (contacts.takenElsewhere(house.db, read)) return refuse('not-yours')
  const { revoked, changed, messages } = house.db.transaction(() => takeOver(house, read, hash))
  house.messages.forget(messages)
  for (const stream of house.live.streams()) {
    if (revoked.has(stream.contact)) stream.send({ event: 'revoked' })
    if (revoked.has(stream.contact)) stream.end()
    else if (changed.has(stream.contact)) stream.send({ event: 'changed' })
  }
  return ok({ version: read.version })
}

function readPublication(text: string): Publication | undefined {
  try {
    return publication.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Nobody twice, and every relative belongs to a child that is there. */
function isWhole({ children, contacts: relatives }: Publication): boolean {
  const users = new Set([...children, ...relatives].map(({ user }) => user))
  const ids = new Set(relatives.map(({ id }) => id))
  return (
    users.size === children.length + relatives.length &&
    ids.size === relatives.length &&
    relatives.every(({ child }) => users.has(child))
  )
}

function takeOver(
  { db, clock }: House,
  read: Publication,
  hash: Uint8Array,
): { revoked: Set<string>; changed: Set<string>; messages: string[] } {
  const { room } = read
  const coming = new Map(read.contacts.map((one) => [one.user, one]))
  const messages: string[] = []
  const revoked = new Set<string>()
  for (const before of contacts.contactsOfRoom(db, room)) {
    const after = coming.get(before.user)
    const stays = after?.child === before.child && after.id === before.id
    if (!stays || !after.consent.messages) messages.push(...idsOfContact(db, before.user))
    if (stays) continue
    revokeContact(db, room, before.user, clock.now().at)
    contacts.removeContact(db, before.user)
    revoked.add(before.user)
  }
  const children = new Set(read.children.map(({ user }) => user))
  for (const user of contacts.childUsersOf(db, room)) if (!children.has(user)) contacts.removeChild(db, user)
  for (const child of read.children) contacts.putChild(db, room, child)
  for (const contact of read.contacts) contacts.putContact(db, room, contact)
  contacts.setPublished(db, read, hash)
  return { revoked, changed: new Set(coming.keys()), messages }
}
