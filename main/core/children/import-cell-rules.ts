import { isDay } from '../sessions/local-day-rules.ts'

/** Longest number of a child; a 学籍号 has 19 characters. */
const LONGEST_NUMBER = 30
/** Oldest pupil, in years. */
const OLDEST = 20

/** A cell without spaces at its ends and with narrow digits and letters. */
export function plainCell(typed: string): string {
  return typed.normalize('NFKC').trim()
}

/**
 * A birthday: 2017-03-05, 2017/3/5, 2017.3.5, 20170305, 2017年3月5日, also with a time behind. `today` is the local day;
 * later days and those of more than 20 years ago are slips. Null for what cannot be read; the order 3/5/2017 is
 * ambiguous and is not guessed.
 */
export function birthdayFrom(typed: string, today: string): string | null {
  const text = plainCell(typed).replace(/[\sT]\d{1,2}:\d{2}(?::\d{2})?$/u, '')
  const match =
    /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text)
  if (!match) return null
  const day = `${match[1]}-${(match[3] ?? '').padStart(2, '0')}-${(match[4] ?? '').padStart(2, '0')}`
  const oldest = `${String(Number(today.slice(0, 4)) - OLDEST).padStart(4, '0')}${today.slice(4)}`
  return isDay(day) && day <= today && day >= oldest ? day : null
}

/**
 * The school's number of a child. `damaged`: a table program turned its last digits into zeros (4.40883E+17), so that
 * it would join two children.
 */
export function numberFrom(typed: string): { readonly number: string } | 'damaged' {
  const number = plainCell(typed).replace(/^['`]/, '').replace(/\s/gu, '').toUpperCase()
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(number) || Array.from(number).length > LONGEST_NUMBER) return 'damaged'
  return { number }
}

/** Empty or up to 999: a place in the class register, which begins again in each class and tells no child from another. */
export function isRegisterNumber(typed: string): boolean {
  return /^\d{0,3}$/.test(plainCell(typed))
}
