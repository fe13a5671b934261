import { Button } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { MistakeSheet } from '../papers/mistake-sheet.tsx'

/** Prints the book of mistakes of one child, all activities. */
export function ChildSheet({ childId, name }: { readonly childId: string; readonly name: string }) {
  const { t } = useWords()
  const book = useAnswer('learning.mistakesOf', { childId }, { fresh: true })
  const print = useDo('files.print')
  const rows = book.value ?? []
  return (
    <>
      <Button
        icon="printer"
        label={t('learning.print-mistakes')}
        disabled={rows.length === 0}
        busy={print.busy}
        onPress={() => print.go()}
      />
      {rows.length > 0 && <MistakeSheet title={t('children.mistakes-title', { name })} rows={rows} />}
    </>
  )
}
