import { describe, expect, it } from 'vitest'
import { localDay } from '../sessions/local-day-rules.ts'
import { seatBesideServer, seatOn, value, withChild } from './test-seat.fixture.ts'

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
    const { seat, enrol } = await seatBesideServer()
    const { childId, contactId, who } = withChild(seat)
    await enrol()
    const at = seat.ground.clock.wall()
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    for (let beat = 0; beat < 13; beat++) {
      seat.ground.clock.pass(5000)
      await seat.calls.beat(callId, '', beat > 0)
    }
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
    const { seat, enrol } = await seatBesideServer()
    const { contactId, who } = withChild(seat)
    await enrol()
    const call = async () => value(await seat.calls.begin(who, contactId, 'video')).callId
    const ends = () => seat.calls.log({ page: 0 }).rows.map(({ end, lengthMs }) => [end, lengthMs])
    const lost = await call()
    await seat.calls.beat(lost, '', true)
    seat.ground.clock.pass(5000)
    await seat.calls.beat(lost, '', true)
    seat.ground.clock.pass(20_000)
    seat.calls.tick()
    expect(seat.calls.isCalling()).toBe(true)
    seat.ground.clock.pass(1)
    seat.calls.tick()
    // Nobody says that it was talked after the last beat.
    expect(ends()).toEqual([['window-lost', 5000]])
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

  it('credits no talk of a closed lid, whatever the page says', async () => {
    const { seat, enrol } = await seatBesideServer()
    const { contactId, who } = withChild(seat)
    await enrol()
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    const talk = async (): Promise<void> => {
      for (let beat = 0; beat < 4; beat++) {
        await seat.calls.beat(callId, '', true)
        seat.ground.clock.pass(5000)
      }
    }
    await talk()
    seat.ground.clock.pass(8 * 3_600_000)
    await talk()
    seat.calls.ended({ callId, how: 'hung-up', ringingMs: 0, lengthMs: 8 * 3_600_000, quality: null })
    expect(seat.calls.log({ page: 0 })).toMatchObject({ rows: [{ lengthMs: 35_000 }] })
  })

  it('closes the call of a session that is over', async () => {
    const { seat, enrol } = await seatBesideServer()
    const { contactId, who } = withChild(seat)
    await enrol()
    value(await seat.calls.begin(who, contactId, 'video'))
    seat.sessions.end('closed')
    expect(seat.calls.isCalling()).toBe(false)
    expect(seat.calls.log({ page: 0 })).toMatchObject({ rows: [{ end: 'window-lost' }] })
  })
})
