import type { FastifyInstance } from 'fastify'
import { openEvents } from '../event-stream.ts'
import type { House } from '../house.ts'
import type { PageEvent, SeatEvent, SeatStream, Stream } from '../live.ts'
import { pageOfDevice, pageRoute } from '../page-routes.ts'
import { seatRoute } from '../seat-routes.ts'
import { seatById } from '../store/rooms.ts'

/** What pages and seats are told without asking. Whoever is revoked by the operator, in another process, is looked for at each beat. */
export function eventRoutes(app: FastifyInstance, house: House): void {
  const { db, live } = house

  pageRoute(app, house, { method: 'GET', path: '/api/parent/events' }, (_request, page, reply) => {
    const { device, contact } = page
    const events = openEvents<PageEvent>(reply, {
      isWelcome: () => pageOfDevice(house, device.id).ok,
      last: { event: 'revoked' },
      onClose: () => live.close(stream),
    })
    const stream: Stream = { device: device.id, contact: contact.user, ...events }
    live.open(stream)
    if (live.isWaitingFor(contact.user)) events.send({ event: 'waiting', child: contact.child })
    return reply
  })

  seatRoute(app, house, { method: 'GET', path: '/api/seat/events' }, (_request, seat, reply) => {
    const events = openEvents<SeatEvent>(reply, {
      isWelcome: () => seatById(db, seat.id)?.revokedAt === null,
      onClose: () => live.closeSeat(stream),
    })
    const stream: SeatStream = { seat: seat.id, room: seat.room, ...events }
    live.openSeat(stream)
    return reply
  })
}
