import type { ContactsService } from '#core/contacts/service.ts'
import { ok } from '#core/kernel/result.ts'
import type { Handlers } from './feature.ts'

export const contactsHandlers = (contacts: ContactsService): Handlers<'contacts'> => ({
  kin: (_, { childId }) =>
    // The user at the proxy stays in main: a window has no use for it.
    ok(contacts.reachable(childId).map(({ user: _user, ...card }) => card)),
  overview: () => ok(contacts.overview()),
  paired: () => contacts.invitations.paired(),
  family: ({ childId }) => contacts.family(childId),
  add: ({ childId, ...facts }) => contacts.add(childId, facts),
  change: ({ childId, contactId, ...facts }) => contacts.change({ childId, contactId }, facts),
  remove: (of) => contacts.remove(of),
  setPhoto: ({ image, ...of }) => contacts.setPhoto(of, image),
  decide: ({ childId, contactId, ...word }) => contacts.decide({ childId, contactId }, word),
  invite: (of) => contacts.invitations.invite(of),
  invitations: (of) => contacts.invitations.open(of),
  revokeInvitation: ({ invitationId, ...of }) => contacts.invitations.revoke(of, invitationId),
  devices: ({ childId }) => contacts.invitations.devices(childId),
  revokeDevice: ({ deviceId, ...of }) => contacts.invitations.revokeDevice(of, deviceId),
  publish: () => contacts.publishing.publish(),
})
