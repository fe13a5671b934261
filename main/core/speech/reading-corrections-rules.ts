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

/** How something is done, where no two characters are the same: what ends so stands for all that ends so (不公平 behind 公平). */
const manners = `
  声 般 似 性 猛 一个劲 一口气 不停 不断 不住 逐渐 突然 忽然 猛然 自然 特别 过早 适时 间接 系统 潜在 徒劳
  快活 高兴 快乐 开心 愉快 欢快 轻快 飞快 很快 迅速 飞速 迅猛 急忙 匆忙 着急 焦急 剧烈 猛烈 凶猛 和缓 轻松 简单 简短 简要 粗略
  认真 仔细 细心 小心 耐心 专心 安心 热心 诚心 真诚 诚实 虔诚 忠实 坦率 老实 努力 用力 使劲 费力 吃力 熟练 流利 流畅 顺利 准确 精确 正确
  清楚 明白 模糊 含糊 含蓄 整齐 整洁 干净 有秩序 牢固 稳定 恰当 正当 公平 主动 积极 自觉 自愿 无保留 成功 健康 平安 幸福 自由
  安静 平静 冷静 悠闲 懒散 勇敢 大胆 坚强 坚定 顽强 倔强 果断 无畏 鲁莽 草率 轻率 愚蠢 明智 机警 警觉 敏捷 敏锐 锐利 具体 概括 极大
  热情 热烈 热切 热忱 恳切 亲切 亲热 温柔 温和 友好 仁慈 威严 无情 无礼 礼貌 恭敬 谦虚 谦恭 谦逊 骄傲 自豪 得意 满意
  生气 难过 伤心 害怕 紧张 惊讶 吃惊 惊奇 好奇 奇怪 激动 感动 感激 痛快 痛苦 孤单 颤抖 非凡 轻蔑
`
  .trim()
  .split(/\s+/u)
/** A doubled character before 地 is how something is done (慢慢地, 慢吞吞地), unless it counts places or days (家家地上). */
const manner = `(?:([^家户村处天年月日地])\\1|([^\\p{P}])([^\\p{P}])\\2\\3|(?:${manners.join('|')})(?!地[方面理带区形位点图球铁板]))地(?!方)`

/** `at` is the place of the syllable in what is found, -1 for the last. */
const patterns: readonly (readonly [pattern: RegExp, at: number, syllable: string])[] = [
  // 三行: a row of a field of dots
  [/[一二三四五六七八九十两几]行/gu, 1, 'hang2'],
  // 听得见, 看得到: what can be done
  [/[听看找买吃拿走搬说做写想记赶]得(?=[见到完动起了出清懂])/gu, 1, 'de5'],
  // 等一等; 一个一个 below is another thing
  [/(?<!一)([^一\p{P}])一\1/gu, 1, 'yi5'],
  [/一([个次步位段样上下定道句条件对])一\1/gu, 2, 'yi2'],
  [/一([节张天年点只本边遍行页颗朵声层])一\1/gu, 2, 'yi4'],
  // 跑得快, 写得真好: how something is done
  [/[跑说写做画唱走长玩吃听看来算学飞变坐读记过打睡起连好多快高]得(?=[很真太最更还好快慢多高大远清不那这怎])/gu, 1, 'de5'],
  // 我得走了: must
  [/[我你他她还总也就]得(?=[走去回来先把再做写问找等给])/gu, 1, 'dei3'],
  // 慢慢地, 大声地 alone and before what is done so; 慢慢地上楼 goes up, and is no ground
  [new RegExp(manner, 'gu'), -1, 'de5'],
  [new RegExp(`${manner}上(?=\\p{Script=Han})`, 'gu'), -1, 'shang4'],
] // prettier-ignore

/** Puts right what is known to be read wrongly. `syllables` has one entry a code point of `text`; a changed copy comes back. */
export function corrected(text: string, syllables: readonly string[]): readonly string[] {
  const right = [...syllables]
  const before = (index: number) => Array.from(text.slice(0, index)).length
  for (const [word, reading] of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
      right.splice(before(at), Array.from(word).length, ...reading.split(' '))
  }
  for (const [pattern, at, syllable] of patterns) {
    for (const found of text.matchAll(pattern)) {
      const length = Array.from(found[0]).length
      right[before(found.index) + (at === -1 ? length - 1 : at)] = syllable
    }
  }
  return right
}
