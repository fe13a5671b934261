import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ok } from '#core/kernel/result.ts'
import type { House } from './house.ts'
import { guardedRoute, type GuardedHandler, type RouteShape } from './http.ts'
import { hashOf } from './keys.ts'
import { refuse, type Answer } from './refusals.ts'
import { contactByUser, type KnownContact } from './store/contacts.ts'
import { deviceById, sessionByToken, type StoredDevice } from './store/devices.ts'

/** A paired device with an open session, and the relative it belongs to. */
export interface Page {
  readonly device: StoredDevice
  readonly contact: KnownContact
}

/** A route for paired devices only. */
export function pageRoute(
  app: FastifyInstance,
  house: House,
  shape: RouteShape,
  handle: GuardedHandler<Page>,
): void {
  const who = (request: FastifyRequest) => pageOf(house, request)
  guardedRoute(app, shape, { early: who, who }, handle)
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
