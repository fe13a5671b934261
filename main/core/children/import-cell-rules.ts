import { isDay } from '../sessions/local-day-rules.ts'
import { plainCell } from './plain-cell-rules.ts'

/** Oldest pupil, in years. */
const OLDEST = 20
/** Milliseconds. */
const DAY = 86_400_000

/**
 * A birthday: 2017-03-05, 2017、3、5, 二〇一七年三月五日, 2017/3/5, 2017.3.5, 20170305, 2017年3月5日, 5-Mar-2017, 3/25/2017, and 42799, the number of days by
 * which Excel and WPS keep it; also with a time or a day of the week behind. `today` is the local day; later days and those
 * of more than 20 years ago are slips. Null for what cannot be read; 3/5/2017 may be two days and is not guessed.
 */
export function birthdayFrom(typed: string, today: string): string | null {
  const text = inDigits(plainCell(typed))
    .replace(/[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:AM|PM|Z)?$/iu, '')
    .replace(/\s*\(?(?:星期|周)[一二三四五六日天]\)?$/u, '')
  const day = written(text) ?? counted(text)
  if (day === null) return null
  const oldest = `${String(Number(today.slice(0, 4)) - OLDEST).padStart(4, '0')}${today.slice(4)}`
  return isDay(day) && day <= today && day >= oldest ? day : null
}

function written(text: string): string | null {
  const match =
    /^(\d{4})\s*[-/.年、。,·\s]\s*(\d{1,2})\s*[-/.月、。,·\s]\s*(\d{1,2})\s*[日号.。]?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:\.0*)?$/.exec(text)
  if (match) return dayOf(match[1], match[2], match[3])
  const [, first, second, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  if (year !== undefined) {
    // 3/25 and 25/3 say themselves which is the month
    if (Number(second) > 12) return dayOf(year, first, second)
    return Number(first) > 12 || first === second ? dayOf(year, second, first) : null
  }
  const named = /^(\d{1,2})[-\s]([a-z]{3})[a-z]*\.?[-\s,]+(\d{4})$/iu.exec(text)
  const month = months.indexOf((named?.[2] ?? '').toLowerCase()) + 1
  return named && month > 0 ? dayOf(named[3], String(month), named[1]) : null
}

/** 二〇一七年三月二十五日 as digits; other texts stay. */
function inDigits(text: string): string {
  const match =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/u.exec(
      text,
    )
  const [, year = '', month = '', day = ''] = match ?? []
  return match ? `${Array.from(year, digitOf).join('')}-${tensOf(month)}-${tensOf(day)}` : text
}

const digitOf = (numeral: string): number => Math.max(0, '零一二三四五六七八九'.indexOf(numeral))

/** 三, 十, 十二, 二十, 三十一. */
function tensOf(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  return (text.includes('十') ? (tens === '' ? 10 : digitOf(tens ?? '') * 10) : 0) + digitOf(ones ?? '')
}

/** Whether this is a day as Excel and WPS count them: a list that was saved with its cells as numbers. */
export const isCounted = (typed: string): boolean => counted(plainCell(typed)) !== null

/** Days since 30 December 1899, as Excel and WPS count them after February 1900. */
function counted(text: string): string | null {
  if (!/^[34]\d{4}(?:\.\d+)?$/.test(text)) return null
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * DAY).toISOString().slice(0, 10)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const dayOf = (year = '', month = '', day = ''): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** Empty or up to 999: a place in the class register, which begins again in each class and tells no child from another. */
export function isRegisterNumber(typed: string): boolean {
  return /^\d{0,3}$/.test(plainCell(typed))
}
