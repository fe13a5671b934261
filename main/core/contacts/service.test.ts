import { describe, expect, it } from 'vitest'
import { testGround } from '#core/db/test-ground.ts'
import { err, ok } from '#core/kernel/result.ts'
import { createChildrenService } from '../children/service.ts'
import { createStaffStore } from '../staff/store.ts'
import type { CallServerLink } from './call-server-link.ts'
import { createContactsService } from './service.ts'
import type { ContactFacts } from './store.ts'
import { testServer } from './test-server.fixture.ts'

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 1)
const hash = 'a'.repeat(64)
const mum: ContactFacts = {
  relation: '母亲',
  name: '陈玉兰',
  called: '妈妈',
  guardian: true,
  city: '东莞',
  spoken: '普通话、雷州话',
  language: 'zh-CN',
  phones: ['138 0000 0001'],
}
const gran: ContactFacts = {
  ...mum,
  relation: '奶奶',
  name: '黄阿英',
  called: '奶奶',
  guardian: false,
  phones: [],
}

function family(link?: CallServerLink) {
  const ground = testGround()
  const media = { keep: async () => ok(hash) }
  const children = createChildrenService(ground, { media })
  const contacts = createContactsService(ground, { media, school: () => '第一小学', link: () => link })
  const witnessId = ground.newId()
  createStaffStore(ground.db).add({
    id: witnessId,
    name: '何老师',
    role: 'teacher',
    checkedOn: null,
    pinHash: '',
    createdAt: 1,
  })
  const idOf = (done: ReturnType<typeof contacts.add>): string => {
    if (!done.ok) throw new Error(done.error.code)
    return done.value.id
  }
  const childId = idOf(children.add({ name: '林小雨', classLabel: '2.1', number: null, birthday: null }))
  const mumId = idOf(contacts.add(childId, mum))
  const granId = idOf(contacts.add(childId, gran))
  const word = (given: boolean, more: Partial<Parameters<typeof contacts.decide>[1]> = {}) => ({
    purposes: ['video', 'phone', 'messages', 'photo'] as const,
    given,
    day: '2026-11-22',
    guardianId: mumId,
    witnessId,
    how: 'in-person' as const,
    note: null,
    ...more,
  })
  const of = (contactId: string) => ({ childId, contactId })
  return { ground, children, contacts, childId, mumId, granId, witnessId, word, of }
}

describe('the family of a child', () => {
  it('shows relatives with normal numbers and relations, and nothing agreed', () => {
    const { contacts, childId } = family()
    const shown = contacts.family(childId)
    expect(shown).toMatchObject({
      ok: true,
      value: {
        child: { name: '林小雨', classLabel: '二(1)班' },
        contacts: [
          { relation: '妈妈', name: '陈玉兰', phones: ['+8613800000001'], guardian: true },
          { relation: '奶奶', phones: [], guardian: false },
        ],
        published: { server: false },
      },
    })
    expect(
      shown.ok && shown.value.contacts.flatMap(({ consent }) => consent.filter(({ last }) => last)),
    ).toEqual([])
    expect(contacts.reachable(childId)).toEqual([])
  })

  it('takes no number that cannot be dialled', () => {
    const { contacts, childId, mumId, of } = family()
    const refused = err({ code: 'phone-unreadable', facts: { phone: '110' } })
    expect(contacts.add(childId, { ...mum, phones: ['110'] })).toEqual(refused)
    expect(contacts.change(of(mumId), { ...mum, phones: ['110'] })).toEqual(refused)
  })

  it('is changed and left, and only this one', () => {
    const { ground, children, contacts, childId, mumId, of } = family()
    let told = 0
    contacts.onChange(() => (told += 1))
    expect(contacts.change(of(mumId), { ...mum, city: '' })).toEqual(ok(undefined))
    expect(contacts.family(childId)).toMatchObject({ value: { contacts: [{ city: null }, {}] } })
    const other = children.add({ name: '王芳', classLabel: '2.1', number: null, birthday: null })
    const wrong = { childId: other.ok ? other.value.id : '', contactId: mumId }
    expect(contacts.remove(wrong)).toMatchObject({ error: { code: 'not-found' } })
    expect(contacts.remove(of(mumId))).toEqual(ok(undefined))
    expect(contacts.family(childId)).toMatchObject({ value: { contacts: [{ name: '黄阿英' }] } })
    expect(told).toBe(2)
    expect(ground.db.get('SELECT count(*) AS n FROM tombstone WHERE table_name = ?', ['contact'])).toEqual({
      n: 1,
    })
  })
})

describe('consent', () => {
  it('opens the way that was agreed to, with whom it was agreed, and closes it again', () => {
    const { contacts, childId, granId, word, of } = family()
    expect(contacts.decide(of(granId), word(true, { purposes: ['video'], note: '电话里说的' }))).toEqual(
      ok(undefined),
    )
    expect(contacts.reachable(childId)).toEqual([
      expect.objectContaining({
        contactId: granId,
        called: '奶奶',
        video: true,
        phone: false,
        messages: false,
      }),
    ])
    expect(contacts.family(childId)).toMatchObject({
      value: {
        contacts: [
          {},
          {
            consent: [
              {
                purpose: 'video',
                holds: true,
                last: {
                  given: true,
                  day: '2026-11-22',
                  guardian: '陈玉兰',
                  witness: '何老师',
                  note: '电话里说的',
                },
              },
              { purpose: 'phone', holds: false, last: null },
              {},
              {},
            ],
          },
        ],
      },
    })
    contacts.decide(of(granId), word(false, { purposes: ['video'] }))
    expect(contacts.reachable(childId)).toEqual([])
  })

  it('keeps every word that was said', () => {
    const { ground, contacts, mumId, word, of } = family()
    for (const given of [true, false, true]) contacts.decide(of(mumId), word(given, { purposes: ['video'] }))
    const rows = () => ground.db.all('SELECT given FROM contact_consent ORDER BY at')
    expect(rows()).toEqual([{ given: 1 }, { given: 0 }, { given: 1 }])
    contacts.remove(of(mumId))
    expect(rows()).toHaveLength(3)
  })

  it('comes from a guardian of this child, is heard by staff, and not in the days to come', () => {
    const { contacts, granId, mumId, word, of } = family()
    const code = (more: Parameters<typeof word>[1]) => {
      const done = contacts.decide(of(mumId), word(true, more))
      return done.ok ? 'ok' : done.error.code
    }
    expect(code({ guardianId: granId })).toBe('no-guardian')
    expect(code({ witnessId: mumId })).toBe('bad-input')
    expect(code({ day: '2026-11-23' })).toBe('bad-input')
    expect(contacts.may(of(mumId), 'video')).toBe(false)
  })

  it('does not undo what was said later, all purposes or none', () => {
    const { ground, contacts, mumId, word, of } = family()
    contacts.decide(of(mumId), word(false, { purposes: ['video'] }))
    expect(contacts.decide(of(mumId), word(true, { day: '2026-11-01' }))).toMatchObject({
      error: { code: 'later-word-stands' },
    })
    expect(contacts.may(of(mumId), 'phone')).toBe(false)
    expect(contacts.decide(of(mumId), word(true))).toEqual(ok(undefined))
    // A dead battery: the clock stands in the year 2000, and taking back holds all the same.
    const known = ground.clock.wall()
    ground.clock.setWall(Date.UTC(2000, 0, 1))
    expect(contacts.decide(of(mumId), word(false, { day: '2000-01-01' }))).toEqual(ok(undefined))
    expect(contacts.may(of(mumId), 'video')).toBe(false)
    expect(contacts.may(of(mumId), 'video', known + 1)).toBe(true)
  })

  it('ends with the guardian who gave it', () => {
    const { contacts, mumId, granId, word, of } = family()
    contacts.decide(of(granId), word(true))
    expect(contacts.may(of(granId), 'video')).toBe(true)
    contacts.change(of(mumId), { ...mum, guardian: false })
    expect(contacts.may(of(granId), 'video')).toBe(false)
  })

  it('gives out numbers only where telephoning is agreed', () => {
    const { contacts, mumId, word, of } = family()
    expect([contacts.dialable(of(mumId)), contacts.callersOf('+8613800000001')]).toEqual([[], []])
    contacts.decide(of(mumId), word(true, { purposes: ['phone'] }))
    expect(contacts.dialable(of(mumId))).toEqual(['+8613800000001'])
    expect(contacts.callersOf('+8613800000001')).toEqual([of(mumId)])
  })

  it('to a photograph comes before one, and takes it along', async () => {
    const { contacts, childId, mumId, word, of } = family()
    expect(await contacts.setPhoto(of(mumId), jpeg)).toMatchObject({ error: { code: 'no-consent' } })
    contacts.decide(of(mumId), word(true))
    expect(await contacts.setPhoto(of(mumId), Uint8Array.of(1))).toMatchObject({
      error: { code: 'file-unreadable' },
    })
    expect(await contacts.setPhoto(of(mumId), jpeg)).toEqual(ok(undefined))
    expect(contacts.reachable(childId)[0]?.photo).toContain(hash)
    contacts.decide(of(mumId), word(false, { purposes: ['photo'] }))
    expect(contacts.reachable(childId)[0]).toMatchObject({ video: true })
    expect(contacts.reachable(childId)[0]?.photo).toBeUndefined()
  })
})

describe('the list of all families', () => {
  it('says who has nobody and what holds for whom', () => {
    const { children, contacts, mumId, word, of } = family()
    children.add({ name: '阿弟', classLabel: '1.1', number: null, birthday: null })
    contacts.decide(of(mumId), word(true, { purposes: ['video', 'messages'] }))
    expect(contacts.overview()).toMatchObject([
      { name: '阿弟', contacts: [], guardians: 0, agreed: [] },
      { name: '林小雨', contacts: ['妈妈', '奶奶'], guardians: 1, agreed: ['video', 'messages'] },
    ])
  })
})

const settle = () => new Promise((done) => setImmediate(done))

describe('the call server', () => {
  it('is refused plainly where there is none', async () => {
    const { contacts, childId, mumId, of } = family()
    const none = { error: { code: 'no-call-server' } }
    expect(await contacts.invitations.invite(of(mumId))).toMatchObject(none)
    expect(await contacts.invitations.devices(childId)).toMatchObject(none)
    expect(await contacts.publishing.publish()).toMatchObject(none)
  })

  it('hears of each change by itself, in versions, and of nothing twice', async () => {
    const { server, link } = testServer()
    const { contacts, children, childId, mumId, word, of } = family(link)
    await settle()
    contacts.decide(of(mumId), word(true))
    await settle()
    expect(server.held?.contacts).toMatchObject([{ called: '妈妈', phones: ['+8613800000001'] }])
    const came = server.came.length
    await contacts.publishing.publish()
    contacts.recheck()
    await settle()
    expect(server.came).toHaveLength(came)
    children.change({ id: childId, name: '林大雨', classLabel: '2.1', number: null, birthday: null })
    contacts.recheck()
    await settle()
    expect(server.held?.children).toMatchObject([{ given: '大雨' }])
    contacts.decide(of(mumId), word(false))
    await settle()
    expect(server.held).toMatchObject({ children: [], contacts: [] })
    expect(server.came).toEqual(server.came.toSorted((one, other) => one - other))
  })

  it('is told later what it missed, also after a restart', async () => {
    const { server, link } = testServer()
    server.away = true
    const { ground, contacts, childId, mumId, word, of } = family(link)
    contacts.decide(of(mumId), word(true))
    await settle()
    expect(contacts.family(childId)).toMatchObject({ value: { published: { server: true, due: true } } })
    const again = createContactsService(ground, {
      media: { keep: async () => ok(hash) },
      school: () => '第一小学',
      link: () => link,
    })
    server.away = false
    expect(await again.publishing.publish()).toMatchObject({ ok: true, value: { due: false } })
    expect(server.held?.contacts).toHaveLength(1)
  })

  it('learns from another seat that was ahead', async () => {
    const { server, link } = testServer()
    server.held = { room: '', version: 41, school: '', children: [], contacts: [] }
    const { contacts, mumId, word, of } = family(link)
    contacts.decide(of(mumId), word(true))
    expect(await contacts.publishing.publish()).toMatchObject({ value: { due: false } })
    expect(server.held?.version).toBeGreaterThan(41)
    expect(server.held?.contacts).toHaveLength(1)
  })

  it('invites whom a guardian agreed to, and takes links and devices back', async () => {
    const { server, link } = testServer()
    const { contacts, childId, mumId, granId, word, of } = family(link)
    expect(await contacts.invitations.invite(of(mumId))).toMatchObject({ error: { code: 'no-consent' } })
    contacts.decide(of(mumId), word(true))
    const invited = await contacts.invitations.invite(of(mumId))
    expect(invited).toMatchObject({ ok: true, value: { link: expect.stringContaining('#') } })
    const id = invited.ok ? invited.value.id : ''
    expect(await contacts.invitations.revoke(of(granId), id)).toMatchObject({ error: { code: 'not-found' } })
    expect(await contacts.invitations.revoke(of(mumId), id)).toEqual(ok(undefined))
    expect(await contacts.invitations.open(of(mumId))).toEqual(ok([]))
    server.devices = [{ id: 'd', contact: mumId, name: 'Android', pairedAt: 1, seenAt: 1 }]
    expect(await contacts.invitations.paired()).toEqual(ok([{ childId, devices: 1 }]))
    expect(await contacts.invitations.revokeDevice(of(granId), 'd')).toMatchObject({
      error: { code: 'not-found' },
    })
    expect(await contacts.invitations.revokeDevice(of(mumId), 'd')).toEqual(ok(undefined))
    expect(await contacts.invitations.devices(childId)).toEqual(ok([]))
  })
})
