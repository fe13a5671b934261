import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { WireContact } from '#contract/wire.ts'
import {
  aChild,
  aContact,
  contactNamed,
  pair,
  redeem,
  startBench,
  tokenOf,
  type Bench,
  type DeviceBench,
  type RoomBench,
} from './test-bench.ts'

let bench: Bench
let room: RoomBench
let next = 1
let contact = ''
let relative: WireContact

beforeAll(async () => {
  bench = await startBench({ limits: { rates: { redeemPerAddress: { times: 20, withinMs: 600_000 } } } })
})
afterAll(() => bench.end())
beforeEach(async () => {
  // A room and people of its own for each, so that no test spends another's allowance of tries.
  bench.clock.pass(600_000)
  room = await bench.room()
  next += 1
  contact = contactNamed(next)
  relative = aContact(next, next)
  await room.publish({ children: [aChild(next)], contacts: [relative] })
})

const at = ({ home }: DeviceBench): string => `/api/devices/${home.device}`

const invite = async (): Promise<{ id: string; token: string; expiresAt: number; link: string }> => {
  const { json } = await room.ask('POST', '/api/seat/invitations', { contact })
  return { ...json, token: tokenOf(String(json.link)) }
}

describe('an invitation', () => {
  it('pairs one device, and is used afterwards', async () => {
    const { token, link, expiresAt } = await invite()
    expect(link).toMatch(/^http:\/\/localhost:1\/#[\w-]{43}$/)
    expect(expiresAt).toBe(bench.clock.wall() + 48 * 3_600_000)
    const { status, json } = await redeem(bench, token)
    expect(status).toBe(200)
    expect(json).toMatchObject({ called: '妈妈', user: contact, child: { given: `孩子${next}` }, missed: [] })
    expect([(await redeem(bench, token)).status, (await redeem(bench, token)).json.problem]).toEqual([
      410,
      'used',
    ])
  })

  it('opened on two phones at the same moment lets one in', async () => {
    const { token } = await invite()
    const both = await Promise.all([redeem(bench, token), redeem(bench, token)])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 410]))
  })

  it('is not spent by looking at it, nor by a link preview in any way', async () => {
    const { token } = await invite()
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      for (const path of [`/#${token}`, `/?${token}`, `/api/invitations/redeem?token=${token}`]) {
        expect((await bench.ask(method, path)).status).toBe(404)
      }
    }
    const look = await bench.ask('POST', '/api/invitations/look', { token })
    expect(look.json).toEqual({ language: 'zh-CN', expiresAt: expect.any(Number) })
    expect((await redeem(bench, token)).status).toBe(200)
  })

  it('says unknown, expired, revoked', async () => {
    expect((await redeem(bench, 'A'.repeat(43))).json).toEqual({ problem: 'unknown' })
    const old = await invite()
    const withdrawn = await invite()
    await room.ask('DELETE', `/api/seat/invitations/${withdrawn.id}`)
    const refused = await redeem(bench, withdrawn.token)
    expect([refused.status, refused.json.problem]).toEqual([403, 'revoked'])
    bench.clock.pass(48 * 3_600_000)
    const late = await redeem(bench, old.token)
    expect([late.status, late.json.problem]).toEqual([410, 'expired'])
  })

  it('is listed while it waits, and only then', async () => {
    const [one, two, three] = [await invite(), await invite(), await invite()]
    const path = `/api/seat/invitations?contact=${contact}`
    const ids = async (): Promise<string[]> =>
      (await room.ask('GET', path)).json.invitations.map(({ id }: { id: string }) => id)
    expect((await ids()).length).toBe(3)
    await redeem(bench, one.token)
    await room.ask('DELETE', `/api/seat/invitations/${two.id}`)
    expect(await ids()).toEqual([three.id])
    bench.clock.pass(48 * 3_600_000)
    expect(await ids()).toEqual([])
    const other = await bench.room()
    expect((await other.ask('GET', path)).status).toBe(404)
  })

  it('is not made for another room’s contact, nor without consent', async () => {
    const other = await bench.room()
    expect((await other.ask('POST', '/api/seat/invitations', { contact })).json.problem).toBe('unknown')
    const { id } = await invite()
    expect((await other.ask('DELETE', `/api/seat/invitations/${id}`)).status).toBe(404)
    const consent = { video: false, phone: true, messages: false, photo: true }
    await room.publish({ children: [aChild(next)], contacts: [{ ...relative, consent }] })
    expect((await room.ask('POST', '/api/seat/invitations', { contact })).json.problem).toBe('no-consent')
  })

  it('takes no key that is no point of the curve, and stays good', async () => {
    const { token } = await invite()
    const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) }
    const wrong = await bench.ask('POST', '/api/invitations/redeem', { token, key, name: 'x' })
    expect(wrong.json.problem).toBe('bad-request')
    expect((await redeem(bench, token)).status).toBe(200)
  })

  it('cannot be guessed at speed, nor made without end', async () => {
    const tries = await Promise.all(Array.from({ length: 21 }, () => redeem(bench, 'A'.repeat(43))))
    expect(tries.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1)
    const refused = tries.find(({ status }) => status === 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    const made: number[] = []
    for (let n = 0; n < 11; n += 1)
      made.push((await room.ask('POST', '/api/seat/invitations', { contact })).status)
    expect(made).toEqual([...Array<number>(10).fill(200), 429])
  })
})

describe('a paired device', () => {
  it('comes back with its key alone, for a quarter of an hour, also after a restart', async () => {
    const device = await pair(bench, room, contact)
    expect((await device.ask('GET', '/api/parent/home')).json).toMatchObject({
      school: '乐乐小学',
      user: contact,
    })
    await bench.restart()
    expect((await device.ask('GET', '/api/parent/home')).status).toBe(200)
    bench.clock.pass(15 * 60_000)
    expect((await device.ask('GET', '/api/parent/home')).status).toBe(401)
    expect((await device.signIn()).status).toBe(200)
    expect((await device.ask('GET', '/api/parent/home')).status).toBe(200)
  })

  it('cannot be impersonated: a challenge is for one device, once, and needs its key', async () => {
    const [device, other] = [await pair(bench, room, contact), await pair(bench, room, contact)]
    const challenge = async (): Promise<string> =>
      String((await bench.ask('POST', `${at(device)}/challenge`)).json.challenge)
    const open = async (where: DeviceBench, signer: DeviceBench, text: string): Promise<number> => {
      const body = { challenge: text, signature: signer.sign(text) }
      return (await bench.ask('POST', `${at(where)}/session`, body)).status
    }
    // Another device's key; a challenge of another device; ones that were never made, too old, or used before.
    expect(await open(device, other, await challenge())).toBe(401)
    expect(await open(other, other, await challenge())).toBe(401)
    expect(await open(device, device, 'A'.repeat(43))).toBe(401)
    const old = await challenge()
    bench.clock.pass(120_000)
    expect(await open(device, device, old)).toBe(401)
    const good = await challenge()
    expect([await open(device, device, good), await open(device, device, good)]).toEqual([200, 401])
    expect(
      (await bench.ask('GET', '/api/parent/home', undefined, { authorization: `Bearer ${'A'.repeat(43)}` }))
        .status,
    ).toBe(401)
  })

  it('is listed, and revoked with its session and its open stream', async () => {
    const device = await pair(bench, room, contact)
    const { json } = await room.ask('GET', '/api/seat/devices')
    expect(json.devices).toEqual([
      {
        id: device.home.device,
        contact,
        name: 'Android 手机',
        pairedAt: expect.any(Number),
        seenAt: expect.any(Number),
      },
    ])
    const stream = await device.listen()
    await room.ask('DELETE', `/api/seat/devices/${device.home.device}`)
    expect(await stream.told).toContain('event: revoked')
    expect((await device.ask('GET', '/api/parent/home')).status).toBe(401)
    expect((await device.signIn()).json.problem).toBe('revoked')
    expect((await room.ask('GET', '/api/seat/devices')).json.devices).toEqual([])
  })

  it('is revoked when its contact is no longer published', async () => {
    const device = await pair(bench, room, contact)
    await room.publish({ children: [aChild(next)] })
    expect((await device.signIn()).json.problem).toBe('revoked')
    await room.publish({ children: [aChild(next)], contacts: [relative] })
    expect((await device.signIn()).json.problem).toBe('revoked')
  })

  it('is there while it beats, and is told that the child waits', async () => {
    const device = await pair(bench, room, contact)
    expect(await presence()).toEqual([{ user: contact, presence: 'away' }])
    expect((await device.ask('POST', '/api/parent/here', { open: true })).json).toEqual({ waiting: false })
    expect((await presence()).at(0)?.presence).toBe('open')
    const told = await room.ask('POST', '/api/seat/waiting', { contact })
    expect(told.json).toEqual({ presence: 'open' })
    expect((await device.ask('POST', '/api/parent/here', { open: true })).json).toEqual({ waiting: true })
    bench.clock.pass(45_000)
    expect((await presence()).at(0)?.presence).toBe('away')
    await device.ask('POST', '/api/parent/here', { open: true })
    await device.ask('POST', '/api/parent/here', { open: false })
    expect((await presence()).at(0)?.presence).toBe('away')
    bench.clock.pass(15_000)
    expect((await device.ask('POST', '/api/parent/here', { open: true })).json).toEqual({ waiting: false })
  })

  it('is there with an open stream once it can be rung, until the stream ends', async () => {
    const device = await pair(bench, room, contact)
    const stream = await device.listen()
    // It reads its messages; what makes calls is still on its way to the phone.
    expect((await presence()).at(0)?.presence).toBe('away')
    await device.ask('POST', '/api/parent/here', { open: true })
    bench.clock.pass(120_000)
    expect((await presence()).at(0)?.presence).toBe('open')
    await device.ask('POST', '/api/parent/here', { open: false })
    expect((await presence()).at(0)?.presence).toBe('away')
    await device.ask('POST', '/api/parent/here', { open: true })
    await room.ask('DELETE', `/api/seat/devices/${device.home.device}`)
    await stream.told
    expect((await presence()).at(0)?.presence).toBe('away')
  })

  it('takes credentials for itself only, and they end within ten minutes', async () => {
    const device = await pair(bench, room, contact)
    const { json } = await device.ask('POST', '/api/parent/credentials', { child: aChild(next).user })
    expect(json.user).toBe(contact)
    const [end, user] = String(json.username).split(':')
    expect([Number(end), user]).toEqual([Math.floor(bench.clock.wall() / 1000) + 600, contact])
    expect(json.iceServers).toEqual([
      { urls: ['turn:127.0.0.1:3478'], username: json.username, credential: json.password },
    ])
    const other = await bench.room()
    const stranger = await other.ask('POST', '/api/seat/credentials', { child: aChild(next).user })
    expect(stranger.json.problem).toBe('not-yours')
    const consent = { ...relative.consent, video: false }
    await room.publish({ children: [aChild(next)], contacts: [{ ...relative, consent }] })
    const after = await device.ask('POST', '/api/parent/credentials')
    expect([after.status, after.json.problem]).toEqual([403, 'no-consent'])
  })
})

async function presence(): Promise<{ user: string; presence: string }[]> {
  const { json } = await room.ask('GET', `/api/seat/presence?child=${aChild(next).user}`)
  return json.contacts
}
