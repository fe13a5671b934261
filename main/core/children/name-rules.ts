import { type Result, err, ok } from '#core/kernel/result.ts'
import { plainCell } from './plain-cell-rules.ts'

export { givenName, partsOf } from './surname-rules.ts'

/** Longest name of a child, in code points. */
const LONGEST_NAME = 40

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
 * A name as it is kept: narrow letters, one kind of middle dot, nothing that a table program wraps around it, no invisible
 * characters, no space beside a Chinese character (forms pad short names with wide ones), one space elsewhere, no place in a
 * list before it.
 */
export function cleanName(typed: string): string {
  return plainCell(typed)
    .replace(/\n+/gu, ' ')
    .replace(/ ?[·•‧∙⋅・･．●] ?/gu, '·')
    .replace(/(?<=\p{Script=Han}) +| +(?=\p{Script=Han})/gu, '')
    .replace(/ {2,}/gu, ' ')
    .replace(/^[ ·,.、。;]+|[ ·,.、。;]+$/gu, '')
    .normalize('NFKC')
    .replace(listMark, '')
}

/** The place in a list that somebody typed before the name: 1.林小雨, ①林小雨, (12) 林小雨, 3林小雨. */
const listMark = /^[([]?\d{1,3}[)\]]?[ .,、:-]*(?=\p{Script=Han})/u

/** Whether a place in a list stands before the name in this cell; `cleanName` takes it away. */
export const hasListMark = (typed: string): boolean => listMark.test(plainCell(typed))

/** Two names of Chinese characters in one cell: 林小雨/王芳. Two children, or a child and somebody else: a person must say. */
export const isSeveralNames = (name: string): boolean =>
  /\p{Script=Han}{2}[/、,;&+\n]\p{Script=Han}{2}/u.test(name)

/** A cleaned name of 1 to 40 code points. */
export function checkName(typed: string): Result<string, 'name-missing' | 'name-too-long'> {
  const name = cleanName(typed)
  if (name === '') return err('name-missing')
  return Array.from(name).length > LONGEST_NAME ? err('name-too-long') : ok(name)
}

/**
 * What two ways to write one name have in common, cleaned: 林小雨(女), 3林小雨, 林小雨* and 林小雨Lin Xiaoyu are 林小雨 with something
 * beside it. Never a name to keep: 林小雨1 and 林小雨2 may be how a school tells two children apart.
 */
export function coreOfName(name: string): string {
  const core = name
    .replace(/\([^()]*\)?/gu, '')
    .replace(/^[\d\s\p{P}\p{S}]+|[\d\s\p{P}\p{S}]+$/gu, '')
    .replace(/(?<=\p{Script=Han})[\p{Script=Latin}\s]+$/u, '')
  return core === '' ? name : core
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
