/**
 * Merges letters for a narrow screen so that no button gets under 64 px (mock, 01-who at 1024 px): neighbours share a
 * button, two at a time, until there are at most `most` buttons; the letters with the most children stay alone longest.
 * @param letters in alphabetical order, with the number of children behind each
 */
export function mergeLetters(
  letters: readonly { readonly letter: string; readonly children: number }[],
  most: number,
): readonly (readonly string[])[] {
  const groups = letters.map(({ letter, children }) => ({ letters: [letter], children }))
  while (groups.length > Math.max(1, most)) {
    const size = smallestPair(groups)
    let best = -1
    let least = Infinity
    for (let at = 0; at + 1 < groups.length; at++) {
      const left = groups[at]
      const right = groups[at + 1]
      if (!left || !right || left.letters.length + right.letters.length > size) continue
      const children = left.children + right.children
      if (children < least) [best, least] = [at, children]
    }
    const left = groups[best]
    const right = groups[best + 1]
    if (!left || !right) break
    const merged = { letters: [...left.letters, ...right.letters], children: left.children + right.children }
    groups.splice(best, 2, merged)
  }
  return groups.map((group) => group.letters)
}

function smallestPair(groups: readonly { readonly letters: readonly string[] }[]): number {
  let size = Infinity
  for (let at = 0; at + 1 < groups.length; at++) {
    size = Math.min(size, (groups[at]?.letters.length ?? 0) + (groups[at + 1]?.letters.length ?? 0))
  }
  return size
}
