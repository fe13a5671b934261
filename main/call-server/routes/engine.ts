import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { allow, childOfCaller, miss } from '../allowing.ts'
import type { House } from '../house.ts'

const name = z.string().min(1).max(80)
const call = z.string().min(1).max(200)

/**
 * What Kamailio asks, on loopback. Anything but 200 means no: a question that we do not understand, a fault of ours, a
 * server that is down. Bodies are one plain word, for `http_client_query`.
 */
export function engineRoutes(app: FastifyInstance, house: House): void {
  app.get('/engine/allow', (request, reply) => {
    const query = z.object({ from: name, to: name, call }).safeParse(request.query)
    const kind = query.success ? allow(house, query.data) : undefined
    return reply.code(kind ? 200 : 403).send(kind ?? 'no')
  })

  app.get('/engine/incoming', (request, reply) => {
    const query = z.object({ from: name }).safeParse(request.query)
    const child = query.success ? childOfCaller(house, query.data.from) : undefined
    return reply.code(child ? 200 : 403).send(child?.user ?? 'no')
  })

  app.get('/engine/missed', (request, reply) => {
    const query = z
      .object({ from: name, to: name, why: z.string().regex(/^[a-z0-9-]{1,20}$/), call: call.optional() })
      .safeParse(request.query)
    if (query.success) miss(house, { ...query.data, call: query.data.call })
    return reply.code(200).send('noted')
  })

  app.get('/engine/health', (_request, reply) => reply.send('well'))
}
