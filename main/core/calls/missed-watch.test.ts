import { describe, expect, it } from 'vitest'
import { seatBesideServer, until, value, withChild } from './test-seat.fixture.ts'

/** A child whose family the server knows, and the seat in front of it. */
async function ready() {
  const { bench, seat, enrol } = await seatBesideServer()
  const child = withChild(seat)
  await enrol()
  await until(() => !value(seat.contacts.family(child.childId)).published.due)
  /** Mum rings from her telephone while nobody is at the family's page: the proxy finds nobody and says why. */
  const ring = async (childId: string, why = 'offline', from = '+8613800000001'): Promise<void> => {
    const query = new URLSearchParams({ from, to: seat.contacts.users.child(childId), why })
    expect((await bench.engine(`/engine/missed?${query.toString()}`)).status).toBe(200)
  }
  /** Lets the seat ask, and waits for so many rows. */
  const told = async (rows: number): Promise<void> => {
    seat.ground.clock.pass(16_000)
    seat.calls.tick()
    await until(() => seat.calls.log({ page: 0 }).total === rows)
  }
  return { ...child, bench, seat, ring, told }
}

describe('a telephone call for a child who is not at the family’s page', () => {
  it('stands in the log as missed, once, and lights the lamp of that child alone until the child sits down', async () => {
    const { childId, contactId, seat, ring, told } = await ready()
    const other = value(seat.children.add({ name: '陈明', classLabel: '2.1', number: null, birthday: null }))
    let rang = 0
    seat.calls.missed.onRang(() => rang++)
    await ring(childId)
    // The server's wall is not the seat's: told late, it is never dated after now.
    await told(1)
    const { rows } = seat.calls.log({ page: 0 })
    expect(rows).toMatchObject([
      { childName: '林小雨', called: '妈妈', direction: 'in', way: 'phone', end: 'offline', lengthMs: 0 },
    ])
    expect(rows[0]?.at).toBeLessThanOrEqual(seat.ground.clock.wall())
    expect(seat.calls.missed.lamps()).toEqual([childId])
    expect(seat.calls.missed.lamps()).not.toContain(other.id)
    expect(rang).toBe(1)
    // It opens nothing: whoever sits here goes on.
    expect(seat.calls.isCalling()).toBe(false)
    expect(seat.calls.family(childId).cards).toMatchObject([{ contactId, rang: true }])
    seat.ground.clock.pass(60_000)
    seat.sessions.end()
    value(seat.sessions.begin(childId))
    expect(seat.calls.missed.lamps()).toEqual([])
    expect(seat.calls.family(childId).cards).toMatchObject([{ contactId, rang: true }])
  })

  it('is not told twice, and not any more once the child has called back', async () => {
    const { childId, contactId, who, seat, ring, told } = await ready()
    await ring(childId, '408')
    await told(1)
    await ring(childId, '486')
    await told(2)
    expect(
      seat.calls
        .log({ page: 0 })
        .rows.map(({ end }) => end)
        .toSorted(),
    ).toEqual(['busy', 'no-answer'])
    seat.ground.clock.pass(60_000)
    const { callId } = value(await seat.calls.begin(who, contactId, 'video'))
    seat.calls.ended({ callId, how: 'no-answer', ringingMs: 1, lengthMs: 0, quality: null })
    expect(seat.calls.family(childId).cards).toMatchObject([{ rang: false }])
    await told(3)
  })

  it('that the child declined stands in the log, and lights nothing', async () => {
    const { childId, seat, ring, told } = await ready()
    await ring(childId, '603')
    await told(1)
    expect(seat.calls.log({ page: 0 }).rows).toMatchObject([{ end: 'declined' }])
    expect(seat.calls.missed.lamps()).toEqual([])
    expect(seat.calls.family(childId).cards).toMatchObject([{ rang: false }])
  })

  it('of a stranger is worth nothing, nor is what a child dialled', async () => {
    const { childId, contactId, bench, seat, ring, told } = await ready()
    await ring(childId, 'offline', '+8613900000009')
    const dialled = new URLSearchParams({
      from: seat.contacts.users.child(childId),
      to: seat.contacts.users.contact(contactId),
      why: '480',
    })
    await bench.engine(`/engine/missed?${dialled.toString()}`)
    await ring(childId)
    await told(1)
    expect(seat.calls.log({ page: 0 }).rows).toMatchObject([{ direction: 'in', end: 'offline' }])
  })
})

describe('keys of a telephone', () => {
  it('go to the telephone that is talked here, and to no other call', async () => {
    const { contactId, who, seat } = await ready()
    const pressed: unknown[] = []
    seat.calls.onKeys((keys) => pressed.push(keys))
    const refused = { error: { code: 'not-found' } }
    const video = value(await seat.calls.begin(who, contactId, 'video'))
    await seat.calls.beat(video.callId, '', true)
    expect(seat.calls.press(video.callId, '1')).toMatchObject(refused)
    const phone = value(await seat.calls.begin(who, contactId, 'phone'))
    expect(seat.calls.now()).toMatchObject({
      callId: phone.callId,
      called: '妈妈',
      way: 'phone',
      talked: false,
    })
    expect(seat.calls.press(phone.callId, '1')).toMatchObject(refused)
    await seat.calls.beat(phone.callId, '', true)
    expect(seat.calls.press(video.callId, '1')).toMatchObject(refused)
    value(seat.calls.press(phone.callId, '12#'))
    expect(pressed).toEqual([{ callId: phone.callId, keys: '12#' }])
    seat.calls.ended({ callId: phone.callId, how: 'hung-up', ringingMs: 1, lengthMs: 1, quality: null })
    expect(seat.calls.now()).toBeNull()
    expect(seat.calls.press(phone.callId, '1')).toMatchObject(refused)
  })
})
