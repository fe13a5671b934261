import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allSyllables } from '../speech/syllable-rules.ts'
import { checkReading, numbered } from './reading-rules.ts'

describe('the reading that staff type', () => {
  it.each([
    ['Xiǎn Xiǎomíng', '洗小明', 'xiǎn xiǎo míng'],
    ['xian3 xiao3 ming2', '洗小明', 'xiǎn xiǎo míng'],
    ['XIAN3XIAO3MING2', '洗小明', 'xiǎn xiǎo míng'],
    ['ｘｉａｎ３　ｘｉａｏ３ｍｉｎｇ２', '洗小明', 'xiǎn xiǎo míng'],
    ['chóng yáng', '种阳', 'chóng yáng'],
    ['shàn xióngxìn', '单雄信', 'shàn xióng xìn'],
    ['ōuyáng nà', '欧阳娜', 'ōu yáng nà'],
    ['lv3 yi1', '吕一', 'lǚ yī'],
    ['lü3 yi1', '吕一', 'lǚ yī'],
    ['lu:3 yi1', '吕一', 'lǚ yī'],
    ['lǚ yī', '吕一', 'lǚ yī'],
    ['lǐ xī’ān', '李西安', 'lǐ xī ān'],
    ['lǐ xiān', '李先', 'lǐ xiān'],
    ['lǐ xīān', '李西安', 'lǐ xī ān'],
    ['ābǔdùlā·mǎimǎití', '阿卜杜拉·买买提', 'ā bǔ dù lā mǎi mǎi tí'],
    ['lǐ shuāngshuang', '李双双', 'lǐ shuāng shuang'],
    ['lǐ liúyuè', '李刘月', 'lǐ liú yuè'],
    ['wáng guó', '王国', 'wáng guó'],
    // a breve is what some keyboards have for the third tone
    ['xiăn', '洗', 'xiǎn'],
    ['', '洗小明', null],
    ['  ', '洗小明', null],
  ])('%s of %s is %s', (typed, name, kept) => {
    expect(checkReading(typed, name)).toEqual({ ok: true, value: kept })
  })

  it.each([
    ['xian3 xiao3', '洗小明', 'count'],
    ['xian3 xiao3 ming2 ming2', '洗小明', 'count'],
    ['xian xiao ming', '洗小明', 'no-tones'],
    ['hello', '洗小明', 'not-pinyin'],
    ['xian7 xiao3 ming2', '洗小明', 'not-pinyin'],
    ['洗小明', '洗小明', 'not-pinyin'],
    ['an1 na4', 'Anna', 'count'],
    ['ma1'.repeat(60), '马'.repeat(40), 'not-pinyin'],
  ])('%s of %s is refused: %s', (typed, name, problem) => {
    expect(checkReading(typed, name)).toEqual({ ok: false, error: problem })
  })

  it('keeps every syllable and tone, however it is typed, and keeps what it kept', () => {
    const syllable = fc.tuple(fc.constantFrom(...allSyllables), fc.integer({ min: 1, max: 4 }))
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 4 }), (all) => {
        const typed = all.map(([letters, tone]) => `${letters}${tone}`)
        const name = '明'.repeat(all.length)
        const kept = checkReading(typed.join(' '), name)
        expect(kept.ok && kept.value?.split(' ').map(numbered)).toEqual(typed)
        expect(checkReading(kept.ok ? (kept.value ?? '') : '', name)).toEqual(kept)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        (typed, name) => void checkReading(typed, name),
      ),
    )
  })
})
