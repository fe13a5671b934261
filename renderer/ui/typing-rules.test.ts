import { assert, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chosenOf, fitTyped } from './typing-rules.ts'

describe('a field with a limit', () => {
  it('takes what fits of a paste in the middle, keeps what stood after it and counts the rest', () => {
    expect(fitTyped('ab', 'aXYZb', 4)).toEqual({ text: 'aXYb', caret: 3, left: 1 })
    expect(fitTyped('你', '你好吗', 2)).toEqual({ text: '你好', caret: 2, left: 1 })
    expect(fitTyped('aa', 'aaa', 2)).toEqual({ text: 'aa', caret: 2, left: 1 })
  })

  it('never holds half a character', () => {
    expect(fitTyped('a', 'a𠮷', 2)).toEqual({ text: 'a', caret: 1, left: 1 })
  })

  it('may be made shorter where it was too long before', () => {
    expect(fitTyped('abcdef', 'abcde', 3)).toEqual({ text: 'abcde', caret: 5, left: 0 })
    expect(fitTyped('abcdef', 'abcdefg', 3)).toEqual({ text: 'abcdef', caret: 6, left: 1 })
  })

  it('takes a rare character whole that begins as the one beside it does', () => {
    expect(fitTyped('𠮷', '𠮶𠮷', 2)).toEqual({ text: '𠮷', caret: 0, left: 1 })
    expect(fitTyped('𠮷', '𠮷𠮶', 4)).toEqual({ text: '𠮷𠮶', caret: 4, left: 0 })
  })
  it('loses nothing: what stood there stays, what was put in is in it or counted', () => {
    const unit = string({ unit: 'grapheme', maxLength: 12 })
    assert(
      property(unit, unit, unit, integer({ min: 0, max: 30 }), (head, tail, typed, most) => {
        const before = head + tail
        const { text, left } = fitTyped(before, head + typed + tail, most)
        expect(text.length).toBeLessThanOrEqual(Math.max(most, before.length))
        expect(Array.from(text).length + left).toBe(Array.from(head + typed + tail).length)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('a text that an input method still holds', () => {
  it('keeps what was chosen and no raw letter', () => {
    expect(chosenOf('nihao')).toBe('')
    expect(chosenOf("ni'hao lü")).toBe('')
    expect(chosenOf('今天 wo')).toBe('今天')
  })
})
