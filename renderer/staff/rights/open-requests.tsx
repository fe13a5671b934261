import { Button, Notice } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../words.ts'

/** The coordinator learns of what guardians asked where children are looked for; the oldest first. */
export function OpenRequests({ onOpen }: { readonly onOpen: (childId: string) => void }) {
  const { t } = useWords()
  const open = useAnswer('rights.open', undefined)
  const [first] = open.value ?? []
  if (!first) return null
  return (
    <Notice
      tone="note"
      title={t('rights.open-notice', { count: open.value?.length ?? 0 })}
      action={
        <Button label={t('rights.open-look', { name: first.name })} onPress={() => onOpen(first.childId)} />
      }
    />
  )
}
