// What the seat's real voice makes of real sentences: its phonemes, not the arguments it was given.
import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { chineseSyllables, forEspeak, type KnownReading } from '#core/speech/chinese-syllables.ts'
import { allSyllables } from '#core/speech/syllable-rules.ts'
import { piecesOf } from '#core/speech/pieces-rules.ts'
import { findVoice, phonemes, type EspeakVoice } from './voice-programs.ts'

let voice: EspeakVoice
beforeAll(async () => {
  const found = await findVoice('zh-CN')
  if (!found) throw new Error('no Mandarin voice here: apt-get install espeak-ng')
  voice = found
})

const speak = (syllables: string): Promise<string> => phonemes(voice, forEspeak(syllables))

/** What is spoken of a text that is all Chinese, and the phonemes of it. */
async function heard(text: string, known: readonly KnownReading[] = []) {
  const syllables = piecesOf(text, 'zh-CN').map((piece) => {
    if (piece.language === 'en') throw new Error(`${piece.text} of ${text} would be English`)
    return chineseSyllables(piece.text, known)
  })
  return { syllables: syllables.join(' '), phonemes: await speak(syllables.join(' ')) }
}

const tones = (said: string): string[] => said.match(/\d+/g) ?? []

/** Each with its reading by the 现代汉语词典 and the rules of 一 and 不, written by hand. */
const readings = [
  ['银行的行长', 'yin2 hang2 de5 hang2 zhang3'],
  ['他长大了，头发很长', 'ta1 zhang3 da4 le5, tou2 fa5 hen3 chang2'],
  ['竹子长了一节', 'zhu2 zi5 zhang3 le5 yi4 jie2'],
  ['一只小鸟，只有我', 'yi4 zhi1 xiao3 niao3, zhi3 you3 wo3'],
  ['快乐地听音乐', 'kuai4 le4 de5 ting1 yin1 yue4'],
  ['等着你，睡着了，不着急', 'deng3 zhe5 ni3, shui4 zhao2 le5, bu4 zhao2 ji2'],
  ['跑得快，写得真好，我得走了', 'pao3 de5 kuai4, xie3 de5 zhen1 hao3, wo3 dei3 zou3 le5'],
  ['脸发白', 'lian3 fa1 bai2'],
  ['听得见吗？看得见', 'ting1 de5 jian4 ma5. kan4 de5 jian4'],
  ['再想一想，数一数', 'zai4 xiang3 yi5 xiang3, shu3 yi5 shu3'],
  ['一个一个来，一步一步走', 'yi2 ge4 yi2 ge4 lai2, yi2 bu4 yi2 bu4 zou3'],
  ['还没好，明天还书', 'hai2 mei2 hao3, ming2 tian1 huan2 shu1'],
  ['女儿穿绿衣服', 'nv3 er2 chuan1 lv4 yi1 fu5'],
  ['3 行，每行 4 个', 'san1 hang2, mei3 hang2 si4 ge4'],
  ['自行车', 'zi4 xing2 che1'],
  ['小熊很穷', 'xiao3 xiong2 hen3 qiong2'],
  ['小朋友的好朋友', 'xiao3 peng2 you5 de5 hao3 peng2 you5'],
  ['高高兴兴地走', 'gao1 gao1 xing4 xing4 de5 zou3'],
  ['3+5=8', 'san1 jia1 wu3 deng3 yu2 ba1'],
  ['12 − 7 = ?', 'shi2 er4 jian3 qi1 deng3 yu2 ji3'],
  ['1/2', 'er4 fen1 zhi1 yi1'],
  ['10:30 上课，2:05 下课', 'shi2 dian3 san1 shi2 fen1 shang4 ke4, liang3 dian3 ling2 wu3 fen1 xia4 ke4'],
  ['¥3.50，2个苹果', 'san1 dian3 wu3 yuan2, liang3 ge4 ping2 guo3'],
  ['2026年第2题', 'er4 ling2 er4 liu4 nian2 di4 er4 ti2'],
  ['请打 110……', 'qing3 da3 yao1 yao1 ling2'],
  ['你好，小朋友。今天我们学习写字，请你跟我一起写。', 'ni3 hao3, xiao3 peng2 you5. jin1 tian1 wo3 men5 xue2 xi2 xie3 zi4, qing3 ni3 gen1 wo3 yi4 qi3 xie3.'],
] as const // prettier-ignore

/** The catalogs of what stands on the child's screens. */
const childs = [
  'resources/locales/zh-CN.json',
  ...globSync('resources/locales/learning/*/zh-CN.json').toSorted(),
]

function textsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : []
}

/** What stands in a text where the screens put a name or a number. */
const filled = (text: string): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, what: string) =>
    /called|name|given|who|staff/.test(what) ? '妈妈' : /day|why|text/.test(what) ? '今天' : '12',
  )

describe('the Mandarin voice', () => {
  it('knows syllables with their tones', async () => {
    const bank = await speak('yin2 hang2 de5 hang2')
    expect(bank).toMatch(/j\W*i35n.*35N.*t@\d.*35N/s)
    expect(tones(await speak('ma1 ma2 ma3 ma4 ma5')).slice(0, 2)).toEqual(['55', '35'])
    expect(new Set(tones(await speak('ma1 ma2 ma3 ma4 ma5'))).size).toBe(5)
  })

  it('knows every syllable that names and words are made of', async () => {
    const syllables = allSyllables.flatMap((syllable) => [1, 2, 3, 4].map((tone) => `${syllable}${tone}`))
    for (let at = 0; at < syllables.length; at += 200) {
      const some = syllables.slice(at, at + 200)
      const said = await speak(some.join('. '))
      expect(said, some.join(' ')).not.toContain('(')
      expect(tones(said).length, said).toBe(some.length)
    }
  })

  it.each(readings)('says %s', async (text, reading) => {
    const said = await heard(text)
    expect(said.phonemes).toBe(await speak(reading))
    expect(said.phonemes).not.toContain('(')
  })

  it('says a name that is known as it is known', async () => {
    const known = [{ text: '洗小明', syllables: ['xian3', 'xiao3', 'ming2'] }]
    const said = await heard('洗小明，你好！', known)
    expect(said.phonemes).toBe(await speak('xian3 xiao3 ming2, ni3 hao3.'))
    expect(said.phonemes).not.toBe((await heard('洗小明，你好！')).phonemes)
  })

  it('says every text of the child’s screens in Chinese, each character once', async () => {
    const texts = childs.flatMap((file) => textsOf(JSON.parse(readFileSync(file, 'utf8')))).map(filled)
    expect(texts.length).toBeGreaterThan(300)
    const lines = texts.flatMap((text) =>
      piecesOf(text, 'zh-CN')
        .filter(({ language }) => language === 'zh-CN')
        .map((piece) => {
          const syllables = chineseSyllables(piece.text)
          const characters = piece.text.match(/\p{Script=Han}/gu)?.length ?? 0
          expect(syllables.match(/[a-z]+[1-5]/g)?.length, `${text}: ${syllables}`).toBe(characters)
          return { text, syllables, characters }
        }),
    )
    const isRight = (said: string, some: typeof lines): boolean =>
      !said.includes('(') && tones(said).length === some.reduce((sum, { characters }) => sum + characters, 0)
    // Many at once, for the program starts once for all of them; one by one where something is wrong, to name it.
    for (let at = 0; at < lines.length; at += 60) {
      const some = lines.slice(at, at + 60)
      if (isRight(await speak(some.map(({ syllables }) => syllables).join('.\n\n')), some)) continue
      for (const line of some) {
        const said = await speak(line.syllables)
        expect(isRight(said, [line]), `${line.text}: ${line.syllables}: ${said}`).toBe(true)
      }
    }
  })
})
