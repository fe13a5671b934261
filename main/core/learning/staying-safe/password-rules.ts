import { pick, type Random } from '../random-rules.ts'

/** Short words of pinyin that have nothing to do with each other, and so are remembered as a picture. */
const words = ['yun', 'mao', 'shan', 'yu', 'deng', 'gua', 'niao', 'hua', 'xing', 'chuan', 'zhu', 'tang', 'feng', 'shu'] as const // prettier-ignore
const names = ['xiaoyu', 'xiaoming', 'lili', 'dongdong', 'meimei', 'wangwei'] as const
const signs = ['-', '!', '?', '*', '+'] as const
/** What everybody tries first: the most frequent ones in lists of stolen passwords. */
export const tooCommon = ['123456', '12345678', '111111', '000000', '888888', '666666', '123123', 'abc123', 'qwerty', 'password', 'woaini', '5201314'] as const // prettier-ignore

const digit = (random: Random): number => Math.min(9, Math.floor(random() * 10))

/** One that anybody guesses: too common, or one's own name with one's own birthday. */
export function weakPassword(random: Random): string {
  if (random() < 0.6) return pick(tooCommon, random) ?? '123456'
  return `${pick(names, random) ?? 'lili'}${2010 + digit(random)}`
}

/** Three words, a sign between them, two digits: long, and easy to see before one's eyes. */
export function strongPassword(random: Random): string {
  const three: string[] = []
  while (three.length < 3) {
    const word = pick(words, random) ?? 'yun'
    if (!three.includes(word)) three.push(word)
  }
  const sign = pick(signs, random) ?? '-'
  return `${three.join(sign)}${digit(random)}${digit(random)}`
}

/** Long enough, of letters, digits and signs, not common, nobody's name: what the lesson calls good. */
export function isStrong(password: string): boolean {
  const kinds = [/[a-z]/, /\d/, /[^a-z\d]/].filter((kind) => kind.test(password)).length
  const isKnown = [...tooCommon, ...names].some((one) => password.includes(one))
  return password.length >= 10 && kinds === 3 && !isKnown
}
