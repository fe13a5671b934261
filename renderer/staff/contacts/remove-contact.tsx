import { useState } from 'react'
import type { ContactCard } from '#contract/contacts.ts'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { staleFamily, useRelativeName } from './contact-words.ts'

/** Takes a relative off for good, after asking. */
export function RemoveContact({
  childId,
  contact,
}: {
  readonly childId: string
  readonly contact: ContactCard
}) {
  const { t } = useWords()
  const nameOf = useRelativeName()
  const [asking, ask] = useState(false)
  const remove = useDo('contacts.remove', { stale: staleFamily })
  return (
    <>
      <Button label={t('contacts.remove')} look="ghost" icon="trash" square onPress={() => ask(true)} />
      <Dialog
        open={asking}
        asking
        title={t('contacts.remove-title', { name: nameOf(contact) })}
        closeLabel={t('children.close')}
        onClose={() => ask(false)}
        actions={
          <>
            <Button label={t('children.cancel')} onPress={() => ask(false)} />
            <Button
              label={t('contacts.remove')}
              look="main"
              busy={remove.busy}
              onPress={() => remove.go({ childId, contactId: contact.id })}
            />
          </>
        }
      >
        <p>{t('contacts.remove-hint')}</p>
        {remove.refusal && <Notice tone="care" title={refusalWords(t, remove.refusal)} />}
      </Dialog>
    </>
  )
}
