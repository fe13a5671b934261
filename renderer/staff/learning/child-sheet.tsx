import { useState } from 'react'
import { Button, Select } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { MistakeSheet } from '../papers/mistake-sheet.tsx'
import { useNames } from './use-names.ts'

/** Prints the book of mistakes of one child, of all activities or of one. */
export function ChildSheet({ childId, name }: { readonly childId: string; readonly name: string }) {
  const { t } = useWords()
  const names = useNames()
  const book = useAnswer('learning.mistakesOf', { childId }, { fresh: true })
  const print = useDo('files.print')
  const [wanted, want] = useState('')
  const all = book.value ?? []
  const activities = [...new Set(all.map(({ activity }) => activity))]
  const chosen = activities.includes(wanted) ? wanted : ''
  const rows = chosen === '' ? all : all.filter(({ activity }) => activity === chosen)
  const title = t('children.mistakes-title', { name })
  return (
    <>
      {activities.length > 1 && (
        <Select
          label={t('learning.activity')}
          items={[
            { id: '', label: t('learning.all-mistakes') },
            ...activities.map((id) => ({ id, label: names.activity(id) })),
          ]}
          chosen={chosen}
          onChoose={want}
        />
      )}
      <Button
        icon="printer"
        label={t('learning.print-mistakes')}
        disabled={rows.length === 0}
        busy={print.busy}
        onPress={() => print.go()}
      />
      {rows.length > 0 && (
        <MistakeSheet title={chosen === '' ? title : `${title}  ${names.activity(chosen)}`} rows={rows} />
      )}
    </>
  )
}
