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
  父亲: '爸爸',
  爸: '爸爸',
  父: '爸爸',
  父子: '爸爸',
  父女: '爸爸',
  祖母: '奶奶',
  阿婆: '奶奶',
  祖父: '爷爷',
  外祖母: '外婆',
  姥姥: '外婆',
  外祖父: '外公',
  姥爷: '外公',
  姑妈: '姑姑',
  姑母: '姑姑',
  阿姨: '姨妈',
  姨母: '姨妈',
  伯父: '伯伯',
  舅父: '舅舅',
  兄: '哥哥',
  姐: '姐姐',
  mother: '妈妈',
  father: '爸爸',
  grandmother: '奶奶',
  grandfather: '爷爷',
  aunt: '姑姑',
  uncle: '叔叔',
}

/** A relation as the room writes it: 母亲 and 妈 are 妈妈; what is not known stays as it is, at most 20 characters. */
export function relationFrom(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s/gu, '')
  return spoken[text] ?? spoken[text.toLowerCase()] ?? Array.from(text).slice(0, 20).join('')
}
