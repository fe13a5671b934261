import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { chineseSyllables } from './chinese-syllables.ts'

const source = createRequire(import.meta.url)('@pinyin-pro/data/complete.json') as Record<
  string,
  [syllables: string, frequency: number]
>

const listed = (text: string): readonly string[] => text.trim().split(/\s+/u)

/** The dictionary has 得 light in them: names of people and places, and old sayings in which it is to get. */
const toGet = `
  一索得男 丁得孙 上得峰 两得其便 乌得勒 乞浆得酒 买王得羊 亡戟得矛 亡羊得牛 仇得报 任得敬 佐雍得尝 佐饔得尝 佹得佹失 保得灵 偷得浮生 先得我心 先驰得点
  关得密 凶得狠 出手得卢 刘得富 剖蚌得珠 劳得诺 各得其宜 哈得孙 哈得孙湾 哈得斯 哈得逊 哑子得梦 塞得港 塞翁得马 如虎得翼 孙得功 宋得民 家得宝
  密得兰 封得密 强得易贫 得寸得尺 得尺得寸 志得气盈 探骊得珠 斯得哥尔摩 旋得旋失 旱苗得雨 曼得拉 曾得异 曾得明 杭得放 杭得茶 查得东 查得严 武得全
  毋得违 求仁得仁 求浆得酒 汉得朔 海得尔 海得拉巴 涂得红 涸鱼得水 涸鲋得水 淘沙得金 焦得布 爱得乐 爱得华 牛得草 犹鱼得水 独得丰收 王得禄 班得瑞
  生得俊 生得明 生得美 生得闻 留得青山 留得青山在 穿井得人 肯得基 胡得禄 蒙得恩 蛟龙得水 要雨得雨 要风得风 设得兰 读书得间 费得罄 钻火得冰
  阿得莱 阿得雷 陈得才 除狼得虎 露得清 马上得天下 马得泰 鸟得弓藏 鸡虫得丧 黎得芳 都得利
`
/** Light here, and a word that can or how in fact: 吃得了 is to be able to eat up. */
const light =
  '做得来 受得了 吃得了 吃得出 处得来 够得着 应分得 当得来 忍受得了 想得到 找得着 摸得着 料想得到 显得出众 热得得 用得着 谈得出 过得来 拿得走 还得起'
/** To have to, where the dictionary has none of it. */
const must = '须得依 须得学 须得寻 须得治 须得海 须得言 须得连 须得静 须得马'
/** An aim, or the sound of a foreign name. */
const aim = '一发破的 一言中的 冰解的破 加的斯 移的就箭 集矢之的 斯堪的纳维亚 的黎波里'
/** Rare, and left as they are: read so, the common word that they are part of would be wrong (两端的, 好美的, 我得用, 见得, 分得了奖). */
const left =
  '上得起 分得 动弹不得 沈得住气 见得多了 锛得儿木 哥得兰 得有 得用 总得来说 斯堪的纳 的士高 端的 美的'
const knownBetter = new Set([toGet, light, must, aim, left].flatMap(listed))

const tones = ['', '\u0304', '\u0301', '\u030C', '\u0300'] as const
/** `děi` as `dei3`. */
function numbered(syllable: string): string {
  const parts = Array.from(syllable.normalize('NFD'))
  const tone = parts.findLast((part) => tones.some((mark) => mark === part))
  return `${parts.filter((part) => part !== tone).join('')}${tone ? tones.findIndex((mark) => mark === tone) : 5}`
}

it('reads 的 and 得 in every word of the dictionary as it does, but for those that are known better', () => {
  const words = Object.keys(source).filter((word) => /[的得]/u.test(word))
  expect(words.length).toBeGreaterThan(1400)
  // In one go: each call costs as much as a hundred words.
  const readings = chineseSyllables(words.join('.')).split('. ')
  expect(readings).toHaveLength(words.length)
  const otherwise = words.filter((word, place) => {
    const theirs = source[word]?.[0].split(' ') ?? []
    const ours = readings[place]?.split(' ') ?? []
    return Array.from(word).some((one, at) => '的得'.includes(one) && numbered(theirs[at] ?? '') !== ours[at])
  })
  expect(otherwise.filter((word) => !knownBetter.has(word))).toEqual([])
  expect([...knownBetter].filter((word) => !otherwise.includes(word))).toEqual([])
})

it.each([
  ['他笑得很开心', 'ta1 xiao4 de5 hen3 kai1 xin1'],
  ['累得不想动', 'lei4 de5 bu4 xiang3 dong4'],
  ['高兴得跳起来', 'gao1 xing4 de5 tiao4 qi3 lai2'],
  ['冻得手都红了', 'dong4 de5 shou3 dou1 hong2 le5'],
  ['奶奶忙得没时间', 'nai3 nai5 mang2 de5 mei2 shi2 jian1'],
  ['大得多', 'da4 de5 duo1'],
  ['舍不得妈妈', 'she3 bu5 de5 ma1 ma5'],
  ['够得着', 'gou4 de5 zhao2'],
  ['我得到了一本书', 'wo3 de2 dao4 le5 yi4 ben3 shu1'],
  ['他得了第一名', 'ta1 de2 le5 di4 yi1 ming2'],
  ['他得一百分', 'ta1 de2 yi4 bai3 fen1'],
  ['取得好成绩', 'qu3 de2 hao3 cheng2 ji4'],
  ['值得', 'zhi2 de2'],
  ['不得不走', 'bu4 de2 bu4 zou3'],
  ['乘法和得数', 'cheng2 fa3 he2 de2 shu4'],
  ['你得多喝水', 'ni3 dei3 duo1 he1 shui3'],
  ['妈妈得去上班', 'ma1 ma5 dei3 qu4 shang4 ban1'],
  ['校长得走了', 'xiao4 zhang3 dei3 zou3 le5'],
  ['她长得像妈妈', 'ta1 zhang3 de5 xiang4 ma1 ma5'],
  ['总得分最高', 'zong3 de2 fen1 zui4 gao1'],
  ['节目的名字', 'jie2 mu4 de5 ming2 zi5'],
  ['目的地', 'mu4 di4 di4'],
  ['勇敢的士兵', 'yong3 gan3 de5 shi4 bing1'],
  ['我的哥哥', 'wo3 de5 ge1 ge5'],
  ['妈妈打的电话', 'ma1 ma5 da3 de5 dian4 hua4'],
  ['打的去', 'da3 di1 qu4'],
  ['的确', 'di2 que4'],
  ['波罗的海', 'bo1 luo2 di4 hai3'],
])('%s', (words, syllables) => {
  expect(chineseSyllables(words)).toBe(syllables)
})
