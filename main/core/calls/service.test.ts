import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDay } from '../sessions/local-day-rules.ts'
import { pair, startBench, type Bench } from '../../call-server/test-bench.ts'
import { lineOf, seatOn, until, value, withChild, type TestSeat } from './test-seat.fixture.ts'

let bench: Bench
let seat: TestSeat
beforeEach(async () => {
  bench = await startBench()
  seat = seatOn()
})
afterEach(async () => {
  seat.calls.close()
  await bench.end()
})

const enrol = async () => value(await seat.server.enrol(lineOf(bench)))
const noQuality = { quality: null }

describe('joining a call server', () => {
  it('takes the operator’s line, tells the family at once, and knows it after a restart', async () => {
    const { childId } = withChild(seat)
    expect(seat.calls.family(childId)).toMatchObject({
      server: { at: 'none' },
      cards: [{ presence: 'offline' }],
    })
    // The seat's wall is an hour and more off the server's; its own time is never sent.
    expect(Math.abs(seat.ground.clock.wall() - bench.clock.wall())).toBeGreaterThan(90_000)
    const card = await enrol()
    expect(card).toMatchObject({ state: { at: 'open' }, room: '第一小学梦想室' })
    expect(card.address).toBe(`http://localhost:${bench.server().publicPort}`)
    expect(JSON.stringify(card)).not.toContain('Key')
    await until(() => !value(seat.contacts.family(childId)).published.due)
    expect(seat.server.proxy()).toBe('ws://127.0.0.1:9')
    const again = seatOn(seat.ground)
    expect(await again.server.look()).toMatchObject({ state: { at: 'open' }, room: '第一小学梦想室' })
    again.calls.close()
  })

  it('refuses lines that are spoilt, used, of nobody, or not encrypted, and a second server', async () => {
    const line = lineOf(bench)
    const refused = async (text: string) => (await seat.server.enrol(text)) as { error?: { code: string } }
    expect((await refused('hello')).error?.code).toBe('line-unreadable')
    expect((await refused(line.replace(/code=.*/, 'code=AAAA-AAAA-AAAA-AAAA'))).error?.code).toBe(
      'line-unreadable',
    )
    expect((await refused(line.replace(/\/\/[^/]+/, '//calls.example'))).error?.code).toBe(
      'call-server-insecure',
    )
    expect((await refused(line.replace(/:\d+/, ':9'))).error?.code).toBe('call-server-away')
    value(await seat.server.enrol(line))
    expect((await refused(line)).error?.code).toBe('already-set-up')
    const other = seatOn()
    expect(await other.server.enrol(line)).toMatchObject({ error: { code: 'line-used' } })
    const room = new URLSearchParams(new URL(line).hash.slice(1)).get('room') ?? ''
    expect(await other.server.enrol(lineOf(bench, room))).toMatchObject({ error: { code: 'room-elsewhere' } })
    other.calls.close()
  })

  it('leaves and comes back to the same room with the same room key', async () => {
    const { childId } = withChild(seat)
    const line = lineOf(bench)
    const room = new URLSearchParams(new URL(line).hash.slice(1)).get('room') ?? ''
    value(await seat.server.enrol(line))
    seat.server.leave()
    expect(seat.server.state()).toEqual({ at: 'none' })
    expect(await seat.calls.credentials(childId)).toMatchObject({ error: { code: 'no-call-server' } })
    value(await seat.server.enrol(lineOf(bench, room)))
    expect(value(await seat.calls.credentials(childId)).user).toBe(seat.contacts.users.child(childId))
  })
})

describe('the family’s page', () => {
  it('shows who is there, asks again when something changes, and stops with the session', async () => {
    const { childId, contactId } = withChild(seat)
    await enrol()
    const pages: string[] = []
    seat.calls.onPresence(({ cards }) => pages.push(cards[0]?.presence ?? ''))
    const { link } = value(await seat.contacts.invitations.invite({ childId, contactId }))
    const asRoom = { ask: async () => ({ json: { link } }) }
    const device = await pair(bench, asRoom as unknown as Parameters<typeof pair>[1], contactId)
    await device.ask('POST', '/api/parent/here', { open: true })
    seat.calls.watch(childId, true)
    await until(() => pages.includes('open'))
    expect(seat.calls.family(childId).cards).toEqual([
      {
        contactId,
        called: '妈妈',
        relation: '妈妈',
        city: '东莞',
        ways: ['video', 'phone', 'message'],
        presence: 'open',
        consentLimited: false,
        rang: false,
        unseen: 0,
      },
    ])
    expect(value(await seat.calls.waiting(childId, contactId))).toEqual({ presence: 'open' })
    expect((await device.ask('POST', '/api/parent/here', { open: true })).json).toEqual({ waiting: true })
    const paired = value(await seat.contacts.invitations.devices(childId))
    expect(paired).toMatchObject([{ contact: contactId, name: 'Android 手机' }])
    value(await seat.contacts.invitations.revokeDevice({ childId, contactId }, paired[0]?.id ?? ''))
    expect(value(await seat.contacts.invitations.devices(childId))).toEqual([])
    const before = pages.length
    seat.sessions.end()
    seat.contacts.recheck()
    expect(pages).toHaveLength(before)
  })

  it('says phone-only, and limits', async () => {
    const { childId, say } = withChild(seat)
    await enrol()
    say(false, ['video', 'messages'] as never)
    expect(seat.calls.family(childId).cards).toMatchObject([
      { ways: ['phone'], presence: 'phone-only', consentLimited: true },
    ])
  })

  it('is offline when the server is gone; what can go on goes on', async () => {
    const { childId, contactId, who } = withChild(seat)
    await enrol()
    await until(() => !value(seat.contacts.family(childId)).published.due)
    const states: string[] = []
    seat.calls.onServerState(({ at }) => states.push(at))
    await bench.server().stop()
    expect(await seat.calls.credentials(childId)).toMatchObject({ error: { code: 'call-server-away' } })
    expect(states).toEqual(['away'])
    expect(seat.calls.family(childId)).toMatchObject({
      server: { at: 'away', why: 'call-server-away' },
      cards: [{ presence: 'offline' }],
    })
    expect(await seat.calls.begin(who, contactId, 'phone')).toMatchObject({
      error: { code: 'call-server-away' },
    })
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    expect(await seat.calls.beat(callId, 'x@y', true)).toEqual({
      ok: true,
      value: { leftMs: null, cap: null },
    })
  })
})

describe('credentials', () => {
  it('are for this child’s user, and only where somebody may be called', async () => {
    const { childId, say } = withChild(seat)
    await enrol()
    const given = value(await seat.calls.credentials(childId))
    expect(given).toMatchObject({ user: seat.contacts.users.child(childId), proxy: 'ws://127.0.0.1:9' })
    expect(given.username).toMatch(/^\d+:k[0-9a-f]{24}$/)
    say(false)
    expect(await seat.calls.credentials(childId)).toMatchObject({ error: { code: 'no-consent' } })
  })

  it('end for a seat that was revoked, and say so', async () => {
    const { childId } = withChild(seat)
    await enrol()
    const { operate } = await import('../../call-server/operator.ts')
    const listed = value(operate(bench.settings, { does: 'list' }))
    const id = /seat (\S+)/.exec(listed)?.[1] ?? ''
    value(operate(bench.settings, { does: 'revoke-seat', of: id }))
    expect(await seat.calls.credentials(childId)).toMatchObject({ error: { code: 'seat-revoked' } })
    expect(seat.calls.family(childId).server).toEqual({ at: 'away', why: 'seat-revoked' })
  })
})

describe('a call', () => {
  it('goes to the relative’s user or their first number, and nowhere without consent', async () => {
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
    const { contactId, who } = withChild(seat)
    await enrol()
    const { clock } = seat.ground
    const left = () => seat.sessions.now()?.remainingMs
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    clock.pass(10_000)
    await seat.calls.beat(callId, '', false)
    expect(left()).toBe(30 * 60_000 - 10_000)
    await seat.calls.beat(callId, '', true)
    clock.pass(60_000)
    // A cut in the middle of a call is part of it.
    await seat.calls.beat(callId, '', false)
    clock.pass(60_000)
    seat.sessions.pause(true)
    expect(await seat.calls.beat(callId, '', true)).toMatchObject({ ok: true })
    seat.sessions.pause(false)
    seat.calls.ended({ callId, how: 'hung-up', ringingMs: 10_000, lengthMs: 120_000, ...noQuality })
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

describe('the log', () => {
  const figures = {
    lossShare: 0.01,
    concealedShare: 0,
    frozenShare: 0,
    voiceShare: 0.5,
    roundTripMs: 80,
    worstRoundTripMs: 300,
    longestCutMs: 0,
    cuts: 0,
    worstFrameAgeMs: 90,
    firstFrameMs: 700,
    restarts: 1,
    route: 'relay/tls',
  }

  it('holds who, when, how long and how it ended, once, and no more than can be true', async () => {
    const { childId, contactId, who } = withChild(seat)
    await enrol()
    const at = seat.ground.clock.wall()
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    seat.ground.clock.pass(65_000)
    const told = { callId, how: 'hung-up', ringingMs: 5000, lengthMs: 999_999, quality: figures } as const
    seat.calls.ended(told)
    seat.calls.ended({ ...told, how: 'busy' })
    const row = {
      id: callId,
      at,
      clockWrong: false,
      childName: '林小雨',
      classLabel: '二(1)班',
      called: '妈妈',
      direction: 'out',
      way: 'video',
      ringingMs: 5000,
      lengthMs: 65_000,
      end: 'hung-up',
      quality: figures,
    }
    expect(seat.calls.log({ page: 0 })).toEqual({ rows: [row], total: 1 })
    expect(seat.calls.log({ page: 0, childId })).toMatchObject({ total: 1 })
    expect(seat.calls.log({ page: 1 })).toEqual({ rows: [], total: 1 })
    expect(seat.calls.log({ page: 0, childId: contactId })).toEqual({ rows: [], total: 0 })
  })

  it('closes a call whose page is gone, whose session ended, or whose seat lost its power', async () => {
    const { contactId, who } = withChild(seat)
    await enrol()
    const call = async () => value(await seat.calls.begin(who, contactId, 'video')).callId
    const ends = () => seat.calls.log({ page: 0 }).rows.map(({ end, lengthMs }) => [end, lengthMs])
    await seat.calls.beat(await call(), '', true)
    seat.ground.clock.pass(20_000)
    seat.calls.tick()
    expect(seat.calls.isCalling()).toBe(true)
    seat.ground.clock.pass(1)
    seat.calls.tick()
    expect(ends()).toEqual([['window-lost', 20_001]])
    const cut = await call()
    await seat.calls.beat(cut, '', true)
    seat.ground.clock.pass(7000)
    await seat.calls.beat(cut, '', true)
    seat.ground.clock.pass(3000)
    const again = seatOn(seat.ground)
    expect(again.calls.log({ page: 0 }).rows[0]).toMatchObject({ id: cut, end: 'power-cut', lengthMs: 7000 })
    again.calls.close()
    const at = seat.ground.clock.wall()
    const report = seat.usage.report({ unit: 'day', day: localDay(at, seat.ground.zoneOffset(at)) })
    expect(report).toMatchObject({ value: { calls: 2 } })
  })

  it('closes the call of a session that is over', async () => {
    const { contactId, who } = withChild(seat)
    await enrol()
    value(await seat.calls.begin(who, contactId, 'video'))
    seat.sessions.end('closed')
    expect(seat.calls.isCalling()).toBe(false)
    expect(seat.calls.log({ page: 0 })).toMatchObject({ rows: [{ end: 'window-lost' }] })
  })
})
