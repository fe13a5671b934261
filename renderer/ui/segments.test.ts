import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentAt, segments } from './segments.ts'

describe('what lights up at a time', () => {
  it('is a character of Chinese, rare ones too, or a word of anything else', () => {
    expect(segments('打电话')).toEqual(['打', '电', '话'])
    expect(segments('𠮷㛃，你好')).toEqual(['𠮷', '㛃', '，', '你', '好'])
    expect(segments('Play and learn')).toEqual(['Play ', 'and ', 'learn'])
    expect(segments('8＋7 等于几')).toEqual(['8＋7 ', '等', '于', '几'])
    expect(segments('')).toEqual([])
  })

  it('loses nothing', () => {
    assert(property(string({ unit: 'grapheme' }), (text) => segments(text).join('') === text))
  })

  it('finds the segment that speech has reached, in UTF-16 units', () => {
    const parts = segments('𠮷你好')
    expect([0, 1, 2, 3, 99].map((index) => segmentAt(parts, index))).toEqual([0, 0, 1, 2, 2])
  })
})
