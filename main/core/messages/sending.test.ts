import { readFileSync, truncateSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until, value } from '../calls/test-seat.fixture.ts'
import { layLetterbox, type Letterbox } from './test-letterbox.fixture.ts'
import { hash, phoneOf, postOn, webm } from './test-post.fixture.ts'

let at: Letterbox

beforeEach(async () => {
  at = await layLetterbox()
})
afterEach(() => at.end())

describe('the post', () => {
  it('brings a message to the mother’s phone, whole, and then keeps no file of it', async () => {
    await at.enrol()
    const bytes = webm(400_000)
    const mother = await phoneOf(at.bench, at.seat, at.child.childId, at.child.contactId)
    const id = await at.send(bytes)
    expect(at.states()).toEqual([['arrived', null]])
    expect(at.post.files()).toEqual([])
    const { json } = await mother.ask('GET', '/api/parent/messages')
    expect(json.messages).toMatchObject([{ id, kind: 'voice', size: 400_000, lengthMs: 4000 }])
    const got = await mother.ask('GET', `/api/parent/messages/${id}/content`)
    expect(hash(got.bytes)).toBe(hash(bytes))
    // She listens, and the child is told.
    await mother.ask('POST', `/api/parent/messages/${id}/seen`, {})
    expect(at.box().messages[0]?.seen).toBe(false)
    at.seat.ground.clock.pass(60_000)
    await at.post.round()
    expect(at.box().messages[0]?.seen).toBe(true)
    expect(await at.post.messages.drop(at.child.childId, id)).toMatchObject({ error: { code: 'not-found' } })
  })

  it('waits for a line that is down, with longer and longer pauses, and hurries when it is back', async () => {
    await at.enrol()
    await at.bench.server().stop()
    await at.send()
    expect(at.states()).toEqual([['waiting', 'line']])
    expect(at.box().away).toBe(true)
    // Nothing is asked before its time.
    let asked = 0
    const line = at.seat.server.line.askPlainly.bind(at.seat.server.line)
    at.seat.server.line.askPlainly = (request) => {
      asked += 1
      return line(request)
    }
    for (let second = 0; second < 120; second += 5) {
      at.seat.ground.clock.pass(5000)
      await at.post.round()
    }
    expect(asked).toBeLessThan(12)
    expect(asked).toBeGreaterThan(3)
    const { port } = new URL(
      value(await at.seat.server.look().then((card) => ({ ok: true, value: card }))).address ?? '',
    )
    at.bench.settings.public.port = Number(port)
    await at.bench.restart()
    await at.seat.server.look()
    await at.post.messages.settled()
    expect(at.states()).toEqual([['arrived', null]])
  })

  it('goes on from where a cut was, also in another run of the program', async () => {
    await at.enrol()
    const { id, whole } = await at.halfSent()
    expect(at.states()).toEqual([['waiting', 'line']])
    const offsets: string[] = []
    at.seat.server.line.askPlainly = (request) => {
      if (request.method === 'PATCH') offsets.push(request.path)
      return whole(request)
    }
    at.post = postOn(at.seat, { folder: at.post.folder })
    await at.post.round()
    expect(at.states()).toEqual([['arrived', null]])
    expect(offsets[0]).toBe(`/api/seat/messages/${id}/upload?offset=262144`)
    expect(offsets).toHaveLength(2)
  })

  it('keeps what the server does not take yet: a full letterbox, a seat that was revoked', async () => {
    await at.end()
    at = await layLetterbox({ limits: { messagesPerContact: 1 } })
    await at.enrol()
    await at.send()
    await at.send(webm(7000))
    expect(at.states()).toEqual([
      ['arrived', null],
      ['waiting', 'full'],
    ])
    const { operate } = await import('../../call-server/operator.ts')
    const listed = value(operate(at.bench.settings, { does: 'list' }))
    value(operate(at.bench.settings, { does: 'revoke-seat', of: /seat (\S+)/.exec(listed)?.[1] ?? '' }))
    at.seat.ground.clock.pass(3_600_000)
    await at.post.round()
    expect(at.states()[1]).toEqual(['waiting', 'line'])
    expect(at.post.files()).toEqual([hash(webm(7000))])
  })

  it('leaves the link to a call, and goes on where it was after it', async () => {
    let calling = true
    at.post = postOn(at.seat, { folder: at.post.folder, isCalling: () => calling })
    await at.enrol()
    await at.send(webm(500_000))
    expect(at.states()).toEqual([['waiting', null]])
    const whole = at.seat.server.line.askPlainly.bind(at.seat.server.line)
    const offsets: string[] = []
    at.seat.server.line.askPlainly = (request) => {
      if (request.method === 'PATCH') {
        offsets.push(request.path.replace(/.*=/, ''))
        // She rings just as the second piece is under way.
        calling = offsets.length === 2
      }
      return whole(request)
    }
    calling = false
    await at.post.round()
    expect(at.states()).toEqual([['waiting', null]])
    calling = false
    await at.post.round()
    expect(at.states()).toEqual([['arrived', null]])
    expect(offsets).toEqual(['0', '131072', '262144', '393216'])
  })

  it('tells the server of a consent that it has not heard of, and then sends', async () => {
    await at.enrol()
    at.child.say(false, ['messages'] as never)
    await until(() => !value(at.seat.contacts.family(at.child.childId)).published.due)
    // The line fails just as the new word is told.
    const whole = at.seat.server.line.askPlainly.bind(at.seat.server.line)
    at.seat.server.line.askPlainly = async (request) =>
      request.method === 'PUT'
        ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } }
        : whole(request)
    at.child.say(true, ['messages'] as never)
    await at.send()
    at.seat.server.line.askPlainly = whole
    expect(at.states()).toEqual([['waiting', 'line']])
    at.seat.ground.clock.pass(5000)
    await at.post.round()
    at.seat.ground.clock.pass(10_000)
    await at.post.round()
    expect(at.states()).toEqual([['arrived', null]])
  })

  it('erases what waits when a guardian takes the consent back', async () => {
    await at.send()
    expect(at.post.files()).toHaveLength(1)
    at.child.say(false, ['messages'] as never)
    await at.post.messages.settled()
    expect(at.post.files()).toEqual([])
    at.child.say(true, ['messages'] as never)
    expect(at.box().messages).toEqual([])
  })

  it('does not send a file that a disk has spoilt, and does not lose its row', async () => {
    await at.enrol()
    const id = await at.post.record(at.child.childId, at.child.contactId)
    truncateSync(at.post.media.path('message', hash(webm(10_000))), 3)
    value(at.post.messages.send(at.child.childId, id))
    await at.post.messages.settled()
    expect(at.states()).toEqual([['waiting', null]])
    expect(readFileSync(at.post.media.path('message', hash(webm(10_000))))).toHaveLength(3)
  })
})
