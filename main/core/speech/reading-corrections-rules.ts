import { particlePatterns, particleWords, type ReadingPattern } from './particle-rules.ts'

/**
 * Words that the dictionary reads wrongly where our screens say them, by the 现代汉语词典. A longer word stands behind
 * the shorter one in it. Found in November 2026 by reading all that the child's screens say, and common words beside them.
 */
const words: readonly (readonly [word: string, syllables: string])[] = [
  ['朋友', 'peng2 you5'],
  ['明白', 'ming2 bai5'],
  ['先生', 'xian1 sheng5'],
  ['衣服', 'yi1 fu5'],
  ['眼睛', 'yan3 jing5'],
  ['名字', 'ming2 zi5'],
  ['意思', 'yi4 si5'],
  ['舒服', 'shu1 fu5'],
  ['时候', 'shi2 hou5'],
  ['告诉', 'gao4 su5'],
  ['谢谢', 'xie4 xie5'],
  ['葡萄', 'pu2 tao5'],
  ['学生', 'xue2 sheng5'],
  ['关系', 'guan1 xi5'],
  ['月亮', 'yue4 liang5'],
  ['星星', 'xing1 xing5'],
  ['早上', 'zao3 shang5'],
  ['晚上', 'wan3 shang5'],
  ['这里', 'zhe4 li5'],
  ['那里', 'na4 li5'],
  ['哪里', 'na3 li5'],
  ['里面', 'li3 mian5'],
  ['上面', 'shang4 mian5'],
  ['屋里', 'wu1 li5'],
  ['家里', 'jia1 li5'],
  ['干活', 'gan4 huo2'],
  ['教书', 'jiao1 shu1'],
  ['教我', 'jiao1 wo3'],
  ['教你', 'jiao1 ni3'],
  ['和面', 'huo2 mian4'],
  ['数数', 'shu3 shu4'],
  ['数到', 'shu3 dao4'],
  ['数一数', 'shu3 yi5 shu3'],
  ['着迷', 'zhao2 mi2'],
  ['姑娘', 'gu1 niang5'],
  ['收拾', 'shou1 shi5'],
  ['豆腐', 'dou4 fu5'],
  ['点心', 'dian3 xin5'],
  ['窗户', 'chuang1 hu5'],
  ['云彩', 'yun2 cai5'],
  ['故事', 'gu4 shi5'],
  ['本事', 'ben3 shi5'],
  ['商量', 'shang1 liang5'],
  ['下巴', 'xia4 ba5'],
  ['对不起', 'dui4 bu5 qi3'],
  ['了不起', 'liao3 bu5 qi3'],
  ['差不多', 'cha4 bu5 duo1'],
  ['好不好', 'hao3 bu5 hao3'],
  ['是不是', 'shi4 bu5 shi4'],
  ['行不行', 'xing2 bu5 xing2'],
  ['钻进', 'zuan1 jin4'],
  ['似的', 'shi4 de5'],
  ['背包', 'bei1 bao1'],
  ['背书包', 'bei1 shu1 bao1'],
  ['系鞋带', 'ji4 xie2 dai4'],
  ['切菜', 'qie1 cai4'],
  ['盛饭', 'cheng2 fan4'],
  ['厚薄', 'hou4 bo2'],
  ['累计', 'lei3 ji4'],
  ['相片', 'xiang4 pian4'],
  ['照相', 'zhao4 xiang4'],
  ['排行', 'pai2 hang2'],
  ['花儿', 'hua1 er5'],
  ['玩儿', 'wan2 er5'],
  ['哪儿', 'na3 er5'],
  ['这儿', 'zhe4 er5'],
  ['那儿', 'na4 er5'],
  ['点儿', 'dian3 er5'],
  ['画儿', 'hua4 er5'],
  ['会儿', 'hui4 er5'],
  ['还书', 'huan2 shu1'],
  ['还给', 'huan2 gei3'],
  ['归还', 'gui1 huan2'],
  ['还东西', 'huan2 dong1 xi5'],
  ['东西', 'dong1 xi5'],
  ['发白', 'fa1 bai2'],
  ['谁', 'shei2'],
  ['看看', 'kan4 kan5'],
  ['空着', 'kong4 zhe5'],
  ['种花', 'zhong4 hua1'],
  ['种树', 'zhong4 shu4'],
  ['种菜', 'zhong4 cai4'],
  ['种下', 'zhong4 xia4'],
  ['长高', 'zhang3 gao1'],
  ['长到', 'zhang3 dao4'],
  ['长了', 'zhang3 le5'],
  ['长出', 'zhang3 chu1'],
  ['只说', 'zhi3 shuo1'],
  ['每行', 'mei3 hang2'],
  ['有空', 'you3 kong4'],
  ['没空', 'mei2 kong4'],
  ['抽空', 'chou1 kong4'],
  ['倒水', 'dao4 shui3'],
  ['倒茶', 'dao4 cha2'],
  ['倒垃圾', 'dao4 la1 ji1'],
  ['倒过来', 'dao4 guo4 lai2'],
  ['假日', 'jia4 ri4'],
  ['地上', 'di4 shang5'],
  ['地理', 'di4 li3'],
  ['长得', 'zhang3 de5'],
  ['还钱', 'huan2 qian2'],
  ['找着', 'zhao3 zhao2'],
]

const patterns: readonly ReadingPattern[] = [
  // 三行: a row of a field of dots
  [/[一二三四五六七八九十两几]行/gu, 1, 'hang2'],
  // 等一等; 一个一个 below is another thing
  [/(?<!一)([^一\p{P}])一\1/gu, 1, 'yi5'],
  [/一([个次步位段样上下定道句条件对])一\1/gu, 2, 'yi2'],
  [/一([节张天年点只本边遍行页颗朵声层])一\1/gu, 2, 'yi4'],
] // prettier-ignore

/** Puts right what is known to be read wrongly. `syllables` has one entry a code point of `text`; a changed copy comes back. */
export function corrected(text: string, syllables: readonly string[]): readonly string[] {
  const right = [...syllables]
  const before = (index: number) => Array.from(text.slice(0, index)).length
  for (const [word, reading] of [...particleWords, ...words]) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
      right.splice(before(at), Array.from(word).length, ...reading.split(' '))
  }
  for (const [pattern, at, syllable] of [...particlePatterns, ...patterns]) {
    for (const found of text.matchAll(pattern)) {
      const length = Array.from(found[0]).length
      right[before(found.index) + (at < 0 ? length + at : at)] = syllable
    }
  }
  return right
}
