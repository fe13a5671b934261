import { lineAt } from '#core/children/import-place-rules.ts'
import { useWords } from '../words.ts'

/** A line of a list as staff find it in their table: its number, and the block where several stand side by side. */
export function useLineWord(): (place: number) => string {
  const { t } = useWords()
  return (place) => {
    const { line, block } = lineAt(place)
    return block === 1 ? String(line) : t('import.line-of-block', { line, block })
  }
}
