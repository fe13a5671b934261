import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingOf } from './name-reading.ts'
import { checkName, cleanName, compareNames, givenName, partsOf } from './name-rules.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from('林单曾欧阳上官文小雨𠮷㛃·　 aÉz1\ud842')) }),
)

const ordered = (names: readonly string[]) =>
  names.toSorted((one, other) => compareNames(readingOf(one), readingOf(other)))

describe('the reading of a name', () => {
  it.each([
    ['林小雨', 'lín xiǎoyǔ', 'L'],
    ['单雄信', 'shàn xióngxìn', 'S'],
    ['曾小贤', 'zēng xiǎoxián', 'Z'],
    ['解晓东', 'xiè xiǎodōng', 'X'],
    ['仇英', 'qiú yīng', 'Q'],
    ['区小明', 'ōu xiǎomíng', 'O'],
    ['查良镛', 'zhā liángyōng', 'Z'],
    ['任贤齐', 'rén xiánqí', 'R'],
    ['华罗庚', 'huà luógēng', 'H'],
    ['盖叫天', 'gě jiàotiān', 'G'],
    ['朴树', 'piáo shù', 'P'],
    ['尉迟恭', 'yùchí gōng', 'Y'],
    ['万俟雪', 'mòqí xuě', 'M'],
    ['令狐冲', 'línghú chōng', 'L'],
    ['长孙无忌', 'zhǎngsūn wújì', 'Z'],
    ['欧阳小雨', 'ōuyáng xiǎoyǔ', 'O'],
    ['欧阳上官文', 'ōuyáng shàngguānwén', 'O'],
    ['上官婉儿', "shàngguān wǎn'ér", 'S'],
    ['司马光', 'sīmǎ guāng', 'S'],
    ['诸葛亮', 'zhūgě liàng', 'Z'],
    ['王乐乐', 'wáng lèlè', 'W'],
    ['吕一', 'lǚ yī', 'L'],
    ['李小安', "lǐ xiǎo'ān", 'L'],
    ['林', 'lín', 'L'],
    ['阿卜杜拉·买买提', 'ābǔdùlā·mǎimǎití', 'A'],
    ['㛃小雨', 'jié xiǎoyǔ', 'J'],
    ['𠮷小雨', 'jí xiǎoyǔ', 'J'],
    ['𪚥小雨', 'xiǎoyǔ', '#'],
    ['李𪚥', 'lǐ', 'L'],
    ['𪚥', '', '#'],
    ['Anna Li', '', 'A'],
    ['Émile', '', 'E'],
    ['Юля', '', '#'],
    ['', '', '#'],
  ])('%s is %s under %s', (name, pinyin, letter) => {
    expect(readingOf(name)).toMatchObject({ pinyin, letter })
  })

  it.each([
    ['洗小明', 'xiǎn xiǎo míng', 'xiǎn xiǎomíng', 'X'],
    ['种阳', 'chóng yáng', 'chóng yáng', 'C'],
    ['欧阳娜', 'ōu yáng nuó', 'ōuyáng nuó', 'O'],
    ['阿卜杜拉·买买提', 'ā bǔ dù lā mǎi mǎi dì', 'ābǔdùlā·mǎimǎidì', 'A'],
    ['李西安', 'lǐ xī ān', "lǐ xī'ān", 'L'],
    // of another name: not used
    ['单立', 'xiǎn xiǎo míng', 'shàn lì', 'S'],
  ])('%s put right as %s is %s', (name, own, pinyin, letter) => {
    expect(readingOf(name, own)).toMatchObject({ pinyin, letter })
  })

  it('never throws and always has a letter of the filter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const name of [text, cleanName(text)]) expect(readingOf(name).letter).toMatch(/^[A-Z#]$/)
        expect(typeof givenName(text)).toBe('string')
      }),
      { numRuns: 500 },
    )
  })
})

describe('what a child is called', () => {
  it.each([
    ['林小雨', '小雨'],
    ['王芳', '王芳'],
    ['林', '林'],
    ['欧阳上官文', '上官文'],
    ['欧阳文', '欧阳文'],
    ['欧阳', '欧阳'],
    ['𠮷小雨', '小雨'],
    ['林𠮷', '林𠮷'],
    ['林𠮷㛃', '𠮷㛃'],
    ['阿卜杜拉·买买提', '阿卜杜拉'],
    ['古丽米热阿依', '古丽米热阿依'],
    ['Anna Li', 'Anna'],
  ])('%s is %s', (name, given) => {
    expect(givenName(name)).toBe(given)
  })

  it('loses no character of a name', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { surname, given } = partsOf(text)
        expect(surname + given).toBe(text)
        if (text !== '') expect(givenName(cleanName(text) || '林')).not.toBe('')
      }),
    )
  })
})

describe('a name as it is kept', () => {
  it.each([
    ['　王　芳 ', '王芳'],
    ['王\u200b芳\ufeff', '王芳'],
    ['阿卜杜拉 • 买买提', '阿卜杜拉·买买提'],
    ['  Anna   Li ', 'Anna Li'],
    ['E\u0301mile', 'Émile'],
    ['𠮷', '𠮷'],
    ['林\t小雨\r\n', '林小雨'],
  ])('%j becomes %j', (typed, name) => {
    expect(cleanName(typed)).toBe(name)
  })

  it('is the same when cleaned again', () => {
    fc.assert(
      fc.property(anyText, (text) => cleanName(cleanName(text)) === cleanName(text)),
      { numRuns: 1000 },
    )
  })

  it('has 1 to 40 code points', () => {
    expect(checkName(' 　')).toEqual({ ok: false, error: 'name-missing' })
    expect(checkName('𠮷'.repeat(40))).toEqual({ ok: true, value: '𠮷'.repeat(40) })
    expect(checkName('林'.repeat(41))).toEqual({ ok: false, error: 'name-too-long' })
  })
})

describe('the order of a list', () => {
  it('goes by pinyin, then tone, then code point; names without a reading come last', () => {
    const list = [
      '安然',
      'Anna',
      '陈安',
      '林小宇',
      '林小雨',
      '林小玉',
      '刘安',
      '吕安',
      '单安',
      '曾安',
      '𪚥安',
      'Юля',
    ]
    expect(ordered(list.toReversed())).toEqual([
      '安然',
      'Anna',
      '陈安',
      '林小宇',
      '林小雨',
      '林小玉',
      '刘安',
      '吕安',
      '单安',
      '曾安',
      '𪚥安',
      'Юля',
    ])
  })

  it('is the order of the bytes of the key, so that SQLite agrees', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [left, right] = [readingOf(cleanName(one)), readingOf(cleanName(other))]
        const bytes = Buffer.compare(Buffer.from(left.sortKey), Buffer.from(right.sortKey))
        expect(Math.sign(compareNames(left, right))).toBe(bytes)
      }),
    )
  })
})
