/**
 * A reading as a child types it: small letters without tones, `v` for ü, `er` for the r that is added to a word.
 * @param written as dictionaries write it: `lǜ`, `nǚ`, `wǎn`, `r`
 */
export function typed(written: string): string {
  const plain = written
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[\u0300-\u036f]/g, '')
    .replace('ü', 'v')
  return plain === 'r' ? 'er' : plain
}

/** Is this a word of Chinese characters alone, all of them among `characters`? */
export function isOf(word: string, characters: ReadonlySet<string>): boolean {
  for (const character of word) if (!characters.has(character)) return false
  return word.length > 0
}

/**
 * Cuts letters that are written together into one syllable for each character, as its characters can be read; undefined where
 * no cut agrees (initials alone, a misprint).
 */
export function cut(
  letters: string,
  word: readonly string[],
  readings: (character: string) => readonly string[],
): readonly string[] | undefined {
  const [first, ...rest] = word
  if (first === undefined) return letters === '' ? [] : undefined
  for (const reading of readings(first)) {
    if (!letters.startsWith(reading)) continue
    const after = cut(letters.slice(reading.length), rest, readings)
    if (after) return [reading, ...after]
  }
  return undefined
}
