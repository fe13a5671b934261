import { describe, expect, it } from 'vitest'
import type { FamilyCard } from '#contract/calls.ts'
import { comesTomorrow, mayGoOn, missedKind, reachableAfter, teacherHelps } from './missed-rules.ts'

describe('what an end means to a child', () => {
  it.each([
    ['no-answer', 'missed'],
    ['offline', 'missed'],
    ['declined', 'missed'],
    ['busy', 'busy'],
    ['link-lost', 'lost'],
    ['no-line', 'line'],
    ['failed', 'line'],
    ['call-server-away', 'line'],
    ['microphone-busy', 'microphone'],
    ['phone-spent-call', 'spent-call'],
    ['phone-spent-child', 'spent-child'],
    ['phone-spent-number', 'spent-number'],
    ['phone-spent-room', 'spent-room'],
    ['no-consent', 'teacher'],
    ['not-allowed', 'teacher'],
    ['call-server-clock', 'teacher'],
    ['unknown-number', 'number'],
  ] as const)('%s is %s', (why, kind) => expect(missedKind(why, 'video')).toBe(kind))
  it('is the way to the telephones where only that fails', () => {
    expect(missedKind('failed', 'phone')).toBe('trunk')
    expect(missedKind('no-line', 'phone')).toBe('line')
  })
  it('asks a teacher where a child can do nothing', () => {
    expect([...teacherHelps]).toEqual(['teacher', 'microphone', 'number', 'trunk'])
  })
})

const card = (called: string, presence: FamilyCard['presence']): FamilyCard => ({
  contactId: called,
  called,
  relation: '',
  city: null,
  ways: ['video', 'phone'],
  presence,
  consentLimited: false,
  rang: false,
  unseen: 0,
})

describe('a telephone whose time is over', () => {
  const family = [card('爸爸', 'away'), card('奶奶', 'open')]
  it('comes back tomorrow, but for the time of one call', () => {
    expect([...comesTomorrow]).toEqual(['spent-child', 'spent-number', 'spent-room'])
  })
  it('leaves those whose page is open where the child or the room may telephone no more', () => {
    for (const kind of ['spent-child', 'spent-room'] as const)
      expect(reachableAfter(kind, family).map(({ called }) => called)).toEqual(['奶奶'])
  })
  it('leaves everybody else where the time of one call or one number is over', () => {
    for (const kind of ['spent-call', 'spent-number', 'missed'] as const)
      expect(reachableAfter(kind, family)).toEqual(family)
  })
})

describe('another way to the same person', () => {
  it('is offered after a cut, silence or a dead line, and where the time of the telephone is over', () => {
    for (const why of [
      'link-lost',
      'no-line',
      'offline',
      'no-answer',
      'failed',
      'phone-spent-child',
    ] as const)
      expect(mayGoOn(why)).toBe(true)
  })
  it('is not offered to somebody who said no, talks, or may not be called', () => {
    for (const why of ['declined', 'busy', 'not-allowed', 'no-microphone'] as const)
      expect(mayGoOn(why)).toBe(false)
  })
})
