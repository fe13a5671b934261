import { createRequire } from 'node:module'
import { type Result, err, ok } from '#core/kernel/result.ts'
import { partsOf } from './surname-rules.ts'

export { givenName, partsOf } from './surname-rules.ts'

type Reader = typeof import('pinyin-pro')

// Its dictionary takes longer to read than all else that the first screen waits for, and only a new name needs it.
let reader: Reader | undefined
const reading = (): Reader['pinyin'] =>
  (reader ??= createRequire(import.meta.url)('pinyin-pro') as Reader).pinyin

/** Longest name of a child, in code points. */
export const LONGEST_NAME = 40

/** What is kept beside a name, so that no screen works it out again. */
export interface NameReading {
  /** `lín xiǎoyǔ`: surname, then the given name in one word. Empty where nothing has a reading. */
  readonly pinyin: string
  /** A to Z; `#` where the first character has no reading. */
  readonly letter: string
  /** Sorts by letter, pinyin, tone, then code point, compared byte by byte (SQLite's BINARY) or by `compareNames`. */
  readonly sortKey: string
}

/**
 * A name as it is kept: NFC, one kind of middle dot, no invisible characters, no space beside a Chinese character (forms
 * pad short names with wide ones), one space elsewhere.
 */
export function cleanName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/ ?[·•‧∙⋅・･．●] ?/gu, '·')
    .replace(/(?<=\p{Script=Han}) +| +(?=\p{Script=Han})/gu, '')
    .replace(/ {2,}/gu, ' ')
    .replace(/^[ ·]+|[ ·]+$/gu, '')
    .normalize('NFC')
}

/** A cleaned name of 1 to 40 code points. */
export function checkName(typed: string): Result<string, 'name-missing' | 'name-too-long'> {
  const name = cleanName(typed)
  if (name === '') return err('name-missing')
  return Array.from(name).length > LONGEST_NAME ? err('name-too-long') : ok(name)
}

/** How a cleaned name is read and sorted. Never throws; a character without data (𠮷) is left out of the pinyin. */
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

/** Orders readings for a list; stable for equal names. By code points, as SQLite compares UTF-8. */
export function compareNames(one: NameReading, other: NameReading): number {
  const [left, right] = [Array.from(one.sortKey), Array.from(other.sortKey)]
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
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
