import { useWords } from '../words.ts'

/** A local day (YYYY-MM-DD) as staff read it: day, month, weekday. */
export function useDayWords(): (day: string) => string {
  const { language } = useWords()
  const format = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'short' })
  return (day) => {
    const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
    return format.format(new Date(year, month - 1, date))
  }
}
