import * as fc from 'fast-check'
import { runInThisContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { makeCodec } from './codec.ts'

const codec = makeCodec()
const roundTrip = (value: unknown) => codec.decode(codec.encode(value))

const cloneable = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.bigInt(),
    fc.boolean(),
    fc.constantFrom(null, undefined, -0, NaN, Infinity, -Infinity),
    fc.date({ noInvalidDate: false }),
    fc.uint8Array(),
    fc.float64Array(),
    fc.array(tie('value')),
    fc.sparseArray(tie('value'), { maxLength: 8 }),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
    fc.array(fc.tuple(tie('value'), tie('value'))).map((entries) => new Map(entries)),
    fc.array(tie('value')).map((values) => new Set(values)),
  ),
})).value

describe('codec', () => {
  it('brings back what a structured clone would', () => {
    fc.assert(
      fc.property(cloneable, (value) => {
        expect(roundTrip(value)).toStrictEqual(structuredClone(value))
      }),
    )
  })

  it('keeps cycles and shared references', () => {
    const shared = { name: 'shared' }
    const value: Record<string, unknown> = { a: shared, b: [shared], late: new Map([[shared, 1]]) }
    value['self'] = value
    const back = roundTrip(value) as typeof value
    expect(back['self']).toBe(back)
    expect((back['b'] as unknown[])[0]).toBe(back['a'])
    expect((back['late'] as Map<unknown, number>).get(back['a'])).toBe(1)
  })

  it('keeps an own key named __proto__ without touching the prototype', () => {
    const back = roundTrip(JSON.parse('{"__proto__": {"polluted": true}}')) as object
    expect(Object.keys(back)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(back)).toBe(Object.prototype)
  })

  it('keeps the kind, name and message of errors', () => {
    const back = roundTrip(new RangeError('too far')) as Error
    expect(back).toBeInstanceOf(RangeError)
    expect(back.message).toBe('too far')
  })

  it('carries bytes of every view, past the size of one call', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index)
    expect(roundTrip(bytes)).toEqual(bytes)
    expect(roundTrip(new DataView(bytes.buffer, 2, 3))).toEqual(new DataView(bytes.slice(2, 5).buffer))
    expect(roundTrip(new BigInt64Array([-1n]))).toEqual(new BigInt64Array([-1n]))
  })

  it('refuses functions and symbols in Electron’s words', () => {
    expect(() => codec.encode({ call: () => 1 })).toThrow('An object could not be cloned.')
    expect(() => codec.encode(Symbol('s'))).toThrow('An object could not be cloned.')
  })

  it('works as source text, the way a page gets it', () => {
    const again = runInThisContext(`(${makeCodec.toString()})()`) as typeof codec
    const value = { at: new Date(5), list: [1, undefined] }
    expect(again.decode(codec.encode(value))).toEqual(value)
  })
})
