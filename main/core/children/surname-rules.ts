/**
 * Surnames of two characters, for finding where the given name begins. Left out are those whose first character is a
 * far more common surname by itself (梁丘, 左丘, 段干): a 梁丘雨 of today is 梁 + 丘雨.
 */
const compoundSurnames: ReadonlySet<string> = new Set(
  (
    '欧阳 上官 司马 诸葛 夏侯 皇甫 尉迟 公孙 长孙 慕容 令狐 宇文 司徒 司空 司寇 端木 东方 独孤 南宫 西门 南门 东郭 百里 ' +
    '万俟 闻人 澹台 公冶 公羊 宗政 濮阳 淳于 太叔 太史 申屠 仲孙 轩辕 钟离 鲜于 闾丘 亓官 仉督 子车 颛孙 巫马 漆雕 乐正 ' +
    '壤驷 公良 拓跋 夹谷 羊舌 呼延 赫连 微生 第五 纳兰 叶赫 完颜'
  ).split(' '),
)

/** A whole name of Chinese characters; longer ones without a compound surname are written-out names of other languages. */
const LONGEST_WITH_SURNAME = 4

/** A name as it is read and spoken. */
export interface NameParts {
  /** Empty where there is no Chinese surname to find. */
  readonly surname: string
  readonly given: string
}

/** Splits a name of Chinese characters; any other name is all given name. Counts code points, never halves of 𠮷. */
export function partsOf(name: string): NameParts {
  const characters = Array.from(name)
  if (!/^\p{Script=Han}+$/u.test(name) || characters.length === 0) return { surname: '', given: name }
  const head = characters.slice(0, 2).join('')
  // 欧阳 alone is 欧 + 阳: a name without a given name is the rarer case
  const compound = characters.length > 2 && compoundSurnames.has(head)
  if (!compound && characters.length > LONGEST_WITH_SURNAME) return { surname: '', given: name }
  const length = compound ? 2 : 1
  return { surname: characters.slice(0, length).join(''), given: characters.slice(length).join('') }
}

/**
 * What the child is called: 小雨 for 林小雨, 上官文 for 欧阳上官文, but 王芳 for 王芳, whom nobody calls 芳. The part before
 * the dot or space for names of other languages (阿卜杜拉·买买提 is 阿卜杜拉).
 */
export function givenName(name: string): string {
  const { surname, given } = partsOf(name)
  if (surname !== '') return Array.from(given).length >= 2 ? given : name
  return name.split(/[·\s]/u).find((part) => part !== '') ?? name
}
