import type { Language } from '#contract/setup.ts'

/** A local day (YYYY-MM-DD) as it is said: day and month, weekday, month and year. */
export function dayWords(day: string, language: Language) {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(year, month - 1, date)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, options).format(at)
  return {
    day: format({ month: 'long', day: 'numeric' }),
    /** For a small card. */
    short: format({ month: 'short', day: 'numeric' }),
    weekday: format({ weekday: 'long' }),
    month: format({ year: 'numeric', month: 'long' }),
  }
}
