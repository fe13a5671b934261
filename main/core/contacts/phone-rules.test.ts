import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalPhone, shownPhone } from './phone-rules.ts'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([second, rest]) => `1${second}${rest}`)
const area = fc.oneof(
  fc.constantFrom('10', '20', '21', '29'),
  fc
    .integer({ min: 300, max: 999 })
    .filter((code) => code !== 400 && code !== 800)
    .map(String),
)
const landline = area.chain((code) =>
  fc
    .tuple(fc.integer({ min: 2, max: 8 }), digits(code.length === 2 ? 7 : 6))
    .map(([first, rest]) => ({ code, rest: `${first}${rest}` })),
)
const between = fc.constantFrom('', ' ', '-', '－', '  ', '\u00a0', '\u200b')

describe('a telephone number', () => {
  it.each([
    ['138 0000 1111', '+8613800001111'],
    ['138-0000-1111', '+8613800001111'],
    ['１３８００００１１１１', '+8613800001111'],
    ['+86 138 0000 1111', '+8613800001111'],
    ['(+86)13800001111', '+8613800001111'],
    ['86 13800001111', '+8613800001111'],
    ['008613800001111', '+8613800001111'],
    ['013800001111', '+8613800001111'],
    ["'13800001111", '+8613800001111'],
    ['13800001111.0', '+8613800001111'],
    ['13800001111.00', '+8613800001111'],
    ['="13800001111"', '+8613800001111'],
    ['1.3800001111E+10', '+8613800001111'],
    ['\u202d13800001111\u202c', '+8613800001111'],
    ['0759-2234567', '+867592234567'],
    ['（0759）2234567', '+867592234567'],
    ['+86 0759 2234567', '+867592234567'],
    ['020-81234567', '+862081234567'],
    ['010 6234 5678', '+861062345678'],
    ['+852 6123 4567', '+85261234567'],
    ['0085261234567', '+85261234567'],
  ])('%j is %s', (typed, normal) => expect(normalPhone(typed)).toBe(normal))

  it.each([
    '',
    '妈妈',
    '2234567', // no area code
    '110',
    '12345',
    '95588',
    '400-800-1234',
    '1380000111', // a digit lost
    '138000011111',
    '1.38E+10',
    '0759-2234567转803',
    '+0 138',
    '+86 12345678901',
    '+1234567890123456',
    '12800001111',
  ])('%j is none', (typed) => expect(normalPhone(typed)).toBeNull())

  it('is the same however its groups are parted, with or without the country', () => {
    fc.assert(
      fc.property(mobile, between, fc.constantFrom('', '+86', '86', '0086', '0'), (number, mark, front) => {
        const typed = [front, number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(mark)
        expect(normalPhone(typed)).toBe(`+86${number}`)
      }),
    )
    fc.assert(
      fc.property(landline, between, ({ code, rest }, mark) => {
        expect(normalPhone(`0${code}${mark}${rest}`)).toBe(`+86${code}${rest}`)
      }),
    )
  })

  it('stays itself, shown and read again', () => {
    const any = fc.oneof(
      mobile.map((number) => `+86${number}`),
      landline.map(({ code, rest }) => `+86${code}${rest}`),
      digits(8).map((rest) => `+852${rest}`),
    )
    fc.assert(
      fc.property(any, (number) => {
        expect(normalPhone(number)).toBe(number)
        expect(normalPhone(shownPhone(number))).toBe(number)
      }),
    )
    expect(shownPhone('+8613800001111')).toBe('138 0000 1111')
    expect(shownPhone('+867592234567')).toBe('0759-2234567')
  })

  it('is either null or E.164, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789+-() ./转１３８')), maxLength: 20 }),
        (typed) => {
          expect(normalPhone(typed) ?? '+8613800001111').toMatch(/^\+[1-9]\d{5,14}$/)
        },
      ),
    )
  })
})
