import { z } from 'zod'
import { refuse } from '#contract/refusal.ts'
import { signedText } from '#contract/wire-signing.ts'
import type { CallServerLink } from '../contacts/call-server-link.ts'
import { sipUser } from '../contacts/sip-user.ts'
import { err, ok } from '../kernel/result.ts'
import type { MembershipStore } from './membership.ts'
import type { SeatLine } from './seat-line.ts'
import { signText } from './signing-keys.ts'
import { refusalOf } from './trouble-rules.ts'

const invitation = z.object({ id: z.string(), link: z.string(), expiresAt: z.number() })
const invitations = z.object({
  invitations: z.array(z.object({ id: z.string(), createdAt: z.number(), expiresAt: z.number() })),
})
const devices = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      contact: z.string(),
      name: z.string(),
      pairedAt: z.number(),
      seenAt: z.number(),
    }),
  ),
})
const published = z.object({ version: z.number() })
const nothing = z.unknown().transform(() => undefined)

/** A school's publication over a slow line. */
const PUBLISH_MS = 30_000
const userOf = (contactId: string): string => sipUser('contact', contactId)
const at = (id: string): string => encodeURIComponent(id)

/** What contacts ask of the call server, over this seat's line. */
export function createContactsLink(line: SeatLine, members: MembershipStore): CallServerLink {
  return {
    get room() {
      return members.current()?.room ?? ''
    },
    createInvitation: (contactId) =>
      line.ask(
        { method: 'POST', path: '/api/seat/invitations', body: { contact: userOf(contactId) } },
        invitation,
      ),
    invitations: async (contactId) => {
      const path = `/api/seat/invitations?contact=${userOf(contactId)}`
      const answer = await line.ask({ method: 'GET', path }, invitations)
      if (answer.ok) return ok(answer.value.invitations)
      // Never published: nobody was invited yet.
      return answer.error.code === 'not-found' ? ok([]) : answer
    },
    revokeInvitation: (id) =>
      line.ask({ method: 'DELETE', path: `/api/seat/invitations/${at(id)}` }, nothing),
    devices: async (contactIds) => {
      const answer = await line.ask({ method: 'GET', path: '/api/seat/devices' }, devices)
      if (!answer.ok) return answer
      const ids = new Map(contactIds.map((id) => [userOf(id), id]))
      return ok(
        answer.value.devices.flatMap((device) => {
          const contact = ids.get(device.contact)
          return contact === undefined ? [] : [{ ...device, contact }]
        }),
      )
    },
    revokeDevice: (id) => line.ask({ method: 'DELETE', path: `/api/seat/devices/${at(id)}` }, nothing),
    publish: async (publication) => {
      const member = members.current()
      if (!member) return err(refuse('no-call-server'))
      const text = JSON.stringify(publication)
      const signature = signText(members.roomKey(member.room), signedText.publication(text))
      const answer = await line.askPlainly({
        method: 'PUT',
        path: '/api/seat/publication',
        body: { text, signature },
        timeoutMs: PUBLISH_MS,
      })
      if (!answer.ok) {
        const { error } = answer
        if (error.at === 'away') return err(refuse(error.trouble))
        const isBehind = error.problem === 'stale' && error.version !== undefined
        return isBehind
          ? ok({ taken: false, version: error.version ?? 0 })
          : err(refusalOf(error.problem, error.waitMs))
      }
      const read = published.safeParse(answer.value)
      return read.success
        ? ok({ taken: true, version: read.data.version })
        : err(refuse('call-server-refused'))
    },
  }
}
