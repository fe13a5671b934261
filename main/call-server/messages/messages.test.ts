import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aChild, aContact, pair } from '../test-bench.ts'
import { child, contact, father, put, send, startOf, startPost } from './post.fixture.ts'

const { bench, room, mother, seat, phone, files } = await startPost()
afterAll(() => bench.end())

/** Everything that lies in the state folder. */
const atRest = (): Buffer[] =>
  readdirSync(bench.settings.state, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

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
    const strangersContact = aContact(3, 3)
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

  it('that has arrived is its receiver’s: the sender takes nothing back', async () => {
    const id = await send(seat, randomBytes(50))
    expect((await seat('DELETE', `/messages/${id}`)).status).toBe(404)
    expect((await phone('GET', `/messages/${id}/content`)).status).toBe(200)
    await phone('DELETE', `/messages/${id}`)
  })

  it('that is a page of a diary stays the child’s: it goes when the seat wants it back', async () => {
    const id = await send(seat, randomBytes(50))
    expect((await seat('DELETE', `/messages/${id}?page=1`)).status).toBe(204)
    expect((await phone('GET', `/messages/${id}/content`)).status).toBe(404)
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

  it('is not erased by a start of the server whose clock is ahead, nor by one in 2000', async () => {
    const id = await send(seat, randomBytes(60))
    await phone('POST', `/messages/${id}/seen`)
    const now = bench.clock.wall()
    bench.clock.setRight(false)
    for (const wrong of [now + 31 * 86_400_000, Date.UTC(2099, 0, 1), Date.UTC(2000, 0, 1)]) {
      bench.clock.setWall(wrong)
      await bench.restart()
      await bench.server().sweep()
      expect(files()).toEqual([id])
    }
    // 31 days later in truth: erased once the network or three days of starts say so.
    for (const day of [31, 32]) {
      bench.clock.setWall(now + day * 86_400_000)
      await bench.restart()
      await bench.server().sweep()
      expect(files()).toEqual([id])
    }
    for (const day of [33, 34]) {
      bench.clock.setWall(now + day * 86_400_000)
      await bench.restart()
    }
    await bench.server().sweep()
    expect(files()).toEqual([])
    bench.clock.setRight(true)
    await mother.signIn()
  })

  it('keeps its full days where the server did not know the time when it came', async () => {
    const now = bench.clock.wall()
    bench.clock.setRight(false)
    bench.clock.setWall(now - 300 * 86_400_000)
    await bench.restart()
    const id = await send(seat, randomBytes(60))
    bench.clock.setRight(true)
    bench.clock.setWall(now)
    await bench.restart()
    await bench.server().sweep()
    expect(files()).toEqual([id])
    bench.clock.pass(90 * 86_400_000 + 1)
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
