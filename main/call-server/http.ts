import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { ok } from '#core/kernel/result.ts'
import type { House } from './house.ts'
import { addressOf } from './rates.ts'
import { refuse, statusOf, type Answer, type Refused } from './refusals.ts'
import type { RateLimit } from './settings.ts'

/** Bodies are taken as bytes, because signatures are over bytes. */
export const bodyOf = (request: FastifyRequest): Buffer =>
  Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)

/** Reads the body as JSON of that shape. */
export function readBody<T>(request: FastifyRequest, shape: z.ZodType<T>): Answer<T> {
  try {
    const parsed = shape.safeParse(JSON.parse(bodyOf(request).toString('utf8')))
    return parsed.success ? ok(parsed.data) : refuse('bad-request')
  } catch {
    return refuse('bad-request')
  }
}

/** Reads what stands in the query or in the path. */
export function readParts<T>(parts: unknown, shape: z.ZodType<T>): Answer<T> {
  const parsed = shape.safeParse(parts)
  return parsed.success ? ok(parsed.data) : refuse('bad-request')
}

export function sendRefusal(reply: FastifyReply, { waitMs, ...body }: Refused): FastifyReply {
  if (waitMs !== undefined) void reply.header('retry-after', Math.ceil(waitMs / 1000))
  return reply.code(statusOf[body.problem]).send(body)
}

/** Sends a value as JSON, or the refusal; nothing at all as 204. */
function sendAnswer(reply: FastifyReply, answer: Answer<unknown>): FastifyReply {
  if (!answer.ok) return sendRefusal(reply, answer.error)
  return answer.value === null ? reply.code(204).send() : reply.send(answer.value)
}

/** One more of `what` by `who`: refused when there were too many. */
export function limited(house: House, what: string, who: string, limit: RateLimit): Answer<null> {
  const waitMs = house.rates.take(what, who, limit)
  return waitMs === 0 ? ok(null) : refuse('too-many', { waitMs })
}

export const addressOfRequest = (request: FastifyRequest): string => addressOf(request.ip)

export interface RouteShape {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** Most bytes of the body. */
  readonly body?: number
}

const SMALL_BODY = 64 * 1024

/** A route for everybody; its handler answers a value. */
export function openRoute(
  app: FastifyInstance,
  { method, path, body = SMALL_BODY }: RouteShape,
  handle: (request: FastifyRequest) => Answer<unknown> | Promise<Answer<unknown>>,
): void {
  app.route({
    method,
    url: path,
    bodyLimit: body,
    handler: async (request, reply) => sendAnswer(reply, await handle(request)),
  })
}

export type GuardedHandler<Who> = (
  request: FastifyRequest,
  who: Who,
  reply: FastifyReply,
) => Answer<unknown> | FastifyReply | Promise<Answer<unknown> | FastifyReply>

export interface Guard<Who> {
  /** Asked before the body is read: strangers send us no megabytes. */
  readonly early: (request: FastifyRequest) => Answer<unknown>
  /** Asked when the body is there; what was good may have been revoked while it came in. */
  readonly who: (request: FastifyRequest) => Answer<Who>
}

/** A route for those alone whom the guard lets in; its handler answers a value, or sends by itself. */
export function guardedRoute<Who>(
  app: FastifyInstance,
  { method, path, body = SMALL_BODY }: RouteShape,
  guard: Guard<Who>,
  handle: GuardedHandler<Who>,
): void {
  app.route({
    method,
    url: path,
    bodyLimit: body,
    onRequest: async (request, reply) => {
      const early = guard.early(request)
      if (!early.ok) return sendRefusal(reply, early.error)
    },
    handler: async (request, reply) => {
      const who = guard.who(request)
      if (!who.ok) return sendRefusal(reply, who.error)
      const answer = await handle(request, who.value, reply)
      return 'ok' in answer ? sendAnswer(reply, answer) : answer
    },
  })
}
