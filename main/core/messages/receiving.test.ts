import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBench, type Bench } from '../../call-server/test-bench.ts'
import { lineOf, seatOn, until, value, withChild, type TestSeat } from '../calls/test-seat.fixture.ts'
import { AHEAD_BYTES } from './limit-rules.ts'
import { forgetFolders, hash, phoneOf, postOn, webm, type TestPost } from './test-post.fixture.ts'

let bench: Bench
let seat: TestSeat
let post: TestPost
let child: ReturnType<typeof withChild>
let mother: Awaited<ReturnType<typeof phoneOf>>
let days = 30
let calling = false

const DAY = 86_400_000

beforeEach(async () => {
  days = 30
  calling = false
  bench = await startBench()
  seat = seatOn()
  child = withChild(seat)
  post = postOn(seat, { days: () => days, isCalling: () => calling })
  value(await seat.server.enrol(lineOf(bench)))
  await until(() => !value(seat.contacts.family(child.childId)).published.due)
  mother = await phoneOf(bench, seat, child.childId, child.contactId)
  await post.messages.settled()
})
afterEach(async () => {
  seat.calls.close()
  await post.messages.settled()
  await bench.end()
  forgetFolders()
})

const box = () => value(post.messages.box(child.childId, child.contactId))
const lamps = () => [...post.messages.childrenWithUnseen()]
/** The next time that the server is asked. */
const news = async (of: TestPost = post) => {
  seat.ground.clock.pass(60_000)
  await of.round()
}
const atServer = async () => {
  const { json } = await mother.ask('GET', '/api/parent/messages?box=sent')
  return json.messages as { id: string; seenAt: number | null }[]
}

describe('a message from home', () => {
  it('lights the lamp of its child, is fetched, and is seen once, here and at the server', async () => {
    expect(lamps()).toEqual([])
    const told: string[] = []
    post.messages.onChange((childId) => told.push(childId))
    const bytes = webm(300_000)
    const id = await mother.leave(bytes)
    await news()
    expect(lamps()).toEqual([child.childId])
    expect(told).toContain(child.childId)
    expect(post.messages.unseen(child.childId)).toEqual(new Map([[child.contactId, 1]]))
    expect(box().messages).toMatchObject([
      {
        id,
        from: 'home',
        kind: 'voice',
        state: 'here',
        seen: false,
        content: `/media/message/${hash(bytes)}`,
      },
    ])
    expect(post.files()).toEqual([hash(bytes)])
    expect(post.open()).toEqual([])
    expect(post.messages.seen(child.contactId, id)).toMatchObject({ error: { code: 'not-found' } })
    value(post.messages.seen(child.childId, id))
    await post.messages.settled()
    expect(lamps()).toEqual([])
    expect(await atServer()).toMatchObject([{ id, seenAt: bench.clock.wall() }])
  })

  it('is fetched on from where a cut was, and anew where the part was of something else', async () => {
    const bytes = webm(400_000)
    const id = await mother.leave(bytes)
    const whole = seat.server.line.askPlainly.bind(seat.server.line)
    const ranges: string[] = []
    seat.server.line.askPlainly = async (request) => {
      if (request.answer !== 'bytes') return whole(request)
      ranges.push(request.headers?.['range'] ?? '')
      return ranges.length === 2
        ? { ok: false, error: { at: 'away', trouble: 'call-server-away' } }
        : whole(request)
    }
    await news()
    expect(box().messages).toMatchObject([{ id, state: 'coming', content: null }])
    expect(lamps()).toEqual([child.childId])
    const again = postOn(seat, { folder: post.folder })
    await again.round()
    expect(ranges).toEqual([
      'bytes=0-131071',
      'bytes=131072-262143',
      'bytes=131072-262143',
      'bytes=262144-393215',
      'bytes=393216-399999',
    ])
    expect(again.files()).toEqual([hash(bytes)])

    const next = webm(300_001)
    const other = await mother.leave(next)
    mkdirSync(join(post.folder, 'message-parts'), { recursive: true })
    writeFileSync(join(post.folder, 'message-parts', other), new Uint8Array(1000))
    await news(again)
    seat.ground.clock.pass(10_000)
    await again.round()
    expect(value(again.messages.box(child.childId, child.contactId)).messages[1]).toMatchObject({
      id: other,
      state: 'here',
      content: `/media/message/${hash(next)}`,
    })
  })

  it('that is large waits at the server until its child sits down, and none is fetched during a call', async () => {
    seat.sessions.end()
    calling = true
    const id = await mother.leave(webm(AHEAD_BYTES + 1))
    await news()
    expect(lamps()).toEqual([])
    calling = false
    await news()
    expect(lamps()).toEqual([child.childId])
    expect([...post.open(), ...post.files()]).toEqual([])
    value(seat.sessions.begin(child.childId))
    await post.messages.settled()
    expect(box().messages).toMatchObject([{ id, state: 'here' }])
  })

  it('that was seen at another seat puts out the lamp here', async () => {
    const id = await mother.leave(webm(5000))
    await news()
    await seat.server.line.askPlainly({ method: 'POST', path: `/api/seat/messages/${id}/seen`, body: {} })
    await news()
    expect(lamps()).toEqual([])
    expect(box().messages).toMatchObject([{ seen: true, state: 'here' }])
  })

  it('is told as seen later where the line is down', async () => {
    const id = await mother.leave(webm(5000))
    await news()
    const whole = seat.server.line.askPlainly.bind(seat.server.line)
    seat.server.line.askPlainly = async () => ({
      ok: false,
      error: { at: 'away', trouble: 'call-server-away' },
    })
    value(post.messages.seen(child.childId, id))
    await post.messages.settled()
    seat.server.line.askPlainly = whole
    expect(await atServer()).toMatchObject([{ seenAt: null }])
    const again = postOn(seat, { folder: post.folder })
    await again.round()
    expect(await atServer()).toMatchObject([{ id, seenAt: bench.clock.wall() }])
  })

  it('stays until it was seen, and then as long as was agreed; then row and file are gone, here and there', async () => {
    const id = await mother.leave(webm(5000))
    const unseen = await mother.leave(webm(6000))
    await news()
    seat.ground.clock.pass(31 * DAY)
    await post.round()
    expect(box().messages).toHaveLength(2)
    value(post.messages.seen(child.childId, id))
    await post.messages.settled()
    days = 2
    seat.ground.clock.pass(2 * DAY - 1000)
    await post.round()
    expect(box().messages).toHaveLength(2)
    seat.ground.clock.pass(3_600_000)
    await post.round()
    expect(box().messages.map((message) => message.id)).toEqual([unseen])
    expect(post.files()).toEqual([hash(webm(6000))])
    await news()
    expect((await atServer()).map((message) => message.id)).toEqual([unseen])
  })

  it('does not go by a clock that is not believed', async () => {
    const id = await mother.leave(webm(5000))
    await news()
    value(post.messages.seen(child.childId, id))
    await post.messages.settled()
    // Without a line, so that what was erased could not come again.
    await bench.server().stop()
    seat.ground.clock.trusted = () => false
    seat.ground.clock.pass(400 * DAY)
    await post.round()
    expect(box().messages).toHaveLength(1)
  })

  it('is erased when the consent is taken back, and what comes then is not taken', async () => {
    await mother.leave(webm(5000))
    await news()
    expect(post.files()).toHaveLength(1)
    child.say(false, ['messages'] as never)
    await post.messages.settled()
    expect(lamps()).toEqual([])
    expect(post.files()).toEqual([])
    await news()
    expect(lamps()).toEqual([])
  })

  it('of somebody else’s child is not this child’s', async () => {
    const sister = value(
      seat.children.add({ name: '林小雪', classLabel: '1.1', number: null, birthday: null }),
    ).id
    const id = await mother.leave(webm(5000))
    await news()
    expect(post.messages.unseen(sister).size).toBe(0)
    expect(post.messages.box(sister, child.contactId)).toMatchObject({ error: { code: 'not-found' } })
    expect(post.messages.seen(sister, id)).toMatchObject({ error: { code: 'not-found' } })
  })
})
