import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MessageStart } from '#contract/wire.ts'
import { newId } from '#core/kernel/ids.ts'
import {
  aChild,
  aContact,
  pair,
  startBench,
  type Bench,
  type DeviceBench,
  type RoomBench,
  type Told,
} from '../test-bench.ts'

type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Told>

let bench: Bench
let room: RoomBench
let mother: DeviceBench
const child = aChild(1)
const contact = aContact(1, 1)
const [father, strangersContact] = [aContact(2, 1), aContact(3, 3)]

beforeAll(async () => {
  bench = await startBench({ limits: { messageBytes: 400_000, messageBytesPerContact: 3_000_000 } })
  room = await bench.room()
  await room.publish({ children: [child], contacts: [contact, father] })
  mother = await pair(bench, room, contact.user)
})
afterAll(() => bench.end())

const seat: Ask = (method, path, body, headers) =>
  room.ask(method, `/api/seat${path}`, body, headers ? { headers } : {})
const phone: Ask = (method, path, body, headers) => mother.ask(method, `/api/parent${path}`, body, headers)

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const startOf = (bytes: Buffer, wish: Partial<MessageStart> = {}): MessageStart => ({
  id: newId(),
  from: child.user,
  to: contact.user,
  kind: 'voice',
  type: 'audio/webm',
  size: bytes.length,
  lengthMs: 4000,
  sha256: hash(bytes),
  ...wish,
})

const put = (ask: Ask, id: string, bytes: Buffer, from: number, to: number): Promise<Told> => {
  const piece = bytes.subarray(from, to)
  return ask('PATCH', `/messages/${id}/upload?offset=${from}`, piece, { 'x-sha256': hash(piece) })
}

async function send(ask: Ask, bytes: Buffer, wish: Partial<MessageStart> = {}): Promise<string> {
  const start = startOf(bytes, wish)
  expect((await ask('POST', '/messages', start)).json).toEqual({ offset: 0, arrived: false })
  expect((await put(ask, start.id, bytes, 0, bytes.length)).json).toEqual({
    offset: bytes.length,
    arrived: true,
  })
  return start.id
}

/** Everything that lies in the state folder. */
const atRest = (): Buffer[] =>
  readdirSync(bench.settings.state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

const files = (): string[] => readdirSync(join(bench.settings.state, 'messages'))

describe('a message', () => {
  it('goes from the child to the mother, who answers; each is listed to its receiver and seen once', async () => {
    const bytes = randomBytes(9000)
    const id = await send(seat, bytes)
    expect((await phone('GET', '/messages')).json.messages).toMatchObject([
      { id, from: child.user, to: contact.user, size: 9000, seenAt: null },
    ])
    expect((await seat('GET', '/messages')).json.messages).toEqual([])
    expect((await phone('GET', `/messages/${id}/content`)).bytes.equals(bytes)).toBe(true)
    const answer = await send(phone, randomBytes(100), { from: contact.user, to: child.user })
    expect((await seat('GET', '/messages')).json.messages).toMatchObject([{ id: answer, from: contact.user }])
    expect((await phone('POST', `/messages/${id}/seen`)).status).toBe(204)
    const seenAt = bench.clock.wall()
    bench.clock.pass(5)
    await phone('POST', `/messages/${id}/seen`)
    expect((await seat('GET', '/messages?box=sent')).json.messages).toMatchObject([{ id, seenAt }])
    expect((await seat('POST', `/messages/${id}/seen`)).status).toBe(404)
    await phone('DELETE', `/messages/${id}`)
    await seat('DELETE', `/messages/${answer}`)
    expect(files()).toEqual([])
  })

  it('may be begun anew in another form until it is whole, and not after', async () => {
    const [first, second] = [randomBytes(9000), randomBytes(7000)]
    const start = startOf(first)
    await seat('POST', '/messages', start)
    await put(seat, start.id, first, 0, 5000)
    const anew = startOf(second, { id: start.id })
    expect((await seat('POST', '/messages', anew)).json).toEqual({ offset: 0, arrived: false })
    expect((await put(seat, start.id, second, 0, 7000)).json).toEqual({ offset: 7000, arrived: true })
    expect((await phone('GET', `/messages/${start.id}/content`)).bytes.equals(second)).toBe(true)
    expect((await seat('POST', '/messages', start)).json.problem).toBe('not-yours')
    await phone('DELETE', `/messages/${start.id}`)
  })

  it('comes whole out of uploads cut anywhere, with restarts and leftovers in the file between', async () => {
    const plan = fc.record({
      size: fc.integer({ min: 1, max: 60_000 }),
      pieces: fc.array(fc.integer({ min: 4096, max: 20_000 }), { minLength: 1, maxLength: 8 }),
      trouble: fc.array(fc.constantFrom('none', 'again', 'wrong hash', 'restart', 'leftover'), {
        minLength: 1,
        maxLength: 8,
      }),
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ size, pieces, trouble }) => {
        const bytes = randomBytes(size)
        const start = startOf(bytes)
        await seat('POST', '/messages', start)
        let step = 0
        for (let offset = 0; offset < size; step += 1) {
          const end = Math.min(size, offset + pieces[step % pieces.length]!)
          const now = trouble[step % trouble.length]!
          if (now === 'wrong hash') {
            const refused = await seat(
              'PATCH',
              `/messages/${start.id}/upload?offset=${offset}`,
              bytes.subarray(offset, end),
              { 'x-sha256': hash(Buffer.from('other')) },
            )
            expect(refused.json).toEqual({ problem: 'bad-request', offset })
          }
          await put(seat, start.id, bytes, offset, end)
          if (now === 'again') {
            const again = await put(seat, start.id, bytes, offset, end)
            expect(again.json).toEqual({ problem: 'wrong-offset', offset: end })
          }
          if (now === 'restart') await bench.restart()
          if (now === 'leftover' && end < size) {
            const file = join(bench.settings.state, 'messages', start.id)
            truncateSync(file, readFileSync(file).length + 777)
          }
          const asked = await seat('POST', '/messages', start)
          expect(asked.json).toEqual({ offset: end, arrived: end === size })
          offset = asked.json.offset
        }
        const got = await phone('GET', `/messages/${start.id}/content`)
        expect(got.bytes.equals(bytes)).toBe(true)
        await phone('DELETE', `/messages/${start.id}`)
        bench.clock.pass(60_000)
        await mother.signIn()
      }),
      { numRuns: 12 },
    )
  })

  it('can be fetched in any parts', async () => {
    const bytes = randomBytes(30_000)
    const start = startOf(bytes)
    await seat('POST', '/messages', start)
    for (const [from, to] of [
      [0, 5000],
      [5000, 20_000],
      [20_000, 30_000],
    ] as const)
      await put(seat, start.id, bytes, from, to)
    const path = `/messages/${start.id}/content`
    await fc.assert(
      fc.asyncProperty(fc.nat(29_999), fc.nat(29_999), async (one, two) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two)]
        const got = await phone('GET', path, undefined, { range: `bytes=${from}-${to}` })
        expect([got.status, got.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/30000`])
        expect(got.bytes.equals(bytes.subarray(from, to + 1))).toBe(true)
      }),
      { numRuns: 20 },
    )
    const beyond = await phone('GET', path, undefined, { range: 'bytes=30000-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */30000'])
    await phone('DELETE', `/messages/${start.id}`)
  })

  it('whose whole is not what was announced never arrives', async () => {
    const bytes = randomBytes(5000)
    const start = startOf(bytes, { sha256: hash(Buffer.from('other')) })
    await seat('POST', '/messages', start)
    expect((await put(seat, start.id, bytes, 0, 5000)).json).toEqual({ problem: 'bad-request', offset: 0 })
    expect((await phone('GET', '/messages')).json.messages).toEqual([])
    expect(files()).toEqual([])
  })

  it('leaves nothing readable on the disk, and its key goes with its row', async () => {
    const words = Buffer.from('妈妈，我今天画了一幅画给你。'.repeat(40))
    const id = await send(seat, words)
    const mark = words.subarray(0, 12)
    expect(atRest().length).toBeGreaterThan(1)
    expect(atRest().filter((bytes) => bytes.includes(mark))).toEqual([])
    const file = join(bench.settings.state, 'messages', id)
    expect(readFileSync(file)).toHaveLength(words.length + 28)
    await phone('DELETE', `/messages/${id}`)
  })

  it('goes to nobody else: not another relative, not another room, not another sender’s name', async () => {
    const id = await send(seat, randomBytes(50))
    const dad = await pair(bench, room, father.user)
    const other = await bench.room()
    await other.publish({ children: [aChild(3)], contacts: [strangersContact] })
    for (const path of [`/messages/${id}/content`, `/messages/${id}/upload`]) {
      expect((await dad.ask('GET', `/api/parent${path}`)).status).toBe(404)
      expect((await other.ask('GET', `/api/seat${path}`)).status).toBe(404)
    }
    expect((await dad.ask('GET', '/api/parent/messages')).json.messages).toEqual([])
    expect((await other.ask('GET', '/api/seat/messages?box=sent')).json.messages).toEqual([])
    const bytes = randomBytes(10)
    const forged = [
      dad.ask('POST', '/api/parent/messages', startOf(bytes, { from: contact.user, to: child.user })),
      dad.ask('POST', '/api/parent/messages', startOf(bytes, { from: father.user, to: aChild(3).user })),
      other.ask('POST', '/api/seat/messages', startOf(bytes)),
      other.ask('POST', '/api/seat/messages', startOf(bytes, { from: aChild(3).user, to: contact.user })),
      seat('POST', '/messages', startOf(bytes, { to: strangersContact.user })),
    ]
    for (const { json } of await Promise.all(forged)) expect(json.problem).toBe('not-yours')
    await phone('DELETE', `/messages/${id}`)
  })

  it('that is half here goes at once when its sender takes it back, from the disk too', async () => {
    const words = randomBytes(9000)
    for (const [ask, wish] of [
      [seat, {}],
      [phone, { from: contact.user, to: child.user }],
    ] as const) {
      const start = startOf(words, wish)
      await ask('POST', '/messages', start)
      await put(ask, start.id, words, 0, 5000)
      expect(files()).toEqual([start.id])
      const receiver = ask === seat ? phone : seat
      expect((await receiver('DELETE', `/messages/${start.id}`)).status).toBe(404)
      expect((await ask('DELETE', `/messages/${start.id}`)).status).toBe(204)
      expect(files()).toEqual([])
      expect((await put(ask, start.id, words, 5000, 9000)).json).toEqual({ problem: 'unknown' })
      expect((await ask('POST', '/messages', start)).json).toEqual({ offset: 0, arrived: false })
      await ask('DELETE', `/messages/${start.id}`)
    }
  })

  it('that is taken back while a piece of it comes in leaves nothing', async () => {
    const words = randomBytes(300_000)
    const start = startOf(words)
    await seat('POST', '/messages', start)
    const [added] = await Promise.all([
      put(seat, start.id, words, 0, 300_000),
      seat('DELETE', `/messages/${start.id}`),
    ])
    // Whichever was first: it is with the receiver as a whole, or nowhere.
    const listed = (await phone('GET', '/messages')).json.messages.map((one: { id: string }) => one.id)
    expect(listed).toEqual(added.status === 200 ? [start.id] : [])
    expect(files()).toEqual(listed)
    await phone('DELETE', `/messages/${start.id}`)
  })

  it('that has arrived is its receiver’s: the sender takes nothing back', async () => {
    const id = await send(seat, randomBytes(50))
    expect((await seat('DELETE', `/messages/${id}`)).status).toBe(404)
    expect((await phone('GET', `/messages/${id}/content`)).status).toBe(200)
    await phone('DELETE', `/messages/${id}`)
  })

  it('has a size, a quota and types', async () => {
    const bytes = randomBytes(10)
    expect((await seat('POST', '/messages', startOf(bytes, { size: 400_001 }))).json.problem).toBe(
      'too-large',
    )
    const html = { ...startOf(bytes), type: 'text/html' }
    expect((await seat('POST', '/messages', html)).json.problem).toBe('bad-request')
    const answers: number[] = []
    const started = Array.from({ length: 8 }, () => startOf(bytes, { size: 400_000 }))
    for (const start of started) answers.push((await seat('POST', '/messages', start)).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 200, 413])
    // Uploads that nobody ends make room again after a day, and not before.
    bench.clock.pass(86_400_000)
    await bench.server().sweep()
    expect((await seat('POST', '/messages', started[7])).status).toBe(413)
    bench.clock.pass(1)
    await bench.server().sweep()
    expect((await seat('POST', '/messages', started[7])).status).toBe(200)
    bench.clock.pass(86_400_001)
    await bench.server().sweep()
    await mother.signIn()
  })

  it('stays until it was seen, and as long afterwards as the settings say', async () => {
    const [seen, unseen] = [await send(seat, randomBytes(60)), await send(seat, randomBytes(60))]
    await phone('POST', `/messages/${seen}/seen`)
    bench.clock.pass(30 * 86_400_000 + 1)
    await bench.server().sweep()
    expect(files()).toEqual([unseen])
    bench.clock.pass(60 * 86_400_000)
    await bench.server().sweep()
    expect(files()).toEqual([])
    await mother.signIn()
  })

  it('is deleted when consent is withdrawn, also one that is half here, and no new one begins', async () => {
    const words = randomBytes(9000)
    const id = await send(seat, words)
    const half = startOf(words)
    await seat('POST', '/messages', half)
    await put(seat, half.id, words, 0, 5000)
    const consent = { ...contact.consent, messages: false }
    await room.publish({ children: [child], contacts: [{ ...contact, consent }, father] })
    expect(files()).toEqual([])
    expect((await phone('GET', `/messages/${id}/content`)).status).toBe(404)
    expect((await put(seat, half.id, words, 5000, 9000)).status).toBe(404)
    expect((await seat('POST', '/messages', startOf(words))).json.problem).toBe('no-consent')
    const back = startOf(words, { from: contact.user, to: child.user })
    expect((await phone('POST', '/messages', back)).json.problem).toBe('no-consent')
    await room.publish({ children: [child], contacts: [contact, father] })
    expect((await phone('GET', '/messages')).json.messages).toEqual([])
  })
})
