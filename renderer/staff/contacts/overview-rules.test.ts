import { describe, expect, it } from 'vitest'
import type { FamilyLine } from '#contract/contacts.ts'
import { filtered, overviewFilters } from './overview-rules.ts'

const line = (childId: string, contacts: string[], agreed: FamilyLine['agreed']): FamilyLine => ({
  childId,
  name: childId,
  pinyin: '',
  number: null,
  classId: 'c',
  classLabel: '二(1)班',
  face: { animal: 'fox', tone: 'sun' },
  contacts,
  guardians: 0,
  agreed,
})
const lines = [
  line('alone', [], []),
  line('asked-nobody', ['妈妈'], []),
  line('photo-only', ['妈妈'], ['photo']),
  line('no-device', ['妈妈'], ['video']),
  line('ready', ['妈妈'], ['video', 'phone']),
]
const devices = new Map([['ready', 1]])

describe('the list of families', () => {
  it('shows who waits for what', () => {
    const shown = overviewFilters.map((filter) =>
      filtered(lines, filter, devices).map(({ childId }) => childId),
    )
    expect(shown).toEqual([
      ['alone', 'asked-nobody', 'photo-only', 'no-device', 'ready'],
      ['alone'],
      ['asked-nobody', 'photo-only'],
      ['no-device'],
    ])
  })
  it('claims nothing about devices where nobody can say', () => {
    expect(filtered(lines, 'no-device', undefined)).toEqual([])
  })
})
