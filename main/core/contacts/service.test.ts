import { describe, expect, it } from 'vitest'
import { err, ok } from '#core/kernel/result.ts'
import { family, hash, mum } from './test-family.fixture.ts'

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 1)

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
      {
        name: '林小雨',
        pinyin: 'lín xiǎoyǔ',
        contacts: ['妈妈', '奶奶'],
        guardians: 1,
        agreed: ['video', 'messages'],
      },
    ])
  })
})
