import { describe, expect, it } from 'vitest'
import { operate } from '../../call-server/operator.ts'
import { localDay } from '../sessions/local-day-rules.ts'
import { seatBesideServer, until, value, withChild } from './test-seat.fixture.ts'

describe('credentials', () => {
  it('are for this child’s user, and only where somebody may be called', async () => {
    const { seat, enrol } = await seatBesideServer()
    const { childId, say } = withChild(seat)
    await enrol()
    const given = value(await seat.calls.credentials(childId))
    expect(given).toMatchObject({ user: seat.contacts.users.child(childId), proxy: 'ws://127.0.0.1:9' })
    expect(given.username).toMatch(/^\d+:k[0-9a-f]{24}$/)
    say(false)
    expect(await seat.calls.credentials(childId)).toMatchObject({ error: { code: 'no-consent' } })
  })

  it('end for a seat that was revoked, and say so', async () => {
    const { bench, seat, enrol } = await seatBesideServer()
    const { childId } = withChild(seat)
    await enrol()
    const listed = value(operate(bench.settings, { does: 'list' }))
    const id = /seat (\S+)/.exec(listed)?.[1] ?? ''
    value(operate(bench.settings, { does: 'revoke-seat', of: id }))
    expect(await seat.calls.credentials(childId)).toMatchObject({ error: { code: 'seat-revoked' } })
    expect(seat.calls.family(childId).server).toEqual({ at: 'away', why: 'seat-revoked' })
  })
})

describe('a call', () => {
  it('goes to the relative’s user or their first number, and nowhere without consent', async () => {
    const { seat, enrol } = await seatBesideServer()
    const { childId, contactId, who, say } = withChild(seat)
    expect(await seat.calls.begin(who, contactId, 'video')).toMatchObject({
      error: { code: 'no-call-server' },
    })
    await enrol()
    await until(() => !value(seat.contacts.family(childId)).published.due)
    const video = value(await seat.calls.begin(who, contactId, 'video'))
    expect(video).toMatchObject({ target: seat.contacts.users.contact(contactId), leftMs: null })
    expect(value(await seat.calls.begin(who, contactId, 'video')).callId).toBe(video.callId)
    const phone = value(await seat.calls.begin(who, contactId, 'phone'))
    expect(phone).toMatchObject({ target: '+8613800000001', leftMs: 30 * 60_000, cap: 'call' })
    say(false, ['phone'] as never)
    expect(await seat.calls.begin(who, contactId, 'phone')).toMatchObject({ error: { code: 'no-consent' } })
    expect(await seat.calls.begin(who, childId, 'video')).toMatchObject({ error: { code: 'not-found' } })
  })

  it('is refused by the cap that it meets, and the log says which; another way is open', async () => {
    const { bench, seat, enrol } = await seatBesideServer()
    const { childId, contactId, who } = withChild(seat)
    await enrol()
    await until(() => !value(seat.contacts.family(childId)).published.due)
    const before = { ...bench.settings.limits }
    for (const [cap, limits] of [
      ['child', { phoneChildDayCalls: 0 }],
      ['child', { phoneChildDayMinutes: 0 }],
      ['number', { phoneNumberDayMinutes: 0 }],
      ['room', { phoneRoomDayMinutes: 0 }],
    ] as const) {
      Object.assign(bench.settings.limits, before, limits)
      const refused = await seat.calls.begin(who, contactId, 'phone')
      expect(refused).toMatchObject({ error: { code: `phone-spent-${cap}` } })
      expect(seat.calls.isCalling()).toBe(false)
    }
    const { rows } = seat.calls.log({ page: 0 })
    expect(rows.map(({ end, lengthMs, way }) => [end, lengthMs, way]).toReversed()).toEqual([
      ['phone-spent-child', 0, 'phone'],
      ['phone-spent-child', 0, 'phone'],
      ['phone-spent-number', 0, 'phone'],
      ['phone-spent-room', 0, 'phone'],
    ])
    value(await seat.calls.begin(who, contactId, 'video'))
  })

  it('comes in only from family', async () => {
    const { seat } = await seatBesideServer()
    const { childId, contactId, who } = withChild(seat)
    const user = seat.contacts.users.contact(contactId)
    expect(seat.calls.caller(childId, user)).toEqual({
      ok: true,
      value: { contactId, called: '妈妈', way: 'video' },
    })
    expect(seat.calls.caller(childId, '13800000001')).toMatchObject({ value: { contactId, way: 'phone' } })
    expect(seat.calls.caller(childId, '+8613900000009')).toMatchObject({ error: { code: 'not-found' } })
    value(seat.calls.answer(who, user))
    expect(seat.calls.isCalling()).toBe(true)
  })

  it('is told to the server by its beats, which say how long a telephone may go on', async () => {
    const { bench, seat, enrol } = await seatBesideServer()
    const { childId, contactId, who } = withChild(seat)
    await enrol()
    await until(() => !value(seat.contacts.family(childId)).published.due)
    const { callId, target } = value(await seat.calls.begin(who, contactId, 'phone'))
    const query = new URLSearchParams({
      from: seat.contacts.users.child(childId),
      to: target,
      call: 'call-1',
    })
    expect((await bench.engine(`/engine/allow?${query.toString()}`)).status).toBe(200)
    expect(value(await seat.calls.beat(callId, '', false))).toEqual({ leftMs: null, cap: null })
    expect(value(await seat.calls.beat(callId, 'call-1', false))).toEqual({
      leftMs: 30 * 60_000,
      cap: 'call',
    })
    expect(value(await seat.calls.beat(callId, 'call-2', false))).toEqual({ leftMs: null, cap: null })
    expect(await seat.calls.beat(contactId, 'call-1', false)).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('the sun', () => {
  it('rests while a call is talked, also in a pause, and the talk is counted as a call', async () => {
    const { seat, enrol } = await seatBesideServer()
    const { contactId, who } = withChild(seat)
    await enrol()
    const { clock } = seat.ground
    const left = () => seat.sessions.now()?.remainingMs
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    clock.pass(10_000)
    await seat.calls.beat(callId, '', false)
    expect(left()).toBe(30 * 60_000 - 10_000)
    await seat.calls.beat(callId, '', true)
    const talk = async (): Promise<void> => {
      for (let beat = 0; beat < 12; beat++) {
        clock.pass(5000)
        await seat.calls.beat(callId, '', true)
        seat.sessions.beat()
      }
    }
    await talk()
    // A cut in the middle of a call is part of it.
    await seat.calls.beat(callId, '', false)
    await talk()
    seat.sessions.pause(true)
    expect(await seat.calls.beat(callId, '', true)).toMatchObject({ ok: true })
    seat.sessions.pause(false)
    seat.calls.ended({ callId, how: 'hung-up', ringingMs: 10_000, lengthMs: 120_000, quality: null })
    expect(left()).toBe(30 * 60_000 - 10_000)
    clock.pass(1000)
    expect(left()).toBe(30 * 60_000 - 11_000)
    const minutes = seat.ground.db.all(`SELECT activity, ms FROM usage_day WHERE activity = 'call'`)
    expect(minutes).toEqual([{ activity: 'call', ms: 120_000 }])
    const day = localDay(clock.wall(), seat.ground.zoneOffset(clock.wall()))
    const report = seat.usage.report({ unit: 'day', day })
    expect(report).toMatchObject({ ok: true, value: { calls: 1, talkedMinutes: 2 } })
  })

  it('does not end a session in the middle of a talk', async () => {
    const { seat, enrol } = await seatBesideServer()
    const { contactId, who } = withChild(seat)
    await enrol()
    seat.ground.clock.pass(29 * 60_000)
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    await seat.calls.beat(callId, '', true)
    seat.sessions.endKindly()
    seat.ground.clock.pass(10 * 60_000)
    seat.sessions.due()
    expect(seat.sessions.now()).toMatchObject({ phase: 'goodbye', resting: true })
    expect(seat.sessions.nextDueMs()).toBeNull()
  })
})
