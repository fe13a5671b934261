import { createRequire } from 'node:module'
import { partsOf, type NameReading } from './name-rules.ts'

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

/** How a cleaned name is read and sorted. Never throws; a character without data (𪚥) is left out of the pinyin. */
export function readingOf(name: string): NameReading {
  const { surname, given } = partsOf(name)
  const words = [
    syllablesOf(surname, true),
    ...given.split(/([· ])/u).map((part) => (/^[· ]$/u.test(part) ? [part] : syllablesOf(part, false))),
  ]
  const joined = surname === '' ? words.map(wordOf).join('') : words.map(wordOf).filter(Boolean).join(' ')
  const first = Array.from(name)[0] ?? ''
  const letter = letterOf(
    syllablesOf(first, surname !== '')[0] === undefined ? first : (words.flat()[0] ?? ''),
  )
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
