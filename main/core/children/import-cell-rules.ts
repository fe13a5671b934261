import { isDay } from '../sessions/local-day-rules.ts'
import { plainCell } from './plain-cell-rules.ts'

/** Oldest pupil, in years. */
const OLDEST = 20

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

/** Empty or up to 999: a place in the class register, which begins again in each class and tells no child from another. */
export function isRegisterNumber(typed: string): boolean {
  return /^\d{0,3}$/.test(plainCell(typed))
}
