import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const listed = require('naughty-words/zh.json') as readonly string[]

/** What that list names and a school's diary needs: the body, the family, the farm, and words that only sound rude. */
const needed: ReadonlySet<string> = new Set(
  '屁股 祖宗 撒尿 处女 成人 激情 月经 精子 卵子 乳房 乳头 交配 包皮 生殖 老二 笨蛋 野鸡 花柳 私服 妈妈的 奶奶的 后庭 刚度 扒光'.split(
    ' ',
  ),
)

/** Sex for sale, drugs, gambling and killing oneself: that list has little of them. */
const more =
  '嫖 娼 妓 淫 奸淫 奸尸 强暴 裸聊 裸照 毒品 吸毒 贩毒 冰毒 摇头丸 海洛因 可卡因 大麻 鸦片 赌场 赌博 赌钱 赌球 自杀 自尽 割腕 上吊 跳楼 春药 避孕套 安全套 一夜情 性感 性欲 做爱 色狼 色鬼 自慰 手淫 裸体 他妈 妈的 傻逼 傻瓜蛋 狗娘 混蛋 王八蛋 操蛋 脑残 智障 白痴 妈逼 装逼 牛逼 草泥马 泡妞 包二奶 二奶 情妇 鸡巴'.split(
    ' ',
  )

const parts = [...new Set([...listed.filter((word) => Array.from(word).length > 1), ...more])].filter(
  (word) => !needed.has(word),
)

/**
 * Is this word none for a child's candidate bar? Sexual words, insults, drugs, gambling, killing oneself: those of the list of
 * obscene words that naughty-words carries and of ours, and whatever contains one. A single character is never held back: it
 * stands in the school's list, and a child types it for good reasons.
 */
export function isUnfit(word: string): boolean {
  return Array.from(word).length > 1 && parts.some((part) => word.includes(part))
}
