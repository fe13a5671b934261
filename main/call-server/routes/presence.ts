import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { childUser, contactUser } from '#contract/wire.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from '../house.ts'
import { readBody, readParts } from '../http.ts'
import type { PageEvent, Stream } from '../live.ts'
import { pageOfDevice, pageRoute, type Page } from '../page-routes.ts'
import { refuse } from '../refusals.ts'
import { seatRoute } from '../seat-routes.ts'
import { childByUser, contactByUser, contactsOfChild } from '../store/contacts.ts'

const BEAT = 15_000

/** Who is there: pages say it by a heartbeat or an open stream, seats ask, and a seat may say that the child waits. */
export function presenceRoutes(app: FastifyInstance, house: House): void {
  const { live } = house

  pageRoute(app, house, { method: 'POST', path: '/api/parent/here' }, (request, { device, contact }) => {
    const body = readBody(request, z.strictObject({ open: z.boolean() }))
    if (!body.ok) return body
    if (body.value.open) live.here(device.id, contact.user)
    else live.away(device.id)
    return ok({ waiting: live.isWaitingFor(contact.user) })
  })

  pageRoute(app, house, { method: 'GET', path: '/api/parent/events' }, (_request, page, reply) =>
    openStream(house, page, reply),
  )

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

/** Server-sent events, read by `fetch` because EventSource cannot send the session. */
function openStream(house: House, { device, contact }: Page, reply: FastifyReply): FastifyReply {
  const { raw } = reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' })
  const write = (event: PageEvent): void => {
    if (raw.writableEnded) return
    const { event: name, ...facts } = event
    raw.write(`event: ${name}\ndata: ${JSON.stringify(facts)}\n\n`)
  }
  const stream: Stream = { device: device.id, contact: contact.user, send: write, end: () => void raw.end() }
  const beat = setInterval(() => {
    // Revoked by the operator in another process: nobody here was told.
    if (pageOfDevice(house, device.id).ok) return void raw.write(': here\n\n')
    write({ event: 'revoked' })
    raw.end()
  }, BEAT)
  raw.on('close', () => {
    clearInterval(beat)
    house.live.close(stream)
  })
  raw.write(': here\n\n')
  house.live.open(stream)
  if (house.live.isWaitingFor(contact.user)) write({ event: 'waiting', child: contact.child })
  return reply
}
