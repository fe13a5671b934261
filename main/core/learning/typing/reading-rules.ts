const marks: Readonly<Record<string, string>> = {
  '\u0304': '1',
  '\u0301': '2',
  '\u030c': '3',
  '\u0300': '4',
}

/** A reading as it is typed: small letters without tone, `v` for ü. `lǜ` → `lv`. */
export const lettersOf = (pinyin: string): string =>
  pinyin
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/[\u0300-\u036f]/g, '')

/** The tone of a reading as a number key, `1` to `4`; empty where it is light. */
export function toneOf(pinyin: string): string {
  for (const letter of pinyin.normalize('NFD')) {
    const tone = marks[letter]
    if (tone !== undefined) return tone
  }
  return ''
}
