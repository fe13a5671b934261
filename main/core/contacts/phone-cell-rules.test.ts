import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phonesFrom } from './phone-cell-rules.ts'
import { relationFrom } from './relation-rules.ts'

const [mum, dad, gran] = ['+8613800000001', '+8613900000001', '+867592234567']

const bare = (text: string) => text.replace(/[^\d\p{Script=Han}]/gu, '')

describe('a cell of telephone numbers', () => {
  it.each<[string, Partial<ReturnType<typeof phonesFrom>>]>([
    ['13800000001 13900000001', { phones: [mum, dad] }],
    ['138 0000 0001 139 0000 0001', { phones: [mum, dad] }],
    ['1380000000113900000001', { phones: [mum, dad] }],
    ['13800000001-13900000001', { phones: [mum, dad] }],
    ['13800000001\n13900000001', { phones: [mum, dad] }],
    ['13800000001；13900000001', { phones: [mum, dad] }],
    ['13800000001/0759-2234567', { phones: [mum, gran] }],
    ['0759 2234567 13800000001', { phones: [gran, mum] }],
    ['13800000001/2234567', { phones: [mum], unread: ['2234567'] }],
    ['13800000001 2234567', { phones: [mum], unread: ['2234567'] }],
    ['13800000001(妈)', { phones: [mum], said: new Map([[mum, '妈妈']]) }],
    ['13800000001 妈妈', { phones: [mum], said: new Map([[mum, '妈妈']]) }],
    ['妈妈13800000001', { phones: [mum], said: new Map([[mum, '妈妈']]) }],
    ['母亲：138-0000-0001', { phones: [mum], said: new Map([[mum, '妈妈']]) }],
    ['爸爸139 0000 0001', { phones: [dad], said: new Map([[dad, '爸爸']]) }],
    ['+86-138-0000-0001（妈妈）', { phones: [mum], said: new Map([[mum, '妈妈']]) }],
    [
      '妈妈13800000001爸爸13900000001',
      {
        phones: [mum, dad],
        said: new Map([
          [mum, '妈妈'],
          [dad, '爸爸'],
        ]),
      },
    ],
    [
      '13800000001(妈) / 13900000001(爸)',
      {
        phones: [mum, dad],
        said: new Map([
          [mum, '妈妈'],
          [dad, '爸爸'],
        ]),
      },
    ],
    ['电话：13800000001', { phones: [mum] }],
    ['13800000001（晚上打）', { phones: [mum], notes: ['晚上打'] }],
    ['13800000001、0759-2234567；138 0000 0001, 无', { phones: [mum, gran], unread: ['无'] }],
    ['0759-2234567转803', { unread: ['0759-2234567转803'] }],
    ['1.38E+10', { unread: ['1.38E+10'] }],
    [
      '13800000001/13800000002/13800000003/13800000004',
      { phones: [mum, '+8613800000002', '+8613800000003'], unread: ['+8613800000004'] },
    ],
    [' ', {}],
  ])('%j', (typed, expected) => {
    expect(phonesFrom(typed)).toEqual({ phones: [], said: new Map(), unread: [], notes: [], ...expected })
  })

  it('loses no number and no word, however they are parted', () => {
    const piece = fc.constantFrom('13800000001', '0759-2234567', '2234567', '13800000001(妈)', '晚上打', '无')
    const mark = fc.constantFrom(' ', '；', '，', '\n', ' / ', '、')
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, mark), { minLength: 1, maxLength: 5 }), (pieces) => {
        const { phones, said, unread, notes } = phonesFrom(pieces.flat().join(''))
        const kept = [...phones.map((phone) => `0${phone.slice(3)}`), ...said.values(), ...unread, ...notes]
        const all = bare(kept.join(' '))
        for (const [text] of pieces)
          for (const part of text.match(/[\d-]+|\p{Script=Han}+/gu) ?? []) expect(all).toContain(bare(part))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a relation', () => {
  it.each(['母亲', '（妈）', '孩子妈妈', 'Mother', ' 妈 妈 ', '她母亲', '\u200e妈妈', '学生的母亲'])(
    '%j is 妈妈',
    (typed) => expect(relationFrom(typed)).toBe('妈妈'),
  )
  it('stays as it is where it is not known, read again the same', () => {
    expect(relationFrom('二叔公')).toBe('二叔公')
    expect(relationFrom('constructor')).toBe('constructor')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 15 }), (typed) => {
        expect(relationFrom(relationFrom(typed))).toBe(relationFrom(typed))
      }),
    )
  })
})
