import { type Result, err, ok } from '#core/kernel/result.ts'
import { KEPT_DIGITS, plainCell, wholeNumber } from './plain-cell-rules.ts'

/** Longest number of a child; a 学籍号 has 19 characters: a letter, then an identity number. */
const LONGEST_NUMBER = 30

export type NumberProblem = 'number-damaged' | 'number-too-long' | 'number-unreadable'

/**
 * The one form of a school number, typed or listed; null for an empty cell. `number-damaged`: a table program lost digits
 * (4.40883E+17, 440883201903050000, 440883201903050021.0), so that it would join two children; nothing brings them back.
 * Lost leading zeros cannot be seen in one number: `sameNumber` weighs them. `number-unreadable`: no digit but zeros (无, -, #N/A, 000): what
 * stands there for many children alike is nobody's number.
 */
export function numberFrom(typed: string): Result<string | null, NumberProblem> {
  const text = plainCell(typed)
    .replace(/[\s,，](?=\d{3}(?:\D|$))|\s/gu, '')
    .replace(/\p{Pd}|−/gu, '-')
    .toUpperCase()
    // Letters that grow in upper case (ῗ) come apart and are put together anew.
    .normalize('NFKC')
  const number = wholeNumber(text)
  if (number === null) return err('number-damaged')
  if (Array.from(number).length > LONGEST_NUMBER) return err('number-too-long')
  // an identity number that ends in 000 is given to nobody (GB 11643: the order within a day begins with 001)
  if (isCut(number)) return err('number-damaged')
  if (number !== '' && !/[1-9]/.test(number)) return err('number-unreadable')
  return ok(number === '' ? null : number)
}

/**
 * Whether these are one school number. `maybe`: they differ only by what programs and hands lose: leading zeros, digits
 * behind the fifteenth, the letter of a 学籍号, hyphens; alone it makes nobody one, and nobody two. Both as `numberFrom` gives
 * them, or as an older room kept them.
 */
export function sameNumber(one: string, other: string): 'same' | 'maybe' | 'different' {
  if (one === other) return isCut(one) ? 'maybe' : 'same'
  const [left, right] = [bare(one), bare(other)]
  if (left === '' || right === '') return 'different'
  const cut = left.length === right.length && (isCut(one) || isCut(other))
  if (cut && left.slice(0, KEPT_DIGITS) === right.slice(0, KEPT_DIGITS)) return 'maybe'
  return withoutZeros(left) === withoutZeros(right) ? 'maybe' : 'different'
}

/** Of two numbers that may be one, the one that has lost less; `one` where neither shows more. */
export function fullerNumber(one: string, other: string): string {
  if (isCut(one) !== isCut(other)) return isCut(one) ? other : one
  return other.length > one.length ? other : one
}

/** Eighteen digits and more, of which those behind the fifteenth are zeros: what a table program leaves of a number. */
const isCut = (number: string): boolean => /^\d{18,}$/.test(number) && /^0+$/.test(number.slice(KEPT_DIGITS))

/**
 * Those of a list's numbers that a program cut to fifteen digits, where one alone could be right: two or more of 16 or 17 digits, or of
 * a letter and 18, and every one of them ends in zeros.
 */
export function cutTogether(typed: readonly string[]): ReadonlySet<string> {
  const long = new Set<string>()
  let seen = 0
  for (const each of typed) {
    const number = numberFrom(each)
    if (!number.ok || number.value === null || !/^(?:\d{16,17}|[A-Z]\d{18})$/.test(number.value)) continue
    if (!/^[A-Z]?\d{15}0+$/.test(number.value)) return new Set()
    long.add(number.value)
    seen += 1
  }
  return seen > 1 ? long : new Set()
}

/** Without hyphens, blanks and the letter before an identity number. */
function bare(number: string): string {
  return number
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^[A-Z](?=\d{17}[\dX]$)/, '')
}

const withoutZeros = (number: string): string => number.replace(/^0+(?=.)/, '')
