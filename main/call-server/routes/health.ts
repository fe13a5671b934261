import type { FastifyInstance } from 'fastify'
import { ok } from '#core/kernel/result.ts'
import type { House } from '../house.ts'
import { openRoute } from '../http.ts'

/** The server's time, for seats whose clocks are wrong, and whether it is well. */
export function healthRoutes(app: FastifyInstance, house: House): void {
  openRoute(app, { method: 'GET', path: '/api/time' }, () => ok({ now: house.clock.wall() }))
  openRoute(app, { method: 'GET', path: '/api/health' }, () => {
    house.db.get('SELECT 1')
    return ok({ well: true })
  })
}
