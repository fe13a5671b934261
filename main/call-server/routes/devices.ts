import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { contactUser, sessionOpening, type PairedDevice, type ParentSession } from '#contract/wire.ts'
import { signedText } from '#contract/wire-signing.ts'
import { id } from '#contract/people.ts'
import { ok } from '#core/kernel/result.ts'
import { createChallenges } from '../challenges.ts'
import { homeOf } from '../home.ts'
import type { House } from '../house.ts'
import { addressOfRequest, limited, openRoute, readBody, readParts } from '../http.ts'
import { hashOf, newToken, signedByDevice } from '../keys.ts'
import { pageOfDevice, pageRoute } from '../page-routes.ts'
import { refuse } from '../refusals.ts'
import { seatRoute } from '../seat-routes.ts'
import * as store from '../store/devices.ts'

const SESSION_MS = 15 * 60_000
const withId = z.object({ id })

/** Paired devices come back without a token: a challenge, a signature, a short session. Seats list and revoke them. */
export function deviceRoutes(app: FastifyInstance, house: House): void {
  const { db, clock } = house
  const { rates } = house.settings.limits
  const challenges = createChallenges(clock)

  openRoute(app, { method: 'POST', path: '/api/devices/:id/challenge' }, (request) => {
    const parts = readParts(request.params, withId)
    if (!parts.ok) return parts
    const calm = limited(house, 'sign-in', addressOfRequest(request), rates.signInPerAddress)
    if (!calm.ok) return calm
    const deviceCalm = limited(house, 'sign-in-device', parts.value.id, rates.signInPerDevice)
    if (!deviceCalm.ok) return deviceCalm
    const page = pageOfDevice(house, parts.value.id)
    return page.ok ? ok({ challenge: challenges.make(parts.value.id) }) : page
  })

  openRoute(app, { method: 'POST', path: '/api/devices/:id/session' }, (request) => {
    const parts = readParts(request.params, withId)
    if (!parts.ok) return parts
    const body = readBody(request, sessionOpening)
    if (!body.ok) return body
    const calm = limited(house, 'sign-in', addressOfRequest(request), rates.signInPerAddress)
    if (!calm.ok) return calm
    const page = pageOfDevice(house, parts.value.id)
    if (!page.ok) return page
    const { challenge, signature } = body.value
    const { id: device, publicKey } = page.value.device
    const isGood =
      challenges.take(device, challenge) &&
      signedByDevice(publicKey, signedText.session(device, challenge), signature)
    if (!isGood) return refuse('bad-signature')
    const session: ParentSession = { token: newToken(), endsAt: clock.wall() + SESSION_MS }
    db.transaction(() => {
      store.addSession(db, hashOf(session.token), device, session.endsAt)
      store.setDeviceSeen(db, device, clock.wall())
    })
    return ok(session)
  })

  pageRoute(app, house, { method: 'GET', path: '/api/parent/home' }, (_request, page) => homeOf(house, page))

  seatRoute(app, house, { method: 'GET', path: '/api/seat/devices' }, (request, seat) => {
    const query = readParts(request.query, z.strictObject({ contact: contactUser.optional() }))
    if (!query.ok) return query
    const devices: PairedDevice[] = store.devicesOf(db, seat.room, query.value.contact).map((one) => ({
      id: one.id,
      contact: one.contact,
      name: one.name,
      pairedAt: one.pairedAt,
      seenAt: one.seenAt,
    }))
    return ok({ devices })
  })

  seatRoute(app, house, { method: 'DELETE', path: '/api/seat/devices/:id' }, (request, seat) => {
    const parts = readParts(request.params, withId)
    if (!parts.ok) return parts
    const device = store.deviceById(db, parts.value.id)
    if (device?.room !== seat.room) return refuse('unknown')
    db.transaction(() => {
      store.revokeDevice(db, device.id, clock.wall())
    })
    house.live.away(device.id)
    for (const stream of house.live.streams()) {
      if (stream.device !== device.id) continue
      stream.send({ event: 'revoked' })
      stream.end()
    }
    return ok(null)
  })
}
