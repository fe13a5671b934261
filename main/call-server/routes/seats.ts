import type { FastifyInstance } from 'fastify'
import { enrolment, type Enrolled } from '#contract/wire.ts'
import { signedText } from '#contract/wire-signing.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from '../house.ts'
import { addressOfRequest, limited, openRoute, readBody } from '../http.ts'
import { hashOf, isKey, signedByEd25519 } from '../keys.ts'
import { refuse, type Answer } from '../refusals.ts'
import { addSeat, codeOfRoom, isKnownSeatKey, roomById, setRoomKey, useCode } from '../store/rooms.ts'
import { seatRoute } from '../seat-routes.ts'

/** Seats join their room, and ask who they are. */
export function seatRoutes(app: FastifyInstance, house: House): void {
  const { rates } = house.settings.limits
  openRoute(app, { method: 'POST', path: '/api/seats' }, (request) => {
    const body = readBody(request, enrolment)
    if (!body.ok) return body
    const calm = limited(house, 'enrol', addressOfRequest(request), rates.enrolPerAddress)
    if (!calm.ok) return calm
    const roomCalm = limited(house, 'enrol-room', body.value.room, rates.enrolPerRoom)
    return roomCalm.ok ? house.db.transaction(() => enrol(house, body.value)) : roomCalm
  })

  seatRoute(app, house, { method: 'GET', path: '/api/seat' }, (_request, seat) => {
    const room = roomById(house.db, seat.room)
    return ok({
      seat: seat.id,
      room: seat.room,
      name: room?.name ?? '',
      version: room?.version ?? 0,
      proxy: house.settings.sip.proxy,
    })
  })
}

function enrol(
  { db, clock, newId }: House,
  { room: id, code, name, seatKey, roomKey, proof }: ReturnType<typeof enrolment.parse>,
): Answer<Enrolled> {
  const room = roomById(db, id)
  const hash = hashOf(code)
  const known = codeOfRoom(db, hash, id)
  if (!room || !known) return refuse('unknown')
  if (known.usedAt !== null) return refuse('used')
  if (known.endsAt <= clock.wall()) return refuse('expired')
  const areKeys = [seatKey, roomKey].every((x) => isKey({ kty: 'OKP', crv: 'Ed25519', x }))
  if (!areKeys || seatKey === roomKey || isKnownSeatKey(db, seatKey)) return refuse('bad-request')
  // The code alone lets nobody into a room that has seats: the room's key must vouch for the new one.
  if (room.publicKey !== null && room.publicKey !== roomKey) return refuse('not-yours')
  if (!signedByEd25519(roomKey, signedText.enrolment(id, code, seatKey), proof))
    return refuse('bad-signature')
  setRoomKey(db, id, roomKey)
  useCode(db, hash, clock.wall())
  const seat = newId()
  addSeat(db, { id: seat, room: id, name, publicKey: seatKey, enrolledAt: clock.wall() })
  return ok({ seat, room: id, name: room.name })
}
