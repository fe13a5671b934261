import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { beats, childUser, phoneNumber } from '#contract/wire.ts'
import { id } from '#contract/people.ts'
import { ok } from '#core/kernel/result.ts'
import type { House } from '../house.ts'
import { readBody, readParts } from '../http.ts'
import { phoneLeft, useToday } from '../phone.ts'
import { refuse } from '../refusals.ts'
import { leftBefore } from '../rules/caps-rules.ts'
import { seatRoute } from '../seat-routes.ts'
import { callById, missedOfRoom } from '../store/calls.ts'
import { childByUser } from '../store/contacts.ts'

/** What a seat tells and asks about calls: that they go on, how long they may, and which found nobody. */
export function callRoutes(app: FastifyInstance, house: House): void {
  seatRoute(app, house, { method: 'POST', path: '/api/seat/beats' }, (request, seat) => {
    const body = readBody(request, beats)
    if (!body.ok) return body
    const calls = body.value.calls.map((call) => {
      const known = callById(house.db, call)
      if (known?.room !== seat.room) return { call, known: false, leftMs: null, cap: null }
      house.beats.beat(call)
      const left =
        known.kind === 'phone' ? phoneLeft(house, known, known.talkedMs) : { leftMs: null, cap: null }
      return { call, known: true, ...left }
    })
    return ok({ calls })
  })

  seatRoute(app, house, { method: 'GET', path: '/api/seat/phone-left' }, (request, seat) => {
    const query = readParts(request.query, z.strictObject({ child: childUser, number: phoneNumber }))
    if (!query.ok) return query
    const child = childByUser(house.db, query.value.child)
    if (child?.room !== seat.room) return refuse('unknown')
    const who = { room: seat.room, child: child.user, number: query.value.number }
    const { leftMs, cap } = leftBefore(useToday(house, who), house.settings.limits)
    return ok({ leftMs: Math.max(0, leftMs), cap })
  })

  seatRoute(app, house, { method: 'GET', path: '/api/seat/missed' }, (request, seat) => {
    const query = readParts(request.query, z.strictObject({ after: id.optional() }))
    return query.ok ? ok({ missed: missedOfRoom(house.db, seat.room, query.value.after ?? '') }) : query
  })
}
