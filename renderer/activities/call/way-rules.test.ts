import { describe, expect, it } from 'vitest'
import type { FamilyCard } from '#contract/calls.ts'
import { kinState, otherWay, others, wayTo } from './way-rules.ts'

const card = (contactId: string, part: Partial<FamilyCard> = {}): FamilyCard => ({
  contactId,
  called: '妈妈',
  relation: '母亲',
  city: null,
  ways: ['video'],
  presence: 'open',
  consentLimited: false,
  rang: false,
  unseen: 0,
  ...part,
})

describe('how a relative is called', () => {
  it('by picture where their page is open, even where the telephone is agreed to', () =>
    expect(wayTo(card('a', { ways: ['video', 'phone'] }))).toBe('video'))
  it('by telephone where their page is not open', () =>
    expect(wayTo(card('a', { ways: ['video', 'phone'], presence: 'away' }))).toBe('phone'))
  it('by picture all the same where nothing else is agreed to: they see that somebody called', () =>
    expect(wayTo(card('a', { presence: 'away' }))).toBe('video'))
  it('not at all without a server, or by a message alone', () => {
    expect(wayTo(card('a', { presence: 'offline' }))).toBeNull()
    expect(wayTo(card('a', { ways: ['message'], presence: 'phone-only' }))).toBeNull()
  })
})

describe('the other way to the same person', () => {
  const both = ['video', 'phone'] as const
  it('is the telephone beside a picture, wherever it was agreed to', () => {
    expect(otherWay(card('a', { ways: both }), 'video')).toBe('phone')
    expect(otherWay(card('a', { ways: both, presence: 'away' }), 'video')).toBe('phone')
    expect(otherWay(card('a'), 'video')).toBeNull()
  })
  it('is the picture again, once their page is open', () => {
    expect(otherWay(card('a', { ways: both }), 'phone')).toBe('video')
    expect(otherWay(card('a', { ways: both, presence: 'away' }), 'phone')).toBeNull()
    expect(otherWay(card('a', { ways: ['phone'], presence: 'phone-only' }), 'phone')).toBeNull()
  })
  it('is none without a server', () => {
    expect(otherWay(card('a', { ways: both, presence: 'offline' }), 'video')).toBeNull()
    expect(otherWay(card('a', { ways: both, presence: 'offline' }), 'phone')).toBeNull()
  })
})

describe('what a card shows', () => {
  it.each([
    [{ ways: ['video'], presence: 'open' }, 'open'],
    [{ ways: ['video', 'phone'], presence: 'away' }, 'phone'],
    [{ ways: ['phone'], presence: 'phone-only' }, 'phone'],
    [{ ways: ['video'], presence: 'away' }, 'away'],
    [{ ways: ['video', 'phone'], presence: 'offline' }, 'offline'],
    [{ ways: ['message'], presence: 'phone-only' }, 'message'],
    [{ ways: ['message'], presence: 'offline' }, 'message'],
    [{ ways: ['video', 'message'], presence: 'offline' }, 'message'],
    [{ ways: [], presence: 'phone-only' }, 'closed'],
  ] as const)('%o is %s', (part, state) => expect(kinState(part)).toBe(state))
})

describe('who else could be called', () => {
  it('puts whoever waits first, and leaves out the one called and those out of reach', () =>
    expect(
      others(
        [
          card('mum'),
          card('aunt', { presence: 'away' }),
          card('gran', { ways: ['phone'], presence: 'phone-only' }),
          card('dad'),
          card('uncle', { ways: ['message'] }),
        ],
        'mum',
      ).map(({ contactId }) => contactId),
    ).toEqual(['dad', 'gran', 'aunt']))
})
