import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullerNumber, numberFrom, sameNumber } from './number-rules.ts'

const read = (typed: string) => {
  const number = numberFrom(typed)
  return number.ok ? number.value : number.error
}
const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: least, maxLength: most })

describe('a school number', () => {
  it.each([
    ['0012', '0012'],
    ['="0012"', '0012'],
    ['=T("0012")', '0012'],
    ["'0012", '0012'],
    ['＇００１２', '0012'],
    [' 20230101.0 ', '20230101'],
    ['20230101.00', '20230101'],
    ['2.0230101E+07', '20230101'],
    ['20,230,101', '20230101'],
    ['２０２３０１０１', '20230101'],
    ['\u202d20230101\u202c', '20230101'],
    ['20\u200b23\u00a00101\ufeff', '20230101'],
    ['g440800201903050011', 'G440800201903050011'],
    ['Ｇ４４０８００２０１９０３０５００１１', 'G440800201903050011'],
    ['G 4408 0020 1903 0500 11', 'G440800201903050011'],
    ['44088320190305002x', '44088320190305002X'],
    ['2023－01', '2023-01'],
    ['G440800201800000000', 'G440800201800000000'],
    ['1ῗ', '1Ϊ͂'],
    ['"2104"', '2104'],
    ['=""2104""', '2104'],
    [' \u3000', null],
  ])('%j is %j', (typed, number) => expect(read(typed)).toBe(number))

  it.each(['无', '-', '——', '#N/A', 'NULL', 'nan', '待定', '0', '０００'])('%j is nobody’s', (typed) =>
    expect(read(typed)).toBe('number-unreadable'),
  )

  it.each(['4.40883E+17', '4.408832019030502e+17', '440883201903050000', '440883201903050021.0', '2.02E+07'])(
    '%j has lost digits',
    (typed) => expect(read(typed)).toBe('number-damaged'),
  )

  it('longer than thirty characters is none', () => expect(read('1'.repeat(31))).toBe('number-too-long'))

  it('is read again as it is kept', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('0123456789gGxX .-=\'"（E+　\u200b')) })
    const growing = fc.string({ unit: fc.constantFrom(...Array.from('ῗῧΐᾳŉǰßﬃẖﾞ́͂̈ͅ')), maxLength: 6 })
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary' }), growing), (text) => {
        const once = numberFrom(text)
        if (once.ok) expect(numberFrom(once.value ?? '')).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('sameNumber', () => {
  it.each([
    ['G440800201903050011', 'G440800201903050011', 'same'],
    ['0230101', '230101', 'maybe'],
    ['440883201903050000', '440883201903050021', 'maybe'],
    ['440883201903050000', 'G440883201903050021', 'maybe'],
    ['G440800201800000000', 'G440800201800000000', 'same'],
    ['G440800201800000000', 'G440800201800000001', 'different'],
    ['440883201903050000', '440883201903050000', 'maybe'],
    ['G440883201903050021', '440883201903050021', 'maybe'],
    ['2023-0101', '20230101', 'maybe'],
    ['440883201903050021', '440883201903050048', 'different'],
    ['20230101', '20230102', 'different'],
    ['12', '120', 'different'],
    ['', '12', 'different'],
  ])('%s and %s: %s', (one, other, answer) => {
    expect([sameNumber(one, other), sameNumber(other, one)]).toEqual([answer, answer])
  })

  it('never takes a number without its zeros for another, nor another for it', () => {
    fc.assert(
      fc.property(digits(1, 14), digits(0, 4), digits(1, 14), (number, zeros, other) => {
        const padded = '0'.repeat(zeros.length) + number
        expect(sameNumber(padded, number)).toBe(zeros === '' ? 'same' : 'maybe')
        expect(fullerNumber(number, padded)).toBe(padded)
        if (BigInt(number) !== BigInt(other)) expect(sameNumber(number, other)).toBe('different')
      }),
    )
  })

  it('keeps the one that lost less', () => {
    expect(fullerNumber('440883201903050000', '440883201903050021')).toBe('440883201903050021')
    expect(fullerNumber('440883201903050021', '440883201903050000')).toBe('440883201903050021')
    expect(fullerNumber('G440883201903050021', '440883201903050021')).toBe('G440883201903050021')
  })
})
