import { describe, expect, it } from 'vitest'
import type { ChildRow } from '#contract/children.ts'
import { matching } from './matching-rules.ts'

const row = (
  name: string,
  pinyin: string,
  classId: string,
  number: string | null = null,
  spelt = '',
): ChildRow => ({
  id: name,
  name,
  pinyin,
  reading: null,
  spelt,
  classId,
  classLabel: classId,
  number,
  birthday: null,
  face: { animal: 'rabbit', tone: 'coral' },
  pictures: false,
  lastSessionAt: null,
})
const rows = [
  row('林小雨', 'lín xiǎoyǔ', 'a', 'G42', 'lin xiao yu'),
  row('单明', 'shàn míng', 'b'),
  row('𠮷野', '', 'b'),
]
const names = (typed: string, classId?: string) => matching(rows, typed, classId).map(({ name }) => name)

describe('finding a child', () => {
  it('takes everybody when nothing is typed', () => expect(names('')).toHaveLength(3))
  it('finds by characters, by pinyin without tones, by number', () => {
    expect(names('小雨')).toEqual(['林小雨'])
    expect(names('lin xiaoyu')).toEqual(['林小雨'])
    expect(names('SHAN')).toEqual(['单明'])
    expect(names('g42')).toEqual(['林小雨'])
    expect(names('𠮷')).toEqual(['𠮷野'])
    expect(names('ｇ 42')).toEqual(['林小雨'])
    expect(names('林\u3000小雨\u200b')).toEqual(['林小雨'])
  })
  it('finds a number whose zeros are lost, here or there, or that came from a table program', () => {
    const numbered = [row('王芳', 'wáng fāng', 'a', '0012'), row('陈安', 'chén ān', 'a', '230101')]
    const by = (typed: string) => matching(numbered, typed).map(({ name }) => name)
    expect(by('012')).toEqual(['王芳'])
    expect(by('0230101')).toEqual(['陈安'])
    expect(by('230101.0')).toEqual(['陈安'])
  })
  it('finds by the initials, and by v for ü', () => {
    expect(names('lxy')).toEqual(['林小雨'])
    expect(names('xyl')).toEqual([])
    const green = row('吕绿', 'lǚ lǜ', 'a', null, 'lv lv')
    expect(matching([green], 'lvlv')).toEqual([green])
  })
  it('keeps to the class', () => expect(names('', 'b')).toEqual(['单明', '𠮷野']))
})
