import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { operate } from './operator.ts'
import { aChild, newKeys, seatAsk, seatListen, startBench, type Bench } from './test-bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.end())

describe('a seat joins its room', () => {
  it('once with each code, and afterwards only when the room’s key vouches for it', async () => {
    const room = await bench.room()
    const code = room.code()
    expect((await room.enrol({ code, roomKeys: newKeys() })).json).toEqual({ problem: 'not-yours' })
    expect((await room.enrol({ code })).status).toBe(200)
    expect((await room.enrol({ code })).json).toEqual({ problem: 'used' })
    expect((await room.enrol({ code: 'AAAA-BBBB-CCCC-DDDD-EEEE' })).json).toEqual({ problem: 'unknown' })
    const other = await bench.room()
    expect((await room.enrol({ code: other.code() })).json).toEqual({ problem: 'unknown' })
  })

  it('not with a code whose time is over, and not with a key that another seat has', async () => {
    const room = await bench.room()
    const code = room.code()
    expect((await room.enrol({ seatKeys: room.seatKeys })).json).toEqual({ problem: 'bad-request' })
    bench.clock.pass(8 * 86_400_000)
    expect((await room.enrol({ code })).json).toEqual({ problem: 'expired' })
    bench.clock.pass(-8 * 86_400_000)
  })
})

describe('a signed request', () => {
  it('passes once: the same again is refused, also after a restart', async () => {
    const room = await bench.room()
    const [time, nonce] = [bench.clock.wall(), randomBytes(16).toString('base64url')]
    expect((await room.ask('GET', '/api/seat', undefined, { time, nonce })).status).toBe(200)
    expect((await room.ask('GET', '/api/seat', undefined, { time, nonce })).json.problem).toBe(
      'bad-signature',
    )
    bench.clock.pass(1000)
    await bench.restart()
    expect((await room.ask('GET', '/api/seat', undefined, { time, nonce })).json.problem).toBe('bad-time')
    expect((await room.ask('GET', '/api/seat')).status).toBe(200)
  })

  it('is refused with another key, another path, another body or another seat’s name', async () => {
    const [room, other] = [await bench.room(), await bench.room()]
    const spoiled = [
      room.ask('GET', '/api/seat', undefined, { keys: newKeys() }),
      room.ask('GET', '/api/seat', undefined, { signedPath: '/api/seat/devices' }),
      room.ask('GET', '/api/seat/devices?contact=x', undefined, { signedPath: '/api/seat/devices' }),
      room.ask('GET', '/api/seat', undefined, { headers: { 'x-seat': other.seat } }),
      room.ask('GET', '/api/seat', undefined, { headers: { 'x-signature': 'A'.repeat(86) } }),
      room.ask('GET', '/api/seat', undefined, {
        headers: { 'x-nonce': randomBytes(16).toString('base64url') },
      }),
      bench.ask('GET', '/api/seat'),
    ]
    for (const { status, json } of await Promise.all(spoiled))
      expect([status, json.problem]).toEqual([401, 'bad-signature'])
  })

  it('may be 90 s off, and a seat with a wrong clock learns the time', async () => {
    const room = await bench.room()
    const now = bench.clock.wall()
    bench.clock.pass(90_000)
    expect((await room.ask('GET', '/api/seat', undefined, { time: now })).status).toBe(200)
    for (const time of [now - 1, bench.clock.wall() + 90_001, 946_684_800_000]) {
      const refused = await room.ask('GET', '/api/seat', undefined, { time })
      expect([refused.status, refused.json]).toEqual([401, { problem: 'bad-time', now: bench.clock.wall() }])
    }
    const { json } = await bench.ask('GET', '/api/time')
    expect((await room.ask('GET', '/api/seat', undefined, { time: json.now })).status).toBe(200)
  })

  it('goes on when the server’s own clock is set back', async () => {
    const room = await bench.room()
    const now = bench.clock.wall()
    bench.clock.setWall(now - 3_600_000)
    expect((await room.ask('GET', '/api/seat')).status).toBe(200)
    bench.clock.setWall(now)
  })
})

it('refuses a stolen seat in one step, everywhere and at once, and no other', async () => {
  const room = await bench.room()
  const keys = newKeys()
  const second = await room.enrol({ seatKeys: keys })
  const seat = String(second.json.seat)
  const stolen = seatAsk(bench, seat, keys)
  await room.publish({ children: [aChild(1)] })
  expect((await stolen('POST', '/api/seat/credentials', { child: aChild(1).user })).status).toBe(200)
  expect(operate(bench.settings, { does: 'revoke-seat', of: seat }).ok).toBe(true)
  const tries = [
    stolen('GET', '/api/seat'),
    stolen('POST', '/api/seat/credentials', { child: aChild(1).user }),
    stolen('PUT', '/api/seat/publication', {}),
    stolen('POST', '/api/seat/beats', { calls: [] }),
    stolen('GET', '/api/seat/messages'),
    stolen('GET', '/api/seat/events'),
    stolen('GET', '/api/seat/devices'),
  ]
  for (const { status, json } of await Promise.all(tries))
    expect([status, json.problem]).toEqual([403, 'revoked'])
  expect((await room.ask('GET', '/api/seat')).status).toBe(200)
})

it('lets go of the line on which a stolen seat hears, at the next beat, and of no other', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const room = await bench.room()
    const keys = newKeys()
    const seat = String((await room.enrol({ seatKeys: keys })).json.seat)
    const stolen = await seatListen(bench, seat, keys)
    const theirs = await seatListen(bench, room.seat, room.seatKeys)
    vi.advanceTimersByTime(15_000)
    expect(operate(bench.settings, { does: 'revoke-seat', of: seat }).ok).toBe(true)
    vi.advanceTimersByTime(15_000)
    // Here it was still welcome: opened, and beaten once.
    expect(await stolen.told).toBe(': here\n\n'.repeat(2))
    vi.advanceTimersByTime(15_000)
    await bench.restart()
    expect(await theirs.told).toBe(': here\n\n'.repeat(4))
  } finally {
    vi.useRealTimers()
  }
})

it('refuses to count the nonces of a seat that asks without end', async () => {
  const { createNonces } = await import('./nonces.ts')
  const nonces = createNonces(bench.clock)
  const taken = Array.from({ length: 10_001 }, (_, n) => nonces.take('seat', String(n)))
  expect([taken.filter(Boolean).length, taken.at(-1)]).toEqual([10_000, false])
  expect(nonces.take('other', '1')).toBe(true)
  bench.clock.pass(180_001)
  expect(nonces.take('seat', '10000')).toBe(true)
})
