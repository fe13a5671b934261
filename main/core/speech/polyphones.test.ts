import { expect, it } from 'vitest'
import { chineseSyllables } from './chinese-syllables.ts'

/** Words a child says, each with a character of several readings: as the 现代汉语词典 reads it, 5 for a light syllable. */
const words = `
  长大 zhang3 da4|长江 chang2 jiang1|校长 xiao4 zhang3|身长 shen1 chang2|银行 yin2 hang2|行人 xing2 ren2|一行字 yi4 hang2 zi4
  快乐 kuai4 le4|音乐 yin1 yue4|乐器 yue4 qi4|重量 zhong4 liang4|重新 chong2 xin1|数一数 shu3 yi5 shu3|数学 shu4 xue2
  睡着 shui4 zhao2|看着 kan4 zhe5|着火 zhao2 huo3|还书 huan2 shu1|还有 hai2 you3|觉得 jue2 de5|睡觉 shui4 jiao4
  教室 jiao4 shi4|教书 jiao1 shu1|空气 kong1 qi4|有空 you3 kong4|种子 zhong3 zi5|种树 zhong4 shu4|头发 tou2 fa5|发现 fa1 xian4
  干净 gan1 jing4|干活 gan4 huo2|好看 hao3 kan4|爱好 ai4 hao4|便宜 pian2 yi5|方便 fang1 bian4|背书 bei4 shu1|背包 bei1 bao1
  中间 zhong1 jian1|大家 da4 jia1|都是 dou1 shi4|首都 shou3 du1|得到 de2 dao4|地上 di4 shang5|慢慢地走 man4 man4 de5 zou3|长得高 zhang3 de5 gao1|还钱 huan2 qian2
  倒水 dao4 shui3|摔倒 shuai1 dao3|弹琴 tan2 qin2|子弹 zi3 dan4|假日 jia4 ri4|真假 zhen1 jia3|分开 fen1 kai1|水分 shui3 fen4
  为了 wei4 le5|因为 yin1 wei4|相片 xiang4 pian4|互相 hu4 xiang1|曾经 ceng2 jing1|答应 da1 ying5|回答 hui2 da2|兴奋 xing1 fen4|高兴 gao1 xing4
`
  .trim()
  .split(/[|\n]+/u)
  .map((line) => line.trim().split(' '))

it.each(words)('%s', (word = '', ...syllables) => {
  expect(chineseSyllables(word)).toBe(syllables.join(' '))
})
