import { useState } from 'react'
import type { ChildRow } from '#contract/children.ts'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** Takes a child off the wall of faces, after asking. What the child did stays in the log. */
export function RemoveChild({ child, onDone }: { readonly child: ChildRow; readonly onDone: () => void }) {
  const { t } = useWords()
  const [asking, ask] = useState(false)
  const remove = useDo('children.remove', { stale: ['children.list', 'children.classes'], done: onDone })
  return (
    <>
      <Button label={t('children.remove')} look="ghost" icon="user-minus" onPress={() => ask(true)} />
      <Dialog
        open={asking}
        asking
        title={t('children.remove-title', { name: child.name })}
        closeLabel={t('children.close')}
        onClose={() => ask(false)}
        actions={
          <>
            <Button label={t('children.cancel')} onPress={() => ask(false)} />
            <Button
              label={t('children.remove')}
              look="main"
              busy={remove.busy}
              onPress={() => remove.go({ id: child.id })}
            />
          </>
        }
      >
        <p>{t('children.remove-hint')}</p>
        {remove.refusal && <Notice tone="care" title={refusalWords(t, remove.refusal)} />}
      </Dialog>
    </>
  )
}
