import { useWords } from './words.ts'

/** The words that every table's pager needs. */
export function useTableWords() {
  const { t } = useWords()
  return {
    previous: t('table.previous'),
    next: t('table.next'),
    range: (from: number, to: number, of: number) => t('table.range', { from, to, of }),
  }
}
