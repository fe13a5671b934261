import { refuse } from '#contract/refusal.ts'
import type { OpenInvitation, PairedDevice, Publication } from '#contract/wire.ts'
import { err, ok } from '#core/kernel/result.ts'
import type { CallServerLink } from './call-server-link.ts'

/** A call server in memory, as the link promises it. */
export function testServer() {
  const server = {
    away: false,
    held: undefined as Publication | undefined,
    /** Versions in the order in which they came. */
    came: [] as number[],
    invitations: new Map<string, OpenInvitation & { readonly contact: string }>(),
    devices: [] as PairedDevice[],
  }
  const answer = async <T>(work: () => T) => (server.away ? err(refuse('call-server-away')) : ok(work()))
  let last = 0
  const link: CallServerLink = {
    room: '0199c5a8-0000-7000-8000-000000000001',
    createInvitation: (contact) =>
      answer(() => {
        if (!server.held?.contacts.some(({ id }) => id === contact)) throw new Error('Not published')
        last += 1
        const invitation = { id: `i${last}`, createdAt: 1, expiresAt: 2, contact }
        server.invitations.set(invitation.id, invitation)
        return { id: invitation.id, link: `https://calls.example/join#${invitation.id}`, expiresAt: 2 }
      }),
    invitations: (contact) =>
      answer(() => [...server.invitations.values()].filter((one) => one.contact === contact)),
    revokeInvitation: (id) => answer(() => void server.invitations.delete(id)),
    devices: (contacts) => answer(() => server.devices.filter(({ contact }) => contacts.includes(contact))),
    revokeDevice: (id) =>
      answer(() => {
        server.devices = server.devices.filter((device) => device.id !== id)
      }),
    publish: (publication) =>
      answer(() => {
        server.came.push(publication.version)
        const known = server.held
        if (known && publication.version <= known.version) return { taken: false, version: known.version }
        server.held = publication
        return { taken: true, version: publication.version }
      }),
  }
  return { server, link }
}
