import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { childUser, contactUser } from '#contract/wire.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from '../house.ts'
import { readBody, readParts } from '../http.ts'
import { pageRoute } from '../page-routes.ts'
import { refuse } from '../refusals.ts'
import { seatRoute } from '../seat-routes.ts'
import { childByUser, contactByUser, contactsOfChild } from '../store/contacts.ts'

/** Who is there: pages say it by a heartbeat or an open stream of events, seats ask, and a seat may say that the child waits. */
export function presenceRoutes(app: FastifyInstance, house: House): void {
  const { live } = house

  pageRoute(app, house, { method: 'POST', path: '/api/parent/here' }, (request, { device, contact }) => {
    const body = readBody(request, z.strictObject({ open: z.boolean() }))
    if (!body.ok) return body
    if (body.value.open) live.here(device.id, contact.user)
    else live.away(device.id)
    return ok({ waiting: live.isWaitingFor(contact.user) })
  })

  seatRoute(app, house, { method: 'GET', path: '/api/seat/presence' }, (request, seat) => {
    const query = readParts(request.query, z.strictObject({ child: childUser }))
    if (!query.ok) return query
    const child = childByUser(house.db, query.value.child)
    if (child?.room !== seat.room) return refuse('unknown')
    const contacts = contactsOfChild(house.db, child.user)
    return ok({ contacts: contacts.map(({ user }) => ({ user, presence: live.presence(user) })) })
  })

  seatRoute(app, house, { method: 'POST', path: '/api/seat/waiting' }, (request, seat) => {
    const body = readBody(request, z.strictObject({ contact: contactUser }))
    if (!body.ok) return body
    const contact = contactByUser(house.db, body.value.contact)
    if (contact?.room !== seat.room) return refuse('unknown')
    if (!contact.consent.video) return refuse('no-consent')
    live.wait(contact.user, contact.child)
    return ok({ presence: live.presence(contact.user) })
  })
}
