import type { FastifyInstance, FastifyRequest } from 'fastify'
import { seatHeaders } from '#contract/wire.ts'
import { signedText } from '#contract/wire-signing.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from './house.ts'
import { bodyOf, guardedRoute, type GuardedHandler, type RouteShape } from './http.ts'
import { hexHash, signedByEd25519 } from './keys.ts'
import { refuse, type Answer } from './refusals.ts'
import { seatById, type Seat } from './store/rooms.ts'

/** A route for enrolled seats only: signed, timely, never twice. */
export function seatRoute(
  app: FastifyInstance,
  house: House,
  shape: RouteShape,
  handle: GuardedHandler<Seat>,
): void {
  const guard = {
    early: (request: FastifyRequest) => knownSeat(house, request),
    who: (request: FastifyRequest) => signingSeat(house, request),
  }
  guardedRoute(app, shape, guard, handle)
}

function knownSeat(house: House, request: FastifyRequest): Answer<Seat> {
  const headers = seatHeaders.safeParse(request.headers)
  if (!headers.success) return refuse('bad-signature')
  const seat = seatById(house.db, headers.data['x-seat'])
  if (!seat) return refuse('unknown')
  if (seat.revokedAt !== null) return refuse('revoked')
  const isTimely = house.nonces.timely(Number(headers.data['x-time']))
  return isTimely ? ok(seat) : refuse('bad-time', { now: house.clock.wall() })
}

function signingSeat(house: House, request: FastifyRequest): Answer<Seat> {
  const seat = knownSeat(house, request)
  if (!seat.ok) return seat
  const headers = seatHeaders.parse(request.headers)
  const { id, publicKey } = seat.value
  const nonce = headers['x-nonce']
  const text = signedText.request(
    id,
    request.method,
    request.originalUrl,
    headers['x-time'],
    nonce,
    hexHash(bodyOf(request)),
  )
  if (!signedByEd25519(publicKey, text, headers['x-signature'])) return refuse('bad-signature')
  return house.nonces.take(id, nonce) ? seat : refuse('bad-signature')
}
