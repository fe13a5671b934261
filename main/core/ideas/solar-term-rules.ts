/** A local day, YYYY-MM-DD. */
export type Day = string

/** The 24 terms of the sun, in the order of a calendar year; the first falls early in January. */
export const terms = [
  'xiao-han', 'da-han', 'li-chun', 'yu-shui', 'jing-zhe', 'chun-fen', 'qing-ming', 'gu-yu', 'li-xia', 'xiao-man',
  'mang-zhong', 'xia-zhi', 'xiao-shu', 'da-shu', 'li-qiu', 'chu-shu', 'bai-lu', 'qiu-fen', 'han-lu', 'shuang-jiang',
  'li-dong', 'xiao-xue', 'da-xue', 'dong-zhi',
] as const // prettier-ignore
export type Term = (typeof terms)[number]

/** Where each term falls in the years 2001 to 2099, days of its month, before leap years are taken off (a common approximation). */
const constants = [
  5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37, 7.108, 22.83, 7.5, 23.13, 7.646, 23.042,
  8.318, 23.438, 7.438, 22.36, 7.18, 21.94,
] // prettier-ignore
/** Days by which the approximation is wrong, by year and term. */
const off: Readonly<Record<string, number>> = {
  '2019 xiao-han': -1, '2082 da-han': 1, '2026 yu-shui': -1, '2084 chun-fen': 1, '2008 xiao-man': 1, '2016 xiao-shu': 1,
  '2002 li-qiu': 1, '2089 shuang-jiang': 1, '2089 li-dong': 1, '2021 dong-zhi': -1,
} // prettier-ignore

const DAY = 86_400_000

/** The day on which a term begins, in China; years 2001 to 2099. */
export function beginOf(term: Term, year: number): Day {
  const number = terms.indexOf(term)
  const short = year % 100
  const leaps = Math.floor((number < 4 ? short - 1 : short) / 4)
  const day = Math.floor(short * 0.2422 + (constants[number] ?? 0)) - leaps + (off[`${year} ${term}`] ?? 0)
  return new Date(Date.UTC(year, Math.floor(number / 2), day)).toISOString().slice(0, 10)
}

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The term that a day lies in: how many days ago it began, which one follows, and in how many days. */
export function termOf(day: Day): {
  readonly term: Term
  readonly since: number
  readonly next: Term
  readonly nextIn: number
} {
  const year = Number(day.slice(0, 4))
  const begins = [year - 1, year, year + 1].flatMap((of) =>
    terms.map((term) => ({ term, begin: beginOf(term, of) })),
  )
  const last = begins.findLastIndex(({ begin }) => begin <= day)
  const [now, next] = [begins[last], begins[last + 1]]
  if (!now || !next) throw new Error(`No term of the sun is known for ${day}`)
  return {
    term: now.term,
    since: daysBetween(now.begin, day),
    next: next.term,
    nextIn: daysBetween(day, next.begin),
  }
}
