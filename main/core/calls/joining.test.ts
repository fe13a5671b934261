import { describe, expect, it } from 'vitest'
import { lineOf, seatBesideServer, seatOn, until, value, withChild } from './test-seat.fixture.ts'

describe('joining a call server', () => {
  it('takes the operator’s line, tells the family at once, and knows it after a restart', async () => {
    const { bench, seat, enrol } = await seatBesideServer()
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
    const { bench, seat } = await seatBesideServer()
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
    const { bench, seat } = await seatBesideServer()
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
