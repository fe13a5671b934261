import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { contactUser, redeeming, type Invitation, type ParentHome } from '#contract/wire.ts'
import { id } from '#contract/people.ts'
import { ok } from '#core/kernel/result.ts'
import { homeOf } from '../home.ts'
import type { House } from '../house.ts'
import { addressOfRequest, limited, openRoute, readBody, readParts } from '../http.ts'
import { hashOf, isKey, newToken } from '../keys.ts'
import { refuse, type Answer } from '../refusals.ts'
import { seatRoute } from '../seat-routes.ts'
import { contactByUser, type KnownContact } from '../store/contacts.ts'
import * as store from '../store/devices.ts'

const inviting = z.strictObject({ contact: contactUser })
const looking = redeeming.pick({ token: true })

/** One-time invitations: made by a seat, looked at and redeemed by a tap on the page; a GET never spends one. */
export function invitationRoutes(app: FastifyInstance, house: House): void {
  const { rates } = house.settings.limits

  seatRoute(app, house, { method: 'POST', path: '/api/seat/invitations' }, (request, seat) => {
    const body = readBody(request, inviting)
    if (!body.ok) return body
    const contact = contactByUser(house.db, body.value.contact)
    if (contact?.room !== seat.room) return refuse('unknown')
    if (!contact.consent.video && !contact.consent.messages) return refuse('no-consent')
    const calm = limited(house, 'invite', contact.user, rates.invitePerContact)
    if (!calm.ok) return calm
    const roomCalm = limited(house, 'invite-room', seat.room, rates.invitePerRoom)
    return roomCalm.ok ? ok(invite(house, contact)) : roomCalm
  })

  seatRoute(app, house, { method: 'GET', path: '/api/seat/invitations' }, (request, seat) => {
    const query = readParts(request.query, inviting)
    if (!query.ok) return query
    const contact = contactByUser(house.db, query.value.contact)
    if (contact?.room !== seat.room) return refuse('unknown')
    return ok({ invitations: store.openInvitationsOf(house.db, contact.user, house.clock.wall()) })
  })

  seatRoute(app, house, { method: 'DELETE', path: '/api/seat/invitations/:id' }, (request, seat) => {
    const parts = readParts(request.params, z.object({ id }))
    if (!parts.ok) return parts
    const known = store.invitationById(house.db, parts.value.id)
    if (known?.room !== seat.room) return refuse('unknown')
    store.revokeInvitation(house.db, known.id, house.clock.wall())
    return ok(null)
  })

  openRoute(app, { method: 'POST', path: '/api/invitations/look' }, (request) => {
    const body = readBody(request, looking)
    if (!body.ok) return body
    const calm = limited(house, 'redeem', addressOfRequest(request), rates.redeemPerAddress)
    if (!calm.ok) return calm
    const opened = openInvitation(house, body.value.token)
    return opened.ok
      ? ok({ language: opened.value.contact.language, expiresAt: opened.value.endsAt })
      : opened
  })

  openRoute(app, { method: 'POST', path: '/api/invitations/redeem' }, (request) => {
    const body = readBody(request, redeeming)
    if (!body.ok) return body
    const calm = limited(house, 'redeem', addressOfRequest(request), rates.redeemPerAddress)
    return calm.ok ? house.db.transaction(() => redeem(house, body.value)) : calm
  })
}

function invite({ db, clock, newId, settings }: House, { user, room }: KnownContact): Invitation {
  const token = newToken()
  const madeAt = clock.wall()
  const invitation = {
    id: newId(),
    endsAt: madeAt + settings.limits.invitationHours * 3_600_000,
  }
  store.addInvitation(db, { ...invitation, room, contact: user, tokenHash: hashOf(token), madeAt })
  return { id: invitation.id, link: `${settings.public.url}/#${token}`, expiresAt: invitation.endsAt }
}

function openInvitation(
  { db, clock }: House,
  token: string,
): Answer<{ readonly id: string; readonly contact: KnownContact; readonly endsAt: number }> {
  const known = store.invitationByToken(db, hashOf(token))
  if (!known) return refuse('unknown')
  if (known.revokedAt !== null) return refuse('revoked')
  if (known.usedAt !== null) return refuse('used')
  if (known.endsAt <= clock.wall()) return refuse('expired')
  const contact = contactByUser(db, known.contact)
  if (contact?.room !== known.room) return refuse('revoked')
  return ok({ id: known.id, contact, endsAt: known.endsAt })
}

function redeem(house: House, { token, key, name }: z.infer<typeof redeeming>): Answer<ParentHome> {
  const { db, clock, newId, settings } = house
  const opened = openInvitation(house, token)
  if (!opened.ok) return opened
  if (!isKey(key)) return refuse('bad-request')
  const { contact } = opened.value
  if (store.devicesOf(db, contact.room, contact.user).length >= settings.limits.devicesPerContact)
    return refuse('too-many')
  const at = clock.wall()
  store.useInvitation(db, opened.value.id, at)
  const device = {
    id: newId(),
    room: contact.room,
    contact: contact.user,
    publicKey: JSON.stringify(key),
    name,
    pairedAt: at,
    seenAt: at,
  }
  store.addDevice(db, device)
  return homeOf(house, { device: { ...device, revokedAt: null }, contact })
}
