import type { ParentHome } from '#contract/wire.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from './house.ts'
import type { Page } from './page-routes.ts'
import { refuse, type Answer } from './refusals.ts'
import { missedByContact } from './store/calls.ts'
import { childByUser } from './store/contacts.ts'
import { roomById } from './store/rooms.ts'

/** What a parent's page shows of its child. */
export function homeOf({ db }: House, { device, contact }: Page): Answer<ParentHome> {
  const child = childByUser(db, contact.child)
  const room = roomById(db, contact.room)
  if (!child || !room) return refuse('revoked')
  const { user, given, animal, tone } = child
  return ok({
    device: device.id,
    user: contact.user,
    called: contact.called,
    language: contact.language,
    school: room.school,
    child: { user, given, animal, tone },
    consent: contact.consent,
    missed: missedByContact(db, contact.user),
  })
}
