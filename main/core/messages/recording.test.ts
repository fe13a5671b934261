import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { value } from '../calls/test-seat.fixture.ts'
import { messageLimits } from './limit-rules.ts'
import { layLetterbox, type Letterbox } from './test-letterbox.fixture.ts'
import { hash, postOn, webm } from './test-post.fixture.ts'

const png = (last: number) => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, last])
const voice = { kind: 'voice', type: 'audio/webm' } as const

let at: Letterbox

beforeEach(async () => {
  at = await layLetterbox()
})
afterEach(() => at.end())

describe('a recording', () => {
  it('is on the disk piece by piece, may be heard, and goes up only when it is sent', async () => {
    await at.enrol()
    const { childId, contactId } = at.child
    const { id, mostMs } = value(await at.post.messages.begin(childId, { contactId, ...voice }))
    expect(mostMs).toBe(messageLimits.voice.ms)
    const bytes = webm(9000)
    expect(value(await at.post.messages.append(childId, id, 0, bytes.subarray(0, 5000)))).toEqual({
      bytes: 5000,
    })
    expect(at.post.open()).toEqual([id])
    // The same piece again, as after an answer that was lost.
    expect(value(await at.post.messages.append(childId, id, 0, bytes.subarray(0, 5000)))).toEqual({
      bytes: 5000,
    })
    expect(at.box().messages).toEqual([])
    value(await at.post.messages.append(childId, id, 5000, bytes.subarray(5000)))
    const card = value(await at.post.messages.finish(childId, id, 4321))
    expect(card).toMatchObject({ state: 'draft', lengthMs: 4321, content: `/media/message/${hash(bytes)}` })
    expect(value(await at.post.messages.finish(childId, id, 1))).toEqual(card)
    await at.post.round()
    expect(at.states()).toEqual([['draft', null]])
    expect(at.post.files()).toEqual([hash(bytes)])
    expect(at.post.open()).toEqual([])
  })

  it('that a power cut left open is a draft afterwards, with all that was kept', async () => {
    const { childId, contactId } = at.child
    const { id } = value(await at.post.messages.begin(childId, { contactId, ...voice }))
    value(await at.post.messages.append(childId, id, 0, webm(5000)))
    const again = postOn(at.seat, { folder: at.post.folder })
    await again.messages.settled()
    expect(value(again.messages.box(childId, contactId)).messages).toMatchObject([{ id, state: 'draft' }])
    expect(again.files()).toEqual([hash(webm(5000))])
    expect(again.open()).toEqual([])
  })

  it('is kept when its session ends, and when another one is begun', async () => {
    const { childId, contactId } = at.child
    const { id } = value(await at.post.messages.begin(childId, { contactId, ...voice }))
    value(await at.post.messages.append(childId, id, 0, webm(5000)))
    at.seat.sessions.end()
    await at.post.messages.settled()
    expect(at.box().messages).toMatchObject([{ id, state: 'draft' }])
    const second = value(await at.post.messages.begin(childId, { contactId, ...voice })).id
    value(await at.post.messages.append(childId, second, 0, webm(6000)))
    value(await at.post.messages.begin(childId, { contactId, ...voice }))
    expect(at.box().messages.map(({ id: one }) => one)).toEqual([id, second])
  })

  it('is refused to strangers, without consent, empty, too large, and as what it is not', async () => {
    const { childId, contactId } = at.child
    const begin = (wish = {}) => at.post.messages.begin(childId, { contactId, ...voice, ...wish })
    expect(await begin({ type: 'video/webm' })).toMatchObject({ error: { code: 'bad-input' } })
    const { id } = value(await begin())
    expect(await at.post.messages.append(contactId, id, 0, webm(9))).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await at.post.messages.append(childId, id, messageLimits.voice.bytes, webm(9))).toMatchObject({
      error: { code: 'file-too-large' },
    })
    expect(await at.post.messages.finish(childId, id, 0)).toMatchObject({ error: { code: 'bad-input' } })
    const odd = value(await begin()).id
    value(await at.post.messages.append(childId, odd, 0, new TextEncoder().encode('<script>')))
    expect(await at.post.messages.finish(childId, odd, 0)).toMatchObject({
      error: { code: 'file-unreadable' },
    })
    expect(at.post.open()).toEqual([])
    at.child.say(false, ['messages'] as never)
    expect(await begin()).toMatchObject({ error: { code: 'no-consent' } })
    expect(at.post.messages.box(childId, contactId)).toMatchObject({ error: { code: 'no-consent' } })
  })

  it('of a drawing comes whole each time', async () => {
    const { childId, contactId } = at.child
    const { id } = value(
      await at.post.messages.begin(childId, { contactId, kind: 'drawing', type: 'image/png' }),
    )
    value(await at.post.messages.append(childId, id, 0, png(1)))
    value(await at.post.messages.append(childId, id, 0, png(2)))
    expect(value(await at.post.messages.finish(childId, id, 0)).content).toBe(
      `/media/message/${hash(png(2))}`,
    )
  })

  it('may be thrown away before it has gone up, for good', async () => {
    const id = await at.post.record(at.child.childId, at.child.contactId)
    expect(await at.post.messages.drop(at.child.contactId, id)).toMatchObject({
      error: { code: 'not-found' },
    })
    value(await at.post.messages.drop(at.child.childId, id))
    expect(at.box().messages).toEqual([])
    expect(at.post.files()).toEqual([])
  })
})
