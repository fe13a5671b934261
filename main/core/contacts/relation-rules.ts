import { plainCell } from '../children/plain-cell-rules.ts'

/** How relatives stand to a child, the usual ones; anything else may be written. */
export const usualRelations = [
  '妈妈',
  '爸爸',
  '奶奶',
  '爷爷',
  '外婆',
  '外公',
  '姑姑',
  '姨妈',
  '叔叔',
  '伯伯',
  '舅舅',
  '哥哥',
  '姐姐',
] as const

/** As forms write it → as children say it. */
const spoken: Readonly<Record<string, string>> = {
  母亲: '妈妈',
  妈: '妈妈',
  母: '妈妈',
  母子: '妈妈',
  母女: '妈妈',
  妈咪: '妈妈',
  老妈: '妈妈',
  娘: '妈妈',
  父亲: '爸爸',
  爸: '爸爸',
  父: '爸爸',
  父子: '爸爸',
  父女: '爸爸',
  爹: '爸爸',
  老爸: '爸爸',
  祖母: '奶奶',
  奶: '奶奶',
  阿婆: '奶奶',
  祖父: '爷爷',
  爷: '爷爷',
  外祖母: '外婆',
  姥姥: '外婆',
  外祖父: '外公',
  姥爷: '外公',
  姑妈: '姑姑',
  姑母: '姑姑',
  姑: '姑姑',
  阿姨: '姨妈',
  姨母: '姨妈',
  姨: '姨妈',
  伯父: '伯伯',
  叔: '叔叔',
  叔父: '叔叔',
  舅父: '舅舅',
  舅: '舅舅',
  兄: '哥哥',
  哥: '哥哥',
  姐: '姐姐',
  mother: '妈妈',
  mum: '妈妈',
  mom: '妈妈',
  father: '爸爸',
  dad: '爸爸',
  grandmother: '奶奶',
  grandma: '奶奶',
  grandfather: '爷爷',
  grandpa: '爷爷',
  brother: '哥哥',
  sister: '姐姐',
  aunt: '姑姑',
  uncle: '叔叔',
}

/** A relation as the room writes it: 母亲, 孩子妈妈 and （妈） are 妈妈; what is not known stays as it is, at most 20 characters. */
export function relationFrom(typed: string): string {
  const text = relationText(typed)
  return known(text) ?? Array.from(text).slice(0, 20).join('')
}

/** The relation that this word is, as the room writes it; undefined for any other word. */
export const relationIn = (word: string): string | undefined => known(relationText(word))

const relationText = (typed: string): string =>
  plainCell(typed)
    .replace(/[\s\p{P}]/gu, '')
    .replace(/^(?:学生|孩子|小孩|其|他|她)的?(?=.)/u, '')

function known(text: string): string | undefined {
  if ((usualRelations as readonly string[]).includes(text)) return text
  return Object.hasOwn(spoken, text.toLowerCase()) ? spoken[text.toLowerCase()] : undefined
}
