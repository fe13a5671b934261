import { ok } from '#core/kernel/result.ts'
import type { House } from './house.ts'
import { refuse, type Answer } from './refusals.ts'
import { forgetCalls } from './store/calls.ts'
import * as contacts from './store/contacts.ts'
import { forgetContact } from './store/devices.ts'
import { idsOfContact } from './store/messages.ts'

/**
 * Forgets a child and the family: links, devices, messages, numbers. Of calls the hour and the length stay, for the room's limits and
 * its bill. Answers the same where it knows nothing of them: the seat asks until it is told so.
 */
export function erase(
  house: House,
  room: string,
  asked: { readonly child: string; readonly contacts: readonly string[] },
): Answer<Record<string, never>> {
  const { db } = house
  const child = contacts.childByUser(db, asked.child)
  if (child && child.room !== room) return refuse('not-yours')
  const known = asked.contacts.map((user) => contacts.contactByUser(db, user))
  if (known.some((contact) => contact && contact.room !== room)) return refuse('not-yours')
  const users = new Set([
    ...asked.contacts,
    ...contacts.contactsOfChild(db, asked.child).map(({ user }) => user),
  ])
  const messages = [...users].flatMap((user) => idsOfContact(db, user))
  db.transaction(() => {
    for (const user of users) {
      forgetContact(db, room, user)
      contacts.removeContact(db, user)
    }
    contacts.removeChild(db, asked.child)
    forgetCalls(db, room, { child: asked.child, contacts: [...users] })
  })
  house.messages.forget(messages)
  db.emptyJournal()
  for (const stream of house.live.streams()) {
    if (!users.has(stream.contact)) continue
    stream.send({ event: 'revoked' })
    stream.end()
  }
  return ok({})
}
