import type { FastifyInstance } from 'fastify'
import { erased } from '#contract/wire.ts'
import { erase } from '../erasing.ts'
import type { House } from '../house.ts'
import { readBody } from '../http.ts'
import { seatRoute } from '../seat-routes.ts'

/** A child was erased in the room: what is known of the family goes here, too. */
export function erasedRoutes(app: FastifyInstance, house: House): void {
  seatRoute(app, house, { method: 'POST', path: '/api/seat/erased' }, (request, seat) => {
    const body = readBody(request, erased)
    return body.ok ? erase(house, seat.room, body.value) : body
  })
}
