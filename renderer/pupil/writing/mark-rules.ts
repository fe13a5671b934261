const marks: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  '?': '？',
  '!': '！',
  ':': '：',
  ';': '；',
  '\\': '、',
  '(': '（',
  ')': '）',
  '<': '《',
  '>': '》',
}

/** The mark that Chinese writes where a keyboard has this one; undefined for what is no mark. */
export const chineseMark = (key: string): string | undefined => marks[key]
