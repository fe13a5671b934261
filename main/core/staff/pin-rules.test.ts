import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TRIES_BEFORE_LOCK, afterWrongPin, pinProblem, plainPin } from './pin-rules.ts'

const digits = (from: number, to: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: from, maxLength: to })

describe('a PIN', () => {
  it.each([
    ['', 'too-short'],
    ['48201', 'too-short'],
    ['4820175936482', 'too-long'],
    ['48a017', 'not-digits'],
    ['-48017', 'not-digits'],
    ['٤٨٢٠١٧', 'not-digits'],
    ...['000000', '888888', '123456', '654321', '012345', '890123', '987654321', '135790'].map((pin) => [
      pin,
      'too-common',
    ]),
    ...['121212', '123123', '12341234', '1231231', '112233', '111222', '11223344', '100000', '000001'].map(
      (pin) => [pin, 'too-common'],
    ),
    ...[
      '5201314',
      '1314520',
      '520520',
      '666888',
      '888666',
      '147258',
      '147852',
      '159357',
      '123321',
      '168168',
    ].map((pin) => [pin, 'too-common']),
    ...['52013140', '1234567', '12345678', '123450', '111111111111'].map((pin) => [pin, 'too-common']),
    ...['19900412', '12041990', '04121990', '20260229', '900412', '199004'].map((pin) => [
      pin,
      'looks-like-a-date',
    ]),
  ])('refuses %j: %s', (pin, problem) => {
    expect(pinProblem(pin)).toBe(problem)
  })

  it.each([
    '482017',
    '739264',
    '58203917',
    '20269931',
    '904731',
    '4820175936',
    '483920175846',
    '４８２０１７',
  ])('takes %s', (pin) => {
    expect(pinProblem(pin)).toBeNull()
  })

  it('is never taken when it is one digit, a walk or a thing said twice', () => {
    fc.assert(
      fc.property(
        digits(1, 6),
        fc.nat(9),
        fc.nat(9),
        fc.integer({ min: 6, max: 12 }),
        (unit, first, step, length) => {
          const walk = Array.from({ length }, (_, index) => (first + index * step) % 10).join('')
          expect(pinProblem(walk)).toBe('too-common')
          const doubled = unit.repeat(Math.max(2, Math.ceil(6 / unit.length)))
          if (doubled.length <= 12) expect(pinProblem(doubled)).toBe('too-common')
        },
      ),
    )
  })

  it('has a plain answer for any text, and six to twelve digits when taken', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits(0, 14)), (typed) => {
        if (pinProblem(typed) === null) expect(plainPin(typed)).toMatch(/^[0-9]{6,12}$/)
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves most numbers free to choose', () => {
    const free = fc.sample(digits(6, 6), { numRuns: 3000, seed: 7 }).filter((pin) => pinProblem(pin) === null)
    expect(free.length).toBeGreaterThan(2400)
  })
})

describe('wrong tries', () => {
  it('wait longer each time, two slips free, and lock at ten', () => {
    const tries = Array.from({ length: 12 }, (_, index) => afterWrongPin(index + 1))
    expect(tries.slice(0, 6).map(({ wait }) => wait)).toEqual([0, 0, 5000, 15_000, 60_000, 300_000])
    expect(tries.map(({ locked }) => locked).indexOf(true)).toBe(TRIES_BEFORE_LOCK - 1)
    expect(TRIES_BEFORE_LOCK).toBe(10)
  })

  it('never wait less for one more wrong try, whatever number comes', () => {
    fc.assert(fc.property(fc.nat(40), (count) => afterWrongPin(count + 1).wait >= afterWrongPin(count).wait))
    for (const strange of [Number.NaN, -5, Infinity])
      expect(afterWrongPin(strange).wait).toBeGreaterThanOrEqual(0)
  })
})
