import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StaffPerson } from '#contract/people.ts'
import { value } from '../calls/test-seat.fixture.ts'
import { ok } from '../kernel/result.ts'
import { keysAt } from '../keys/keys.fixture.ts'
import { layLetterbox, type Letterbox } from '../messages/test-letterbox.fixture.ts'
import { phoneOf } from '../messages/test-post.fixture.ts'
import { createStaffStore } from '../staff/store.ts'
import { createReaders } from './readers.ts'
import { noPageMedia } from './media.ts'
import { createDiaryService } from './service.ts'
import { createSharesService } from './shares.ts'

const png = (text: string) =>
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.from(text)])
const first = png('a picture of the sweet potato')
const second = png('and its other sheet')

const voiceId = '019a0000-0000-7000-8000-00000000000a'
const heard = Uint8Array.from([0, 0, 0, 20, 0x66, 0x74, 0x79, 0x70, ...Buffer.from('what the child said')])

let at: Letterbox

beforeEach(async () => {
  at = await layLetterbox()
})
afterEach(() => at.end())

function sharing() {
  const { ground, contacts, usage, server } = at.seat
  const { keys } = keysAt(ground)
  const diary = createDiaryService(ground, {
    usage,
    keys,
    media: { keep: async () => ok('f'.repeat(64)), read: async () => undefined, remove: async () => {} },
    mediaAddress: (hash) => `/media/diary/${hash}`,
    pageMedia: noPageMedia,
  })
  const people = createStaffStore(ground.db)
  const shares = createSharesService(ground, {
    readers: createReaders(ground.db),
    diary,
    keys,
    contacts,
    post: at.post.messages.pages,
    people: () => people.all().map(({ id, name, role }) => ({ id, name, role })),
    away: () => server.state().at !== 'open',
    voice: async (media) => (media === voiceId ? heard : undefined),
  })
  contacts.onChange(() => void shares.endLost())
  at.seat.children.onChange(() => void shares.endLost())
  const add = (id: string, role: StaffPerson['role']): StaffPerson => {
    people.add({ id, name: id, role, checkedOn: null, pinHash: '', createdAt: 1 })
    return { id, name: id, role }
  }
  const li = add('li', 'social-worker')
  const helper = add('helper', 'volunteer')
  const { childId, contactId } = at.child
  const page = value(diary.begin(childId)).id
  const mum = { circle: 'family' as const, id: contactId, pictures: [first, second] }
  return { ...at.seat, diary, shares, li, helper, childId, contactId, page, mum, people }
}

const filesHere = () => at.post.files().map((name) => readFileSync(join(at.post.folder, 'message', name)))

describe('a page for one of the family', () => {
  it('waits sealed without a line, and is gone with a tap: from the seat and for the call server', async () => {
    const { shares, childId, page, mum } = sharing()
    expect(value(await shares.give(childId, page, mum))).toMatchObject({ way: 'waiting', seen: false })
    expect(filesHere()).toHaveLength(2)
    for (const bytes of filesHere()) {
      expect(bytes.includes('sweet potato')).toBe(false)
      expect(bytes.includes('other sheet')).toBe(false)
    }
    // It is shown with the diary, not among the letters.
    expect(at.box().messages).toEqual([])
    expect(value(await shares.takeBack(childId, page))).toEqual({ seen: false })
    expect(filesHere()).toEqual([])
    expect(value(shares.receivers(childId, page)).given).toBeNull()
    await at.enrol()
    await at.post.round()
    expect(at.atServer()).toEqual([])
  })

  it('reaches the phone whole, is taken back before it was seen, and gone there', async () => {
    const { shares, childId, page, mum } = sharing()
    await at.enrol()
    const phone = await phoneOf(at.bench, at.seat, childId, at.child.contactId)
    value(await shares.give(childId, page, mum))
    await at.post.round()
    expect(value(shares.receivers(childId, page)).given).toMatchObject({ way: 'arrived', seen: false })
    expect(filesHere()).toEqual([])
    const { messages } = (await phone.ask('GET', '/api/parent/messages')).json as {
      messages: { id: string }[]
    }
    expect(messages).toHaveLength(2)
    value(await shares.takeBack(childId, page))
    await at.post.round()
    expect((await phone.ask('GET', '/api/parent/messages')).json.messages).toEqual([])
    expect((await phone.ask('GET', `/api/parent/messages/${messages[0]?.id}/content`)).status).toBe(404)
    expect(at.atServer()).toEqual([])
  })

  it('that was seen says so for good; taken back, it is gone from the phone and was still seen', async () => {
    const { shares, childId, page, mum, ground } = sharing()
    await at.enrol()
    const phone = await phoneOf(at.bench, at.seat, childId, at.child.contactId)
    value(await shares.give(childId, page, mum))
    await at.post.round()
    const { messages } = (await phone.ask('GET', '/api/parent/messages')).json as {
      messages: { id: string }[]
    }
    await phone.ask('POST', `/api/parent/messages/${messages[0]?.id}/seen`)
    ground.clock.pass(61_000)
    await at.post.round()
    shares.noteSeen(childId)
    expect(value(shares.receivers(childId, page)).given).toMatchObject({ seen: true })
    // The rows of messages go after their days; that it was seen stands.
    ground.db.run('DELETE FROM message')
    expect(value(shares.receivers(childId, page)).given).toMatchObject({ seen: true })
    expect(value(await shares.takeBack(childId, page))).toEqual({ seen: true })
    await at.post.round()
    expect((await phone.ask('GET', '/api/parent/messages')).json.messages).toEqual([])
  })

  it('goes to nobody without a guardian’s word, and ends with it', async () => {
    const { shares, childId, page, mum } = sharing()
    value(await shares.give(childId, page, mum))
    at.child.say(false)
    await at.post.messages.settled()
    expect(filesHere()).toEqual([])
    expect(value(shares.receivers(childId, page))).toMatchObject({ family: [], given: null })
    expect(await shares.give(childId, page, mum)).toMatchObject({ error: { code: 'no-consent' } })
    // Back again, it must be the child who gives it anew.
    at.child.say(true)
    expect(value(shares.receivers(childId, page)).given).toBeNull()
  })

  it('takes the voices along that lie on the page, sealed until they are up, and back', async () => {
    const { shares, diary, ground, childId, page, mum } = sharing()
    const thing = { kind: 'voice', media: voiceId, seconds: 7 } as const
    const at0 = { x: 0, y: 0, size: 100, turn: 0 }
    const step = { id: ground.newId(), kind: 'item', sheet: 0, item: ground.newId(), thing, at: at0 } as const
    value(diary.put({ childId, sessionId: 's' }, page, step))
    value(await shares.give(childId, page, mum))
    expect(filesHere()).toHaveLength(3)
    expect(filesHere().some((bytes) => bytes.includes('what the child said'))).toBe(false)
    await at.enrol()
    const phone = await phoneOf(at.bench, at.seat, childId, at.child.contactId)
    await at.post.round()
    const { messages } = (await phone.ask('GET', '/api/parent/messages')).json as {
      messages: { id: string; kind: string; lengthMs: number }[]
    }
    const voice = messages.find(({ kind }) => kind === 'voice')
    expect(voice?.lengthMs).toBe(7000)
    expect(
      (await phone.ask('GET', `/api/parent/messages/${voice?.id}/content`)).bytes.includes(
        'what the child said',
      ),
    ).toBe(true)
    value(await shares.takeBack(childId, page))
    await at.post.round()
    expect(at.atServer()).toEqual([])
  })

  it('is a picture and nothing else', async () => {
    const { shares, childId, page, mum } = sharing()
    const bad = await shares.give(childId, page, { ...mum, pictures: [new Uint8Array([1, 2, 3])] })
    expect(bad).toMatchObject({ error: { code: 'file-unreadable' } })
    expect(value(shares.receivers(childId, page)).given).toBeNull()
  })
})

describe('a page for an adult of the room', () => {
  it('is seen by that adult as it is, first look told to the child, until it is taken back', async () => {
    const { shares, diary, childId, page, li, helper } = sharing()
    const step = { id: at.seat.ground.newId(), kind: 'text', text: '红薯像小兔子' } as const
    value(diary.put({ childId, sessionId: 's' }, page, step))
    expect(shares.withMe(li)).toEqual([])
    value(await shares.give(childId, page, { circle: 'adult', id: 'li' }))
    expect(shares.withMe(li)).toMatchObject([{ page, childId, childName: '林小雨', looked: false }])
    expect(shares.withMe(helper)).toEqual([])
    expect(value(shares.receivers(childId, page)).given?.seen).toBe(false)
    expect(JSON.stringify(value(shares.look(li, page)))).toContain('红薯像小兔子')
    value(diary.put({ childId, sessionId: 's' }, page, { ...step, text: '红薯像小兔子，还会跑' }))
    expect(JSON.stringify(value(shares.look(li, page)))).toContain('还会跑')
    expect(value(shares.receivers(childId, page)).given?.seen).toBe(true)
    expect(shares.look(helper, page)).toMatchObject({ error: { code: 'not-found' } })
    expect(value(await shares.takeBack(childId, page))).toEqual({ seen: true })
    expect(shares.look(li, page)).toMatchObject({ error: { code: 'not-found' } })
    expect(shares.withMe(li)).toEqual([])
  })

  it('is offered where somebody stays with the children, and given to nobody else', async () => {
    const { shares, childId, page } = sharing()
    const { adults } = value(shares.receivers(childId, page))
    expect(adults.map(({ name, role }) => [name, role])).toEqual([
      ['li', 'social-worker'],
      ['何老师', 'teacher'],
    ])
    const refused = { error: { code: 'not-found' } }
    expect(await shares.give(childId, page, { circle: 'adult', id: 'helper' })).toMatchObject(refused)
    expect(await shares.give('another child', page, { circle: 'adult', id: 'li' })).toMatchObject(refused)
    expect(await shares.takeBack('another child', page)).toMatchObject(refused)
    expect(shares.receivers('another child', page)).toMatchObject(refused)
  })

  it('is one choice: who had it before has it no more, the family’s picture included', async () => {
    const { shares, childId, page, mum, li } = sharing()
    value(await shares.give(childId, page, mum))
    value(await shares.give(childId, page, { circle: 'adult', id: 'li' }))
    expect(filesHere()).toEqual([])
    expect(shares.withMe(li)).toHaveLength(1)
    value(await shares.give(childId, page, { circle: 'basket' }))
    expect(shares.withMe(li)).toEqual([])
    expect([...shares.givenOf(childId).values()]).toEqual([
      { to: { circle: 'basket' }, way: null, seen: false },
    ])
  })

  it('shows the lock again to the child where that adult left', async () => {
    const { shares, childId, page, people } = sharing()
    value(await shares.give(childId, page, { circle: 'adult', id: 'li' }))
    people.leave('li', 5)
    expect(value(shares.receivers(childId, page)).given).toBeNull()
    expect(shares.givenOf(childId).size).toBe(0)
  })
})

it('a child who left the room has given nothing, and what waited for mum is gone', async () => {
  const { shares, childId, page, mum, ground } = sharing()
  value(await shares.give(childId, page, mum))
  ground.db.shared.set('child', childId, { left_at: 5 })
  await shares.endLost()
  expect(filesHere()).toEqual([])
  ground.db.shared.set('child', childId, { left_at: null })
  expect(value(shares.receivers(childId, page)).given).toBeNull()
})
