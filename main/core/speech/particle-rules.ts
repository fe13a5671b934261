/** `at` is the place of the syllable in what is found, below 0 from its end. */
export type ReadingPattern = readonly [pattern: RegExp, at: number, syllable: string]

/*
 * 地, 得 and 的 behind what is said of a deed or a thing are light (de5); in words of their own they are not. What they are is known
 * by what stands on both sides. Readings by the 现代汉语词典, tried over every word of the dictionary that holds one (`manners.test.ts`,
 * `particles.test.ts`).
 */

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

/** What is done, and how things are; behind it 得 says how well, how much, or whether it can be. */
const deeds = `
  跑走跳飞爬坐站躺睡吃喝咬说讲谈聊问答喊叫唱笑哭气急怕吓惊羞累困饿渴冷热冻烫疼痛痒酸麻晕忙闲闷玩打踢扔接抓拿搬抬扛提背抱推拉挤撞摔
  写画读念学算数猜想看听闻照拍洗擦扫刷收放摆排贴挂装切剪缝煮炒烧烤做干种养长开落掉飘吹下升照暗红白黑黄绿蓝高低矮大小多少快慢早晚
  好坏美丑胖瘦厚薄深浅远近粗细短重轻圆尖硬软湿脏旧老嫩香臭甜苦辣咸变过活住穿戴用花管教错准紧松满空疯傻静闹响弱贵穷富宜净楚亮丽乐兴动奋张
  来起办弄搞修补赶追逃躲藏找买卖送带骑划游练懂认记觉晓显分够受顶经靠撑挡抵担抗沉忍吵抢摸碰捡采摘挖割盖搭修堆折叠绑系解离合信比配称当容纳架
  巧皮敌瞒转禁背跟顾行睬处回差负赔消肥付连
`.replaceAll(/\s/gu, '')
/** Before what makes a word of its own of it: 得到, 得意, 得一等奖. */
const ownWord =
  '到|意|当|宜|分(?!外)|奖|罪|知|以|体|失|救|胜|名|逞|益|利|票|志|势|道(?!理)|第|满分|一等|人心|民心|我心|了|空'
const able = `(?:[${deeds}]|(?<=[开伤担小粗热])心)得(?=\\p{Script=Han})(?!${ownWord})`
/** Who must, or what says that it must be; not 我得到, not 他得第一. */
const must = `(?:[我你您他她它咱谁们爸妈爷奶哥姐弟妹叔姨师]|(?<=[校家班队组村])长|还(?!得起)|总|也|就|都|必须|(?<!必)须|一定|(?<!情|事)非)得(?=\\p{Script=Han})(?!到|过|出|的|了|第|[金银铜]牌|[百满高零\\d]|[一二三四五六七八九十两]+[百等分名张朵个块]|好(?!好)|票|病|来说|${ownWord})`

/** Those of a word apart from what it is built like: all of its syllables, light ones too. */
export const particleWords: readonly (readonly [word: string, syllables: string])[] = [
  ['舍不得', 'she3 bu5 de5'],
  ['怪不得', 'guai4 bu5 de5'],
  ['巴不得', 'ba1 bu5 de5'],
  ['恨不得', 'hen4 bu5 de5'],
  ['由不得', 'you2 bu5 de5'],
  ['不由得', 'bu4 you2 de5'],
  ['要不得', 'yao4 bu5 de5'],
  ['使不得', 'shi3 bu5 de5'],
  ['免不得', 'mian3 bu5 de5'],
  ['怨不得', 'yuan4 bu5 de5'],
  ['容不得', 'rong2 bu5 de5'],
  ['认不得', 'ren4 bu5 de5'],
  ['记不得', 'ji4 bu5 de5'],
  ['说不得', 'shuo1 bu5 de5'],
  ['来不得', 'lai2 bu5 de5'],
  ['见不得', 'jian4 bu5 de5'],
  ['没得说', 'mei2 de5 shuo1'],
  ['有得卖', 'you3 de5 mai4'],
  ['有得赚', 'you3 de5 zhuan4'],
  ['亏得', 'kui1 de5'],
  ['得亏', 'dei3 kui1'],
  ['总得分', 'zong3 de2 fen1'],
  ['非得已', 'fei1 de2 yi3'],
  ['非得以', 'fei1 de2 yi3'],
  ['目的物', 'mu4 di4 wu4'],
  ['用得着', 'yong4 de5 zhao2'],
  ['够得着', 'gou4 de5 zhao2'],
  ['摸得着', 'mo1 de5 zhao2'],
  ['找得着', 'zhao3 de5 zhao2'],
  ['吃得了', 'chi1 de5 liao3'],
  ['受得了', 'shou4 de5 liao3'],
  ['还得起', 'huan2 de5 qi3'],
  ['一语破的', 'yi4 yu3 po4 di4'],
  ['一发破的', 'yi4 fa1 po4 di4'],
  ['一言中的', 'yi4 yan2 zhong4 di4'],
  ['集矢之的', 'ji2 shi3 zhi1 di4'],
  ['波罗的海', 'bo1 luo2 di4 hai3'],
  ['巴尔的摩', 'ba1 er3 di4 mo2'],
  ['亚的斯亚贝巴', 'ya4 di4 si1 ya4 bei4 ba1'],
  ['斯堪的纳维亚', 'si1 kan1 di4 na4 wei2 ya4'],
  ['安的列斯', 'an1 di4 lie4 si1'],
  ['的里雅斯特', 'di4 li3 ya3 si1 te4'],
  ['的黎波里', 'di4 li2 bo1 li3'],
  ['加的夫', 'jia1 di4 fu1'],
  ['加的斯', 'jia1 di4 si1'],
  ['阿的平', 'a1 di4 ping2'],
]

/** Later ones stand over earlier ones. */
export const particlePatterns: readonly ReadingPattern[] = [
  // 跑得快, 累得不想动, 办得到: how, and whether it can be
  [new RegExp(able, 'gu'), -1, 'de5'],
  // 记得, 觉得: words of their own
  [/[记认觉晓懂免懒舍]得/gu, 1, 'de5'],
  // 想得到, 看得到: what can be done, not 得到
  [/[想看听找做办料买吃拿赶感觉猜用达]得(?=到)/gu, 1, 'de5'],
  // 我得走了, 你得多喝水, 必须得写完
  [new RegExp(must, 'gu'), -1, 'dei3'],
  [/(?<!\p{Script=Han})得(?=[把去走先再回等给写做])/gu, 0, 'dei3'],
  // 慢慢地, 大声地 alone and before what is done so; 慢慢地上楼 goes up, and is no ground
  [new RegExp(manner, 'gu'), -1, 'de5'],
  [new RegExp(`${manner}上(?=\\p{Script=Han})`, 'gu'), -1, 'shang4'],
  // 节目的名字: of a programme, no aim
  [/[节题数科栏项面双夺醒盲注名书曲]目的(?!地)/gu, 2, 'de5'],
  // 勇敢的士兵, 他的确定: no taxi, no “indeed”
  [/的(?=士兵|确定|确认|确切|确保)/gu, 0, 'de5'],
  // 打的去: by taxi; 一位的哥 drives it
  [/打的(?=[去费])/gu, 1, 'di1'],
  [/(?:(?<!\p{Script=Han})|[位名])的哥(?!哥)/gu, -2, 'di1'],
]
