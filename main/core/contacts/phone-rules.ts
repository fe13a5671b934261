import { plainCell, wholeNumber } from '../children/plain-cell-rules.ts'

/** Numbers that one relative may have. */
export const MOST_PHONES = 3

/** E.164: a plus, the country, up to 15 digits. */
const international = /^\+[1-9]\d{5,14}$/
/** 11 digits from 13 to 19 (工信部, 电信网编号计划 2017). */
const mobile = /^1[3-9]\d{9}$/
/** Area code without its 0: 10 and 2x have two digits, others three; then 8 or 7 to 8 digits that begin with 2 to 8. */
const landline = /^(?:(?:10|2\d)[2-8]\d{7}|(?!400|800)[3-9]\d{2}[2-8]\d{6,7})$/

/**
 * A number as people write it (138 0000 1111, 0759-2234567, 86-138…, 0086…, +852…), in E.164. Null for what cannot be
 * dialled as it stands: no area code, an extension, a service number, digits that a table program has lost.
 */
export function normalPhone(typed: string): string | null {
  const plain = plainCell(typed).replace(/\s/gu, '')
  const digits = (wholeNumber(plain) ?? plain).replace(/[()[\].·_/\p{Pd}]/gu, '')
  const text = digits.startsWith('00') ? `+${digits.slice(2)}` : digits
  if (text.startsWith('+')) {
    if (text.startsWith('+86')) return withinChina(text.slice(3))
    return international.test(text) ? text : null
  }
  if (text.startsWith('0') || mobile.test(text)) return withinChina(text)
  return text.startsWith('86') ? withinChina(text.slice(2)) : null
}

function withinChina(text: string): string | null {
  // people write a 0 before a mobile number, too: it once chose the long-distance line
  const bare = text.startsWith('0') ? text.slice(1) : text
  return mobile.test(bare) || landline.test(bare) ? `+86${bare}` : null
}

/** A normal number as it is read in China: `138 0000 1111`, `0759-2234567`; others by their country. */
export function shownPhone(phone: string): string {
  const own = /^\+86(\d+)$/.exec(phone)?.[1]
  if (own === undefined) return phone
  if (mobile.test(own)) return `${own.slice(0, 3)} ${own.slice(3, 7)} ${own.slice(7)}`
  const area = /^(?:10|2)/.test(own) ? 2 : 3
  return `0${own.slice(0, area)}-${own.slice(area)}`
}
