import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partAt, segments } from './segments.ts'
import { spokenLengths } from './spoken-length-rules.ts'

const lengths = (text: string, lang = 'zh-CN') => spokenLengths(segments(text), lang)

describe('how long the parts of a text take to say', () => {
  it('gives a time or a year as long as its words', () => {
    expect(lengths('10:30 上课')).toEqual([5, 1, 1])
    expect(lengths('15个')).toEqual([2, 1])
  })

  it('gives a word of English its syllables, and a stop a breath', () => {
    expect(lengths('Hello, you', 'en')).toEqual([2.5, 1])
    expect(lengths('好。好')).toEqual([1, 1, 1])
  })

  it('lights 10:30 until its five syllables are said', () => {
    const parts = lengths('10:30 上课')
    expect([0, 0.3, 0.7, 0.72, 0.9, 1].map((share) => partAt(parts, share))).toEqual([0, 0, 0, 1, 2, 2])
  })

  it('lies in the text, and never goes back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        const parts = lengths(text)
        expect(parts.every((length) => length > 0)).toBe(true)
        const at = partAt(parts, share)
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThan(parts.length)
        expect(partAt(parts, share / 2)).toBeLessThanOrEqual(at)
      }),
    )
  })
})
