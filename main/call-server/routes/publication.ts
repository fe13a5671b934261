import type { FastifyInstance } from 'fastify'
import { signedPublication } from '#contract/wire.ts'
import type { House } from '../house.ts'
import { readBody } from '../http.ts'
import { publish } from '../publishing.ts'
import { seatRoute } from '../seat-routes.ts'

/** The text is JSON within JSON, which doubles its quotes. */
const MOST = 12_000_000

export function publicationRoutes(app: FastifyInstance, house: House): void {
  seatRoute(app, house, { method: 'PUT', path: '/api/seat/publication', body: MOST }, (request, seat) => {
    const body = readBody(request, signedPublication)
    return body.ok ? publish(house, seat.room, body.value) : body
  })
}
