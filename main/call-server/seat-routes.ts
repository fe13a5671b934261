import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { seatHeaders } from '#contract/wire.ts'
import { signedText } from '#contract/wire-signing.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from './house.ts'
import { bodyOf, sendAnswer, sendRefusal, SMALL_BODY, type RouteShape } from './http.ts'
import { hexHash, signedByEd25519 } from './keys.ts'
import { refuse, type Answer } from './refusals.ts'
import { seatById, type Seat } from './store/rooms.ts'

type SeatHandler = (
  request: FastifyRequest,
  seat: Seat,
  reply: FastifyReply,
) => Answer<unknown> | FastifyReply | Promise<Answer<unknown> | FastifyReply>

/** A route for enrolled seats only: signed, timely, never twice. */
export function seatRoute(
  app: FastifyInstance,
  house: House,
  { method, path, body = SMALL_BODY }: RouteShape,
  handle: SeatHandler,
): void {
  app.route({
    method,
    url: path,
    bodyLimit: body,
    // Before the body is read: strangers send us no megabytes.
    onRequest: async (request, reply) => {
      const known = knownSeat(house, request)
      if (!known.ok) return sendRefusal(reply, known.error)
    },
    handler: async (request, reply) => {
      const seat = signingSeat(house, request)
      if (!seat.ok) return sendRefusal(reply, seat.error)
      const answer = await handle(request, seat.value, reply)
      return 'ok' in answer ? sendAnswer(reply, answer) : answer
    },
  })
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
