import { describe, expect, it } from 'vitest'
import { pinyinOfSegments } from './pinyin-words.ts'

describe('pinyin over a label', () => {
  it('gives each character its reading in the sentence, and nothing to the rest', () => {
    expect(pinyinOfSegments('我的日记')).toEqual(['wǒ', 'de', 'rì', 'jì'])
    expect(pinyinOfSegments('你好！点 8 个')).toEqual(['nǐ', 'hǎo', '', 'diǎn', '', '', 'gè'])
  })

  it('keeps its place behind a rare character outside the first plane', () => {
    expect(pinyinOfSegments('𠮷好').at(-1)).toBe('hǎo')
  })
})
