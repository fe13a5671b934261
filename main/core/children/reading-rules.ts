import { type Result, err, ok } from '#core/kernel/result.ts'
import { allSyllables } from '../speech/syllable-rules.ts'

/** Why a typed reading is none; words: `children.reading-problem.<code>`. */
export type ReadingProblem = 'not-pinyin' | 'no-tones' | 'count'

const known: ReadonlySet<string> = new Set(allSyllables)
const marks = ['\u0304', '\u0301', '\u030c', '\u0300']
const han = /\p{Script=Han}/gu

/** Characters of a name that are read. */
export const readCharacters = (name: string): readonly string[] => name.match(han) ?? []

/**
 * The reading of a name as it is kept: one syllable with its mark for each Chinese character, in small letters, with one space
 * between, `xiǎn xiǎo míng`; null for an empty field. Takes marks or digits, spaces or none, ü as v or u:, apostrophes and the
 * dots of a name. Refuses what is no syllable, a count of syllables that is not that of the characters, and a reading without
 * tones; a neutral one beside others is taken.
 */
export function checkReading(typed: string, name: string): Result<string | null, ReadingProblem> {
  const text = plain(typed)
  if (text === '') return ok(null)
  const words = text.split(' ')
  const count = readCharacters(name).length
  const read = splitWords(words, count)
  if (read === undefined)
    return err(words.every((word) => splitWord(word).length > 0) ? 'count' : 'not-pinyin')
  return read.some((syllable) => /[1-4]/.test(syllable)) ? ok(read.map(marked).join(' ')) : err('no-tones')
}

/** `xiǎn` is xian3, `lǚ` lv3, `de` de5. */
export function numbered(syllable: string): string {
  const letters = syllable.normalize('NFD').replaceAll('u\u0308', 'v')
  const tone = marks.findIndex((mark) => letters.includes(mark))
  return `${letters.replaceAll(/\p{M}/gu, '')}${tone === -1 ? 5 : tone + 1}`
}

/** Letters, digits for tones, `v` for ü; one space between words. */
function plain(typed: string): string {
  const letters = typed
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/u(?:\u0308|:)/gu, 'v')
  const digits = letters.replaceAll(/[\u0304\u0301\u030c\u0306\u0300]/gu, (mark) =>
    String('\u0304\u0301\u030c\u0300'.indexOf(mark === '\u0306' ? '\u030c' : mark) + 1),
  )
  return digits.replaceAll(/[\s'’`·•,.-]+/gu, ' ').trim()
}

/** The syllables of words that make up the count together; undefined where none do. */
function splitWords(words: readonly string[], count: number): readonly string[] | undefined {
  const [word, ...rest] = words
  if (word === undefined) return count === 0 ? [] : undefined
  for (const split of splitWord(word)) {
    if (split.length > count) continue
    const others = splitWords(rest, count - split.length)
    if (others) return [...split, ...others]
  }
  return undefined
}

/** Longest word that is looked at, in letters and digits: a given name of four syllables with their tones has 28. */
const LONGEST = 60

/**
 * Ways to part a word, that with the fewest syllables beginning with a, e or o first (GB/T 16159 would set an apostrophe before
 * those). A mark stands inside its syllable and a digit at its end; `xian` is one syllable or two.
 */
function splitWord(word: string): readonly (readonly string[])[] {
  if (word.length > LONGEST) return []
  const ways = new Map<number, readonly (readonly string[])[]>([[word.length, [[]]]])
  for (let at = word.length - 1; at >= 0; at -= 1) {
    const found: (readonly string[])[] = []
    for (let end = at + 1; end <= Math.min(word.length, at + 8); end += 1) {
      const syllable = syllableOf(word.slice(at, end))
      if (!syllable) continue
      for (const rest of ways.get(end) ?? []) if (!hides(syllable, rest[0])) found.push([syllable, ...rest])
    }
    ways.set(at, found.toSorted((one, other) => open(one) - open(other)).slice(0, 20))
  }
  return ways.get(0) ?? []
}

/** xiao3 is never xi and ao3: only a mark of its own shows that a syllable ends before an a, o or e. */
const hides = (syllable: string, next = ''): boolean => syllable.endsWith('5') && /^[aeo]/.test(next)

const open = (split: readonly string[]): number => split.slice(1).filter((one) => /^[aeo]/.test(one)).length

/** `xia3n` (a mark on its vowel) and `xian3` are xian3, without a tone xian5; undefined for what is no syllable. */
function syllableOf(part: string): string | undefined {
  const digits = part.match(/\d/g) ?? []
  if (digits.length > 1 || /^\d/.test(part)) return undefined
  const tone = digits[0] === undefined || digits[0] === '0' ? '5' : digits[0]
  const letters = part.replaceAll(/\d/g, '')
  const spelt = known.has(letters) ? letters : letters.replace(/^([jqxy])v/, '$1u')
  return known.has(spelt) && /[1-5]/.test(tone) ? spelt + tone : undefined
}

/** xian3 is `xiǎn`: the mark stands over a or e, over the o of ou, else over the last vowel. */
function marked(syllable: string): string {
  const tone = Number(syllable.slice(-1))
  const letters = syllable.slice(0, -1)
  if (tone === 5) return letters.replaceAll('v', 'ü')
  const at = /[ae]/.exec(letters)?.index ?? /ou/.exec(letters)?.index ?? lastVowel(letters)
  const mark = marks[tone - 1] ?? ''
  return `${letters.slice(0, at + 1)}${mark}${letters.slice(at + 1)}`
    .replaceAll('v', 'u\u0308')
    .normalize('NFC')
}

function lastVowel(letters: string): number {
  return Math.max(...Array.from('iouv', (vowel) => letters.lastIndexOf(vowel)))
}
