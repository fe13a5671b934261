import { refuse, type Refusal } from '#contract/refusal.ts'
import type { Invitation, OpenInvitation, PairedDevice, Purpose } from '#contract/wire.ts'
import { err, ok, type Result } from '#core/kernel/result.ts'
import type { CallServerLink } from './call-server-link.ts'
import type { Publishing } from './publishing.ts'
import type { ContactRecord, OfFamily } from './store.ts'

type Answer<T> = Promise<Result<T, Refusal>>

/** Links and devices of relatives; all of it lives at the call server. Refuses with `no-call-server` where there is none. */
export interface Invitations {
  /** A new one-time link. Refuses with `no-consent` where neither video nor messages are agreed. */
  invite(of: OfFamily): Answer<Invitation>
  open(of: OfFamily): Answer<readonly OpenInvitation[]>
  revoke(of: OfFamily, invitationId: string): Answer<void>
  /** Of one child's family. */
  devices(childId: string): Answer<readonly PairedDevice[]>
  revokeDevice(of: OfFamily, deviceId: string): Answer<void>
  /** How many devices each child's family has paired; only children with one. */
  paired(): Answer<readonly { readonly childId: string; readonly devices: number }[]>
}

interface Parts {
  readonly link: () => CallServerLink | undefined
  readonly publishing: Publishing
  readonly find: (of: OfFamily) => ContactRecord | undefined
  readonly may: (of: OfFamily, purpose: Purpose) => boolean
  readonly all: () => readonly ContactRecord[]
  readonly of: (childId: string) => readonly ContactRecord[]
}

export function createInvitations({ link, publishing, find, may, all, of: familyOf }: Parts): Invitations {
  const asking = async <T>(of: OfFamily, ask: (server: CallServerLink) => Answer<T>): Answer<T> => {
    if (!find(of)) return err(refuse('not-found'))
    const server = link()
    return server ? ask(server) : err(refuse('no-call-server'))
  }

  return {
    invite: (of) =>
      asking(of, async (server) => {
        if (!may(of, 'video') && !may(of, 'messages')) return err(refuse('no-consent'))
        // The server invites only whom it has heard of.
        const published = await publishing.publish()
        return published.ok ? server.createInvitation(of.contactId) : published
      }),
    open: (of) => asking(of, (server) => server.invitations(of.contactId)),
    revoke: (of, invitationId) =>
      asking(of, async (server) => {
        const open = await server.invitations(of.contactId)
        if (!open.ok) return open
        // Of this contact and no other.
        if (!open.value.some(({ id }) => id === invitationId)) return err(refuse('not-found'))
        return server.revokeInvitation(invitationId)
      }),
    devices: async (childId) => {
      const server = link()
      return server ? server.devices(familyOf(childId).map(({ id }) => id)) : err(refuse('no-call-server'))
    },
    revokeDevice: (of, deviceId) =>
      asking(of, async (server) => {
        const devices = await server.devices([of.contactId])
        if (!devices.ok) return devices
        if (!devices.value.some(({ id }) => id === deviceId)) return err(refuse('not-found'))
        return server.revokeDevice(deviceId)
      }),
    paired: async () => {
      const server = link()
      if (!server) return err(refuse('no-call-server'))
      const contacts = all()
      const childOf = new Map(contacts.map(({ id, childId }) => [id, childId]))
      const devices = await server.devices([...childOf.keys()])
      if (!devices.ok) return devices
      const counts = new Map<string, number>()
      for (const { contact } of devices.value) {
        const childId = childOf.get(contact)
        if (childId !== undefined) counts.set(childId, (counts.get(childId) ?? 0) + 1)
      }
      return ok([...counts].map(([childId, count]) => ({ childId, devices: count })))
    },
  }
}
