import { readFileSync } from 'node:fs'

/** Stands before the first word of a sentence. */
const start = '^'
const longestWord = 6
/** How much of what comes next is told by the word before, where our sentences know that word (the rest by how common the next word is). */
const trust = 0.35

/** Numbers and pointing words, and what they count: `三只`, `这条`. */
const counting = '一 两 三 四 五 六 七 八 九 十 几 半 每 这 那 二十 三十 一百'.split(' ')
const counted =
  '个 只 条 本 张 块 朵 棵 头 匹 件 双 把 首 封 辆 座 间 位 名 次 天 年 岁 元 支 片 颗 篇 幅 碗 杯 家 口 群 根 顶 架 台 粒 斤 米 分 页 遍 层 排'.split(
    ' ',
  )
const countingGain = 4

export interface Pairs {
  /** How many words the sentences have, each word with its count. */
  readonly words: ReadonlyMap<string, number>
  /** By how many nats the second word becomes cheaper after the first. */
  readonly gains: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Cuts a run of characters into the likeliest words. */
function cutWords(text: string, shares: ReadonlyMap<string, number>): readonly string[] {
  const best: { cost: number; words: readonly string[] }[] = [{ cost: 0, words: [] }]
  for (let from = 0; from < text.length; from++) {
    const before = best[from]
    if (!before) continue
    for (let to = from + 1; to <= Math.min(text.length, from + longestWord); to++) {
      const word = text.slice(from, to)
      const share = shares.get(word)
      if (share === undefined) continue
      const cost = before.cost - Math.log(share)
      if (cost < (best[to]?.cost ?? Infinity)) best[to] = { cost, words: [...before.words, word] }
    }
  }
  return best[text.length]?.words ?? Array.from(text)
}

/**
 * Which word likes to follow which, counted in sentences as children of a primary school write them (`sentences.txt`, written for
 * this project).
 * @param shares each word of the dictionary, and how often it is met (0 to 1)
 */
export function countPairs(shares: ReadonlyMap<string, number>): Pairs {
  const text = readFileSync(new URL('sentences.txt', import.meta.url), 'utf8')
  const words = new Map<string, number>()
  const follow = new Map<string, Map<string, number>>()
  for (const clause of text.split(/[^\p{Script=Han}]+/u)) {
    let before = start
    for (const word of cutWords(clause, shares)) {
      words.set(word, (words.get(word) ?? 0) + 1)
      const next = follow.get(before) ?? new Map<string, number>()
      next.set(word, (next.get(word) ?? 0) + 1)
      follow.set(before, next)
      before = word
    }
  }
  const all = [...words.values()].reduce((sum, count) => sum + count, 0)
  const gains = new Map<string, Map<string, number>>()
  for (const [before, next] of follow) {
    const told = [...next.values()].reduce((sum, count) => sum + count, 0)
    const gain = new Map<string, number>()
    for (const [word, count] of next) {
      const share = Math.max(shares.get(word) ?? 0, (words.get(word) ?? 0) / all / 10)
      gain.set(word, Math.log(1 + (trust / (1 - trust)) * (count / (told + 3) / share)))
    }
    gains.set(before, gain)
  }
  for (const number of counting) {
    const gain = gains.get(number) ?? new Map<string, number>()
    for (const measure of counted) gain.set(measure, Math.max(gain.get(measure) ?? 0, countingGain))
    gains.set(number, gain)
  }
  return { words, gains }
}
