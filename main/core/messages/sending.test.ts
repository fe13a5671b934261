import { readdirSync, readFileSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBench, type Bench } from '../../call-server/test-bench.ts'
import { lineOf, seatOn, until, value, withChild, type TestSeat } from '../calls/test-seat.fixture.ts'
import { testGround } from '../db/test-ground.ts'
import { messageLimits } from './limit-rules.ts'
import { forgetFolders, hash, phoneOf, postOn, webm, type TestPost } from './test-post.fixture.ts'

let bench: Bench
let seat: TestSeat
let post: TestPost
let child: ReturnType<typeof withChild>

const begun = async (wish: Record<string, unknown> = {}) => {
  bench = await startBench(wish)
  seat = seatOn()
  child = withChild(seat)
  post = postOn(seat)
}
const enrol = async () => {
  value(await seat.server.enrol(lineOf(bench)))
  await until(() => !value(seat.contacts.family(child.childId)).published.due)
}
const box = () => value(post.messages.box(child.childId, child.contactId))
const states = () => box().messages.map(({ state, wait }) => [state, wait])
const send = async (bytes?: Uint8Array<ArrayBuffer>) => {
  const id = await post.record(child.childId, child.contactId, bytes)
  value(post.messages.send(child.childId, id))
  await post.messages.settled()
  return id
}
const atServer = () => readdirSync(join(bench.settings.state, 'messages'))
/** A message of which two pieces are at the server when the line goes. */
const halfSent = async () => {
  const whole = seat.server.line.askPlainly.bind(seat.server.line)
  let pieces = 0
  seat.server.line.askPlainly = async (request) => {
    if (request.method === 'PATCH') pieces += 1
    return pieces > 2 ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } } : whole(request)
  }
  const id = await send(webm(500_000))
  expect(atServer()).toEqual([id])
  return { id, whole }
}
const png = (last: number) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, last])
const voice = { kind: 'voice', type: 'audio/webm' } as const

beforeEach(() => begun())
afterEach(async () => {
  seat.calls.close()
  await post.messages.settled()
  await bench.end()
  forgetFolders()
})

describe('a recording', () => {
  it('is on the disk piece by piece, may be heard, and goes up only when it is sent', async () => {
    await enrol()
    const { childId, contactId } = child
    const { id, mostMs } = value(await post.messages.begin(childId, { contactId, ...voice }))
    expect(mostMs).toBe(messageLimits.voice.ms)
    const bytes = webm(9000)
    expect(value(await post.messages.append(childId, id, 0, bytes.subarray(0, 5000)))).toEqual({
      bytes: 5000,
    })
    expect(post.open()).toEqual([id])
    // The same piece again, as after an answer that was lost.
    expect(value(await post.messages.append(childId, id, 0, bytes.subarray(0, 5000)))).toEqual({
      bytes: 5000,
    })
    expect(box().messages).toEqual([])
    value(await post.messages.append(childId, id, 5000, bytes.subarray(5000)))
    const card = value(await post.messages.finish(childId, id, 4321))
    expect(card).toMatchObject({ state: 'draft', lengthMs: 4321, content: `/media/message/${hash(bytes)}` })
    expect(value(await post.messages.finish(childId, id, 1))).toEqual(card)
    await post.round()
    expect(states()).toEqual([['draft', null]])
    expect(post.files()).toEqual([hash(bytes)])
    expect(post.open()).toEqual([])
  })

  it('that a power cut left open is a draft afterwards, with all that was kept', async () => {
    const { childId, contactId } = child
    const { id } = value(await post.messages.begin(childId, { contactId, ...voice }))
    value(await post.messages.append(childId, id, 0, webm(5000)))
    const again = postOn(seat, { folder: post.folder })
    await again.messages.settled()
    expect(value(again.messages.box(childId, contactId)).messages).toMatchObject([{ id, state: 'draft' }])
    expect(again.files()).toEqual([hash(webm(5000))])
    expect(again.open()).toEqual([])
  })

  it('is kept when its session ends, and when another one is begun', async () => {
    const { childId, contactId } = child
    const { id } = value(await post.messages.begin(childId, { contactId, ...voice }))
    value(await post.messages.append(childId, id, 0, webm(5000)))
    seat.sessions.end()
    await post.messages.settled()
    expect(box().messages).toMatchObject([{ id, state: 'draft' }])
    const second = value(await post.messages.begin(childId, { contactId, ...voice })).id
    value(await post.messages.append(childId, second, 0, webm(6000)))
    value(await post.messages.begin(childId, { contactId, ...voice }))
    expect(box().messages.map(({ id: one }) => one)).toEqual([id, second])
  })

  it('is refused to strangers, without consent, empty, too large, and as what it is not', async () => {
    const { childId, contactId } = child
    const begin = (wish = {}) => post.messages.begin(childId, { contactId, ...voice, ...wish })
    expect(await begin({ type: 'video/webm' })).toMatchObject({ error: { code: 'bad-input' } })
    const { id } = value(await begin())
    expect(await post.messages.append(contactId, id, 0, webm(9))).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await post.messages.append(childId, id, messageLimits.voice.bytes, webm(9))).toMatchObject({
      error: { code: 'file-too-large' },
    })
    expect(await post.messages.finish(childId, id, 0)).toMatchObject({ error: { code: 'bad-input' } })
    const odd = value(await begin()).id
    value(await post.messages.append(childId, odd, 0, new TextEncoder().encode('<script>')))
    expect(await post.messages.finish(childId, odd, 0)).toMatchObject({ error: { code: 'file-unreadable' } })
    expect(post.open()).toEqual([])
    child.say(false, ['messages'] as never)
    expect(await begin()).toMatchObject({ error: { code: 'no-consent' } })
    expect(post.messages.box(childId, contactId)).toMatchObject({ error: { code: 'no-consent' } })
  })

  it('of a drawing comes whole each time', async () => {
    const { childId, contactId } = child
    const { id } = value(
      await post.messages.begin(childId, { contactId, kind: 'drawing', type: 'image/png' }),
    )
    value(await post.messages.append(childId, id, 0, png(1)))
    value(await post.messages.append(childId, id, 0, png(2)))
    expect(value(await post.messages.finish(childId, id, 0)).content).toBe(`/media/message/${hash(png(2))}`)
  })

  it('may be thrown away before it has gone up, for good', async () => {
    const id = await post.record(child.childId, child.contactId)
    expect(await post.messages.drop(child.contactId, id)).toMatchObject({ error: { code: 'not-found' } })
    value(await post.messages.drop(child.childId, id))
    expect(box().messages).toEqual([])
    expect(post.files()).toEqual([])
  })
})

describe('the post', () => {
  it('brings a message to the mother’s phone, whole, and then keeps no file of it', async () => {
    await enrol()
    const bytes = webm(400_000)
    const mother = await phoneOf(bench, seat, child.childId, child.contactId)
    const id = await send(bytes)
    expect(states()).toEqual([['arrived', null]])
    expect(post.files()).toEqual([])
    const { json } = await mother.ask('GET', '/api/parent/messages')
    expect(json.messages).toMatchObject([{ id, kind: 'voice', size: 400_000, lengthMs: 4000 }])
    const got = await mother.ask('GET', `/api/parent/messages/${id}/content`)
    expect(hash(got.bytes)).toBe(hash(bytes))
    // She listens, and the child is told.
    await mother.ask('POST', `/api/parent/messages/${id}/seen`, {})
    expect(box().messages[0]?.seen).toBe(false)
    seat.ground.clock.pass(60_000)
    await post.round()
    expect(box().messages[0]?.seen).toBe(true)
    expect(await post.messages.drop(child.childId, id)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('waits for a line that is down, with longer and longer pauses, and hurries when it is back', async () => {
    await enrol()
    await bench.server().stop()
    await send()
    expect(states()).toEqual([['waiting', 'line']])
    expect(box().away).toBe(true)
    // Nothing is asked before its time.
    let asked = 0
    const line = seat.server.line.askPlainly.bind(seat.server.line)
    seat.server.line.askPlainly = (request) => {
      asked += 1
      return line(request)
    }
    for (let second = 0; second < 120; second += 5) {
      seat.ground.clock.pass(5000)
      await post.round()
    }
    expect(asked).toBeLessThan(12)
    expect(asked).toBeGreaterThan(3)
    const { port } = new URL(
      value(await seat.server.look().then((card) => ({ ok: true, value: card }))).address ?? '',
    )
    bench.settings.public.port = Number(port)
    await bench.restart()
    await seat.server.look()
    await post.messages.settled()
    expect(states()).toEqual([['arrived', null]])
  })

  it('takes back at the server too what was dropped half-way, once the line is there again', async () => {
    await enrol()
    const { id, whole } = await halfSent()
    value(await post.messages.drop(child.childId, id))
    await post.messages.settled()
    expect(atServer()).toEqual([id])
    seat.server.line.askPlainly = whole
    seat.ground.clock.pass(5000)
    await post.round()
    expect(atServer()).toEqual([])
  })

  it('takes it back also where the program was started anew meanwhile, and then asks no more', async () => {
    const path = join(post.folder, 'room.sqlite')
    const start = () => {
      seat = seatOn(testGround({ path }))
      post = postOn(seat, { folder: post.folder })
    }
    const end = async () => {
      seat.calls.close()
      await post.messages.settled()
      seat.ground.db.close()
    }
    await end()
    start()
    child = withChild(seat)
    await enrol()
    const { id } = await halfSent()
    value(await post.messages.drop(child.childId, id))
    await end()

    start()
    // Alive again, and told to wait: that is no word that it is gone.
    const whole = seat.server.line.askPlainly.bind(seat.server.line)
    seat.server.line.askPlainly = async (request) =>
      request.method === 'DELETE'
        ? { ok: false, error: { at: 'refused', problem: 'too-many', waitMs: 60_000 } }
        : whole(request)
    await post.round()
    expect(atServer()).toEqual([id])
    await end()

    start()
    await post.round()
    expect(atServer()).toEqual([])
    expect(seat.ground.db.all('SELECT id FROM message_taken_back')).toEqual([])
  })

  it('does not ask again before its time of what the server refused to take back', async () => {
    await enrol()
    const { id, whole } = await halfSent()
    let deletes = 0
    seat.server.line.askPlainly = async (request) => {
      if (request.method !== 'DELETE') return whole(request)
      deletes += 1
      return { ok: false, error: { at: 'refused', problem: 'too-many', waitMs: 60_000 } }
    }
    seat.ground.clock.pass(5000)
    value(await post.messages.drop(child.childId, id))
    for (let second = 0; second < 60; second += 5) {
      await post.round()
      seat.ground.clock.pass(5000)
    }
    expect(deletes).toBe(1)
    seat.server.line.askPlainly = whole
    await post.round()
    expect(atServer()).toEqual([])
  })

  it('goes on from where a cut was, also in another run of the program', async () => {
    await enrol()
    const bytes = webm(500_000)
    const whole = seat.server.line.askPlainly.bind(seat.server.line)
    let pieces = 0
    seat.server.line.askPlainly = async (request) => {
      if (request.method !== 'PATCH') return whole(request)
      pieces += 1
      return pieces > 2 ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } } : whole(request)
    }
    const id = await send(bytes)
    expect(states()).toEqual([['waiting', 'line']])
    const offsets: string[] = []
    seat.server.line.askPlainly = (request) => {
      if (request.method === 'PATCH') offsets.push(request.path)
      return whole(request)
    }
    post = postOn(seat, { folder: post.folder })
    await post.round()
    expect(states()).toEqual([['arrived', null]])
    expect(offsets[0]).toBe(`/api/seat/messages/${id}/upload?offset=262144`)
    expect(offsets).toHaveLength(2)
  })

  it('keeps what the server does not take yet: a full letterbox, a seat that was revoked', async () => {
    await bench.end()
    await begun({ limits: { messagesPerContact: 1 } })
    await enrol()
    await send()
    await send(webm(7000))
    expect(states()).toEqual([
      ['arrived', null],
      ['waiting', 'full'],
    ])
    const { operate } = await import('../../call-server/operator.ts')
    const listed = value(operate(bench.settings, { does: 'list' }))
    value(operate(bench.settings, { does: 'revoke-seat', of: /seat (\S+)/.exec(listed)?.[1] ?? '' }))
    seat.ground.clock.pass(3_600_000)
    await post.round()
    expect(states()[1]).toEqual(['waiting', 'line'])
    expect(post.files()).toEqual([hash(webm(7000))])
  })

  it('leaves the link to a call, and goes on where it was after it', async () => {
    let calling = true
    post = postOn(seat, { folder: post.folder, isCalling: () => calling })
    await enrol()
    await send(webm(500_000))
    expect(states()).toEqual([['waiting', null]])
    const whole = seat.server.line.askPlainly.bind(seat.server.line)
    const offsets: string[] = []
    seat.server.line.askPlainly = (request) => {
      if (request.method === 'PATCH') {
        offsets.push(request.path.replace(/.*=/, ''))
        // She rings just as the second piece is under way.
        calling = offsets.length === 2
      }
      return whole(request)
    }
    calling = false
    await post.round()
    expect(states()).toEqual([['waiting', null]])
    calling = false
    await post.round()
    expect(states()).toEqual([['arrived', null]])
    expect(offsets).toEqual(['0', '131072', '262144', '393216'])
  })

  it('tells the server of a consent that it has not heard of, and then sends', async () => {
    await enrol()
    child.say(false, ['messages'] as never)
    await until(() => !value(seat.contacts.family(child.childId)).published.due)
    // The line fails just as the new word is told.
    const whole = seat.server.line.askPlainly.bind(seat.server.line)
    seat.server.line.askPlainly = async (request) =>
      request.method === 'PUT'
        ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } }
        : whole(request)
    child.say(true, ['messages'] as never)
    await send()
    seat.server.line.askPlainly = whole
    expect(states()).toEqual([['waiting', 'line']])
    seat.ground.clock.pass(5000)
    await post.round()
    seat.ground.clock.pass(10_000)
    await post.round()
    expect(states()).toEqual([['arrived', null]])
  })

  it('erases what waits when a guardian takes the consent back', async () => {
    await send()
    expect(post.files()).toHaveLength(1)
    child.say(false, ['messages'] as never)
    await post.messages.settled()
    expect(post.files()).toEqual([])
    child.say(true, ['messages'] as never)
    expect(box().messages).toEqual([])
  })

  it('does not send a file that a disk has spoilt, and does not lose its row', async () => {
    await enrol()
    const id = await post.record(child.childId, child.contactId)
    truncateSync(post.media.path('message', hash(webm(10_000))), 3)
    value(post.messages.send(child.childId, id))
    await post.messages.settled()
    expect(states()).toEqual([['waiting', null]])
    expect(readFileSync(post.media.path('message', hash(webm(10_000))))).toHaveLength(3)
  })
})
