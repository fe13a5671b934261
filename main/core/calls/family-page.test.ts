import { describe, expect, it } from 'vitest'
import { pair } from '../../call-server/test-bench.ts'
import { seatBesideServer, until, value, withChild } from './test-seat.fixture.ts'

describe('the family’s page', () => {
  it('shows who is there, asks again when something changes, and stops with the session', async () => {
    const { bench, seat, enrol } = await seatBesideServer()
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
    const { seat, enrol } = await seatBesideServer()
    const { childId, say } = withChild(seat)
    await enrol()
    say(false, ['video', 'messages'] as never)
    expect(seat.calls.family(childId).cards).toMatchObject([
      { ways: ['phone'], presence: 'phone-only', consentLimited: true },
    ])
  })

  it('is offline when the server is gone; what can go on goes on', async () => {
    const { bench, seat, enrol } = await seatBesideServer()
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
