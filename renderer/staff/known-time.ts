import { useWords } from './words.ts'

/** Words for a time (UTC ms) in lists of staff: a date is shown only where it is believed, null says that it is not. */
export function useKnownTime(options: Intl.DateTimeFormatOptions): (at: number | null) => string {
  const { t, language } = useWords()
  const format = new Intl.DateTimeFormat(language, options)
  return (at) => (at === null ? t('table.no-date') : format.format(at))
}
