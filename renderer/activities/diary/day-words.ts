import type { Language } from '#contract/setup.ts'

// Each costs a slow computer several ms to make, and a list of pages asks for dozens.
const made = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const known = made.get(key) ?? new Intl.DateTimeFormat(language, options)
  made.set(key, known)
  return known
}

/** A local day (YYYY-MM-DD) as it is said: day and month, weekday, month and year. */
export function dayWords(day: string, language: Language) {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(year, month - 1, date)
  const format = (options: Intl.DateTimeFormatOptions) => formatOf(language, options).format(at)
  return {
    day: format({ month: 'long', day: 'numeric' }),
    /** For a small card. */
    short: format({ month: 'short', day: 'numeric' }),
    weekday: format({ weekday: 'long' }),
    month: format({ year: 'numeric', month: 'long' }),
  }
}

/** The short name of a month (1 to 12), where its year is said elsewhere. */
export const monthWord = (month: number, language: Language): string =>
  formatOf(language, { month: 'short' }).format(new Date(2024, month - 1, 1))
