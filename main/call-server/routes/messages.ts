import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { messageStart, sha256 } from '#contract/wire.ts'
import { id } from '#contract/people.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from '../house.ts'
import { bodyOf, readBody, readParts, type GuardedHandler, type RouteShape } from '../http.ts'
import type { Asker } from '../messages/service.ts'
import { pageRoute } from '../page-routes.ts'
import { readRange } from '../rules/range-rules.ts'
import { seatRoute } from '../seat-routes.ts'

/** A piece goes up in one request; on a slow link a client takes smaller ones. */
const MOST_PIECE = 2 ** 20

const withId = z.object({ id })
const box = z.strictObject({ box: z.enum(['in', 'sent']).default('in') })
const adding = z.strictObject({ offset: z.coerce.number().int().min(0) })
const removing = z.strictObject({ page: z.literal('1').optional() })
const hashed = z.object({ 'x-sha256': sha256 })

/** Messages go both ways by the same routes: under /api/seat for children, under /api/parent for a relative. */
export function messageRoutes(app: FastifyInstance, house: House): void {
  const { messages } = house

  const both = ({ path, ...shape }: RouteShape, handle: GuardedHandler<Asker>): void => {
    seatRoute(app, house, { ...shape, path: `/api/seat${path}` }, (request, { room }, reply) =>
      handle(request, { kind: 'seat', room }, reply),
    )
    pageRoute(app, house, { ...shape, path: `/api/parent${path}` }, (request, { contact }, reply) =>
      handle(request, { kind: 'device', room: contact.room, contact: contact.user }, reply),
    )
  }

  both({ method: 'POST', path: '/messages' }, (request, asker) => {
    const body = readBody(request, messageStart)
    return body.ok ? messages.begin(asker, body.value) : body
  })

  both({ method: 'GET', path: '/messages' }, (request, asker) => {
    const query = readParts(request.query, box)
    return query.ok ? ok({ messages: messages.list(asker, query.value.box) }) : query
  })

  both({ method: 'GET', path: '/messages/:id/upload' }, (request, asker) => {
    const parts = readParts(request.params, withId)
    return parts.ok ? messages.upload(asker, parts.value.id) : parts
  })

  both({ method: 'PATCH', path: '/messages/:id/upload', body: MOST_PIECE }, (request, asker) => {
    const parts = readParts(request.params, withId)
    if (!parts.ok) return parts
    const query = readParts(request.query, adding)
    if (!query.ok) return query
    const headers = readParts(request.headers, hashed)
    if (!headers.ok) return headers
    const hash = headers.value['x-sha256']
    return messages.add(asker, parts.value.id, query.value.offset, bodyOf(request), hash)
  })

  both({ method: 'GET', path: '/messages/:id/content' }, (request, asker, reply) => {
    const parts = readParts(request.params, withId)
    if (!parts.ok) return parts
    const found = messages.find(asker, parts.value.id)
    if (!found.ok) return found
    const { size, type, sha256: hash } = found.value
    const range = readRange(request.headers.range, size)
    void reply.header('accept-ranges', 'bytes').header('etag', `"${hash}"`)
    if (!range) {
      void reply.header('content-range', `bytes */${size}`)
      return reply.code(416).send({ problem: 'bad-request' })
    }
    // Whatever it says it is, it may not become a page.
    void reply.type(type).header('content-security-policy', `default-src 'none'; sandbox`)
    const { start, end } = range === 'whole' ? { start: 0, end: size } : range
    if (range !== 'whole') void reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${size}`)
    void reply.header('content-length', end - start)
    return reply.send(Readable.from(messages.read(found.value, { start, end })))
  })

  both({ method: 'POST', path: '/messages/:id/seen' }, (request, asker) => {
    const parts = readParts(request.params, withId)
    return parts.ok ? messages.seen(asker, parts.value.id) : parts
  })

  both({ method: 'DELETE', path: '/messages/:id' }, (request, asker) => {
    const parts = readParts(request.params, withId)
    if (!parts.ok) return parts
    const query = readParts(request.query, removing)
    return query.ok ? messages.remove(asker, parts.value.id, query.value.page === '1') : query
  })
}
