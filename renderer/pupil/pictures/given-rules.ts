/**
 * How the screen addresses a child before main has said it: the characters that belong to the second part of the pinyin
 * (“ōuyáng nà” → one character), else the name without its first character, else the whole name.
 */
export function givenName({ name, pinyin }: { readonly name: string; readonly pinyin: string }): string {
  const characters = Array.from(name.trim())
  const onlyHan = characters.every((character) => /\p{Script=Han}/u.test(character))
  if (!onlyHan) return name
  if (characters.length < 3) return name
  const surname = pinyin.split(' ')[0] ?? ''
  const double = characters.length > 3 && syllables(surname) > 1
  return characters.slice(double ? 2 : 1).join('')
}

/** Syllables of a pinyin word: one for each run of vowels. */
function syllables(word: string): number {
  return (
    word
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[aeiouv]+/g) ?? []
  ).length
}
