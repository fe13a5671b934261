import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publication } from '#contract/wire.ts'
import { nothingAgreed, type Agreed } from './consent-rules.ts'
import { publicationOf, type PublishedContact } from './publication-rules.ts'
import { canReach, holds } from './reach-rules.ts'
import { sipUser } from './sip-user.ts'

const room = '0199c5a8-0000-7000-8000-000000000001'
const ids = ['0199c5a8-0000-7000-8000-0000000000a1', '0199c5a8-0000-7000-8000-0000000000a2'] as const
const child = (id: string) => ({ id, given: '小雨', animal: 'rabbit', tone: 'coral', name: '林小雨' })
const contact = (id: string, more: Partial<PublishedContact> = {}) => ({
  id,
  childId: ids[0],
  isGuardian: true,
  approvedBy: id,
  phones: ['+8613800000001'],
  called: '妈妈',
  language: 'zh-CN' as const,
  name: '陈玉兰',
  city: '东莞',
  ...more,
})

describe('whom a child may reach', () => {
  const all: Agreed = { video: true, phone: true, messages: true, photo: true }
  it('is whom a guardian of this child approved, as long as they are one', () => {
    const [mum, gran] = [contact('m'), contact('g', { isGuardian: false, approvedBy: 'm' })]
    expect(holds(gran, [mum, gran], all)).toEqual(all)
    expect(holds(gran, [gran], all)).toEqual(nothingAgreed)
    expect(holds(gran, [{ ...mum, isGuardian: false }, gran], all)).toEqual(nothingAgreed)
    expect(holds(gran, [{ ...mum, childId: 'another' }, gran], all)).toEqual(nothingAgreed)
    expect(holds({ ...gran, approvedBy: null }, [mum, gran], all)).toEqual(nothingAgreed)
  })
  it('is nobody by telephone who has no number', () => {
    const mum = contact('m', { phones: [] })
    expect(holds(mum, [mum], all)).toEqual({ ...all, phone: false })
  })
  it('a photograph alone is no way', () => {
    expect(canReach({ ...nothingAgreed, photo: true })).toBe(false)
  })
})

const make = (agreed: Agreed) =>
  publicationOf({
    room,
    school: '第一小学',
    children: ids.map(child),
    contacts: [contact('0199c5a8-0000-7000-8000-0000000000b1')],
    phonesOf: ({ phones }: { readonly phones: readonly string[] }) => phones,
    agreed: () => agreed,
    userOf: sipUser,
  })

describe('what is published', () => {
  it('is a valid publication with a given name, and nothing of a child whom nobody may reach', () => {
    const made = make({ video: true, phone: false, messages: true, photo: false })
    expect(publication.safeParse({ ...made, version: 1 }).success).toBe(true)
    expect(made.children).toEqual([
      { user: expect.stringMatching(/^k[0-9a-f]{24}$/), given: '小雨', animal: 'rabbit', tone: 'coral' },
    ])
    expect(made.contacts).toMatchObject([
      { called: '妈妈', phones: [], consent: { video: true, phone: false } },
    ])
    expect(JSON.stringify(made)).not.toMatch(/陈玉兰|林小雨|东莞|1380000/)
  })

  it('has a number only where telephoning is agreed, and a contact only where something is', () => {
    fc.assert(
      fc.property(
        fc.record({ video: fc.boolean(), phone: fc.boolean(), messages: fc.boolean(), photo: fc.boolean() }),
        (agreed) => {
          const made = make(agreed)
          expect(made.contacts.length).toBe(canReach(agreed) ? 1 : 0)
          expect(made.children.length).toBe(made.contacts.length)
          expect(JSON.stringify(made).includes('+86')).toBe(agreed.phone)
        },
      ),
    )
  })

  it('names rows the same on every seat, and differently for a child and a contact', () => {
    expect(sipUser('child', ids[0])).toBe(sipUser('child', ids[0]))
    expect(sipUser('contact', ids[0])).toMatch(/^c[0-9a-f]{24}$/)
    expect(sipUser('contact', ids[0]).slice(1)).not.toBe(sipUser('child', ids[0]).slice(1))
  })
})
