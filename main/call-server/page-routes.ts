import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ok } from '#core/kernel/result.ts'
import type { House } from './house.ts'
import { sendAnswer, sendRefusal, SMALL_BODY, type RouteShape } from './http.ts'
import { hashOf } from './keys.ts'
import { refuse, type Answer } from './refusals.ts'
import { contactByUser, type KnownContact } from './store/contacts.ts'
import { deviceById, sessionByToken, type StoredDevice } from './store/devices.ts'

/** A paired device with an open session, and the relative it belongs to. */
export interface Page {
  readonly device: StoredDevice
  readonly contact: KnownContact
}

type PageHandler = (
  request: FastifyRequest,
  page: Page,
  reply: FastifyReply,
) => Answer<unknown> | FastifyReply | Promise<Answer<unknown> | FastifyReply>

/** A route for paired devices only. */
export function pageRoute(
  app: FastifyInstance,
  house: House,
  { method, path, body = SMALL_BODY }: RouteShape,
  handle: PageHandler,
): void {
  app.route({
    method,
    url: path,
    bodyLimit: body,
    onRequest: async (request, reply) => {
      const page = pageOf(house, request)
      if (!page.ok) return sendRefusal(reply, page.error)
    },
    handler: async (request, reply) => {
      // Looked up again: while a long body came in, the device may have been revoked.
      const page = pageOf(house, request)
      if (!page.ok) return sendRefusal(reply, page.error)
      const answer = await handle(request, page.value, reply)
      return 'ok' in answer ? sendAnswer(reply, answer) : answer
    },
  })
}

function pageOf(house: House, request: FastifyRequest): Answer<Page> {
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  const session = token === undefined ? undefined : sessionByToken(house.db, hashOf(token))
  if (!session || session.endsAt <= house.clock.wall()) return refuse('bad-signature')
  return pageOfDevice(house, session.device)
}

/** The device with its relative, unless it was revoked or the relative has gone. */
export function pageOfDevice(house: House, id: string): Answer<Page> {
  const device = deviceById(house.db, id)
  if (!device) return refuse('unknown')
  const contact = contactByUser(house.db, device.contact)
  if (device.revokedAt !== null || contact?.room !== device.room) return refuse('revoked')
  return ok({ device, contact })
}
