import { createRequire } from 'node:module'
import type { NameSound } from '#contract/people.ts'
import { givenName, partsOf, type NameReading } from './name-rules.ts'
import { readCharacters } from './reading-rules.ts'

type Reader = typeof import('pinyin-pro')

// Its dictionary takes longer to read than all else that the first screen waits for, and only a new name needs it.
let reader: Reader | undefined
function reading(): Reader['pinyin'] {
  if (!reader) {
    reader = createRequire(import.meta.url)('pinyin-pro') as Reader
    reader.customPinyin(missing)
  }
  return reader.pinyin
}

/** Characters of surnames that the dictionary does not know; readings of the Unihan database (kMandarin). */
const missing = { 𠮷: 'jí' }

/**
 * How a cleaned name is read and sorted. Never throws; a character without data (𪚥) is left out of the pinyin.
 * @param own staff's own reading in the form of `checkReading`; one that does not fit the name is not used
 */
export function readingOf(name: string, own: string | null = null): NameReading {
  const { surname, given } = partsOf(name)
  const rest = ownSyllables(name, own)?.slice()
  const read = (text: string, isSurname: boolean) =>
    rest ? ownReading(text, rest) : syllablesOf(text, isSurname)
  const words = [
    read(surname, true),
    ...given.split(/([· ])/u).map((part) => (/^[· ]$/u.test(part) ? [part] : read(part, false))),
  ]
  const joined = surname === '' ? words.map(wordOf).join('') : words.map(wordOf).filter(Boolean).join(' ')
  const first = Array.from(name)[0] ?? ''
  const isRead = rest !== undefined || syllablesOf(first, surname !== '')[0] !== undefined
  const letter = letterOf(isRead ? (words.flat()[0] ?? '') : first)
  const plain = (/\p{Script=Han}/u.test(name) ? words.flat().filter((part) => part !== '·') : [name]).map(
    toneless,
  )
  const tones = words.flat().map(toneOf).join('')
  return {
    pinyin: /\p{Script=Han}/u.test(name) ? joined.trim().replace(/^·+|·+$/gu, '') : '',
    letter,
    sortKey: [letter === '#' ? '~' : letter, plain.join(' '), tones, name].join('\t'),
  }
}

/**
 * How the name is said, one syllable a character, and, where staff put it right, how the child is called by its given name; for
 * a sentence that holds either. Dots are left out of the text, as they are when it is spoken. Empty where nothing is known.
 */
export function soundsOf(name: string, own: string | null): readonly NameSound[] {
  const characters = readCharacters(name)
  if (characters.length === 0 || !/^[\p{Script=Han}·]+$/u.test(name)) return []
  const corrected = ownSyllables(name, own)
  const { surname, given } = partsOf(name)
  const syllables = corrected ?? [
    ...syllablesOf(surname, true),
    ...syllablesOf(given.replaceAll('·', ''), false),
  ]
  if (syllables.length !== characters.length) return []
  const whole = { text: characters.join(''), syllables }
  const called = readCharacters(givenName(name))
  if (!corrected || called.length === characters.length) return [whole]
  // the given name stands last behind a surname, first before a dot
  const start = surname === '' ? 0 : characters.length - called.length
  return [whole, { text: called.join(''), syllables: syllables.slice(start, start + called.length) }]
}

/** Staff's syllables, one a Chinese character; undefined where there are none, or of another name. */
function ownSyllables(name: string, own: string | null): readonly string[] | undefined {
  const syllables = own === null || own === '' ? [] : own.split(' ')
  return syllables.length > 0 && syllables.length === readCharacters(name).length ? syllables : undefined
}

/** Takes from staff's syllables what the text needs. */
function ownReading(text: string, rest: string[]): readonly string[] {
  return Array.from(text)
    .map((character) => {
      if (/\p{Script=Han}/u.test(character)) return rest.shift() ?? ''
      return /^\p{Script=Latin}$/u.test(character) ? character : ''
    })
    .filter((syllable) => syllable !== '')
}

/** One entry a character that has a reading; a run of Latin letters inside a Chinese name stays as it is. */
function syllablesOf(text: string, surname: boolean): readonly string[] {
  if (text === '') return []
  // a surname's own reading (单 Shàn, 曾 Zēng); no change of tone between syllables: names are written as they stand
  const read = reading()(text, { type: 'all', surname: surname ? 'all' : 'off', toneSandhi: false })
  return read
    .map(({ isZh, origin, pinyin: syllable }) => {
      if (isZh) return syllable
      return /^\p{Script=Latin}$/u.test(origin) ? origin : ''
    })
    .filter((syllable) => syllable !== '')
}

/** Syllables in one word; GB/T 16159 parts one that begins with a, e or o by an apostrophe. */
function wordOf(syllables: readonly string[]): string {
  return syllables
    .map((syllable, index) => (index > 0 && /^[aeo]/u.test(toneless(syllable)) ? `'${syllable}` : syllable))
    .join('')
}

/** Without marks, in small letters, ü as v: `lǚ` is `lv`. */
function toneless(text: string): string {
  return text.normalize('NFD').replaceAll('u\u0308', 'v').replace(/\p{M}/gu, '').toLowerCase()
}

const toneMarks = ['\u0304', '\u0301', '\u030c', '\u0300']

/** 1 to 4; 5 for the neutral tone and for Latin letters. */
function toneOf(syllable: string): number {
  const marks = syllable.normalize('NFD')
  const tone = toneMarks.findIndex((mark) => marks.includes(mark))
  return tone === -1 ? 5 : tone + 1
}

function letterOf(text: string): string {
  const letter = toneless(text).slice(0, 1).toUpperCase()
  return /^[A-Z]$/.test(letter) ? letter : '#'
}
