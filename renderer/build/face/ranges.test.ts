import { assert, nat, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoints, rangesIn, unicodeRange } from './ranges.ts'

const sheet = `/* LXGW WenKai [4] */
@font-face {
  font-weight: 700;
  src: url('./files/lxgwwenkai-bold-subset-4.woff2') format('woff2');
  unicode-range: U+1f1e9-1f1ea, U+21a
}
@font-face {
  src: url('./files/lxgwwenkai-bold-subset-119.woff2') format('woff2');
  unicode-range: U+20
}`

describe('the ranges of a face', () => {
  it('are read from its sheet', () => {
    expect(rangesIn(sheet)).toEqual([
      { range: 4, file: 'files/lxgwwenkai-bold-subset-4.woff2', characters: [0x1f1e9, 0x1f1ea, 0x21a] },
      { range: 119, file: 'files/lxgwwenkai-bold-subset-119.woff2', characters: [0x20] },
    ])
  })
  it('join neighbours and name each character once', () => {
    expect(unicodeRange([0x4e03, 0x4e00, 0x4e01, 0x4e03])).toBe('U+4e00-4e01,U+4e03')
  })
  it('say what they were made of', () => {
    assert(
      property(uniqueArray(nat(0x10ffff), { minLength: 1 }), (characters) => {
        expect(codePoints(unicodeRange(characters))).toEqual(characters.toSorted((a, b) => a - b))
      }),
    )
  })
})
