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

  it('reads a name as staff put it right', () => {
    const sounds = [
      { text: '洗小明', syllables: ['xiǎn', 'xiǎo', 'míng'] },
      { text: '小明', syllables: ['xiǎo', 'míng'] },
    ]
    expect(pinyinOfSegments('你好，洗小明', sounds).slice(-3)).toEqual(['xiǎn', 'xiǎo', 'míng'])
    expect(pinyinOfSegments('洗手')).toEqual(['xǐ', 'shǒu'])
  })
})
