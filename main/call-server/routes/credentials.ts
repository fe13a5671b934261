import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { childUser, type CallCredentials } from '#contract/wire.ts'
import { ok } from '#core/kernel/result.ts'
import { credentialsFor } from '../credentials.ts'
import type { House } from '../house.ts'
import { addressOfRequest, limited, readBody } from '../http.ts'
import { pageRoute } from '../page-routes.ts'
import { refuse, type Answer } from '../refusals.ts'
import { seatRoute } from '../seat-routes.ts'
import { childByUser, setSeated } from '../store/contacts.ts'

const wanting = z.strictObject({ child: childUser })

/** Credentials for calls: a seat for a child of its room, a page for the relative it is paired with. */
export function credentialRoutes(app: FastifyInstance, house: House): void {
  seatRoute(app, house, { method: 'POST', path: '/api/seat/credentials' }, (request, seat) => {
    const body = readBody(request, wanting)
    if (!body.ok) return body
    const child = childByUser(house.db, body.value.child)
    if (child?.room !== seat.room) return refuse('not-yours')
    const given = give(house, request, child.user)
    if (given.ok) setSeated(house.db, child.user, house.clock.now().at)
    return given
  })

  pageRoute(app, house, { method: 'POST', path: '/api/parent/credentials' }, (request, { contact }) =>
    contact.consent.video ? give(house, request, contact.user) : refuse('no-consent'),
  )
}

function give(house: House, request: FastifyRequest, user: string): Answer<CallCredentials> {
  const { rates } = house.settings.limits
  const calm = limited(house, 'credentials', user, rates.credentialsPerUser)
  if (!calm.ok) return calm
  const address = addressOfRequest(request)
  const addressCalm = limited(house, 'credentials-from', address, rates.credentialsPerAddress)
  return addressCalm.ok ? ok(credentialsFor(house, user)) : addressCalm
}
