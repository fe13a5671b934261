import { useState } from 'react'
import { Button, Notice, TextField } from '#ui/staff.ts'
import type { StaffPerson } from '#contract/people.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { NewPin, useNewPin } from './new-pin.tsx'

interface RecoverProps {
  readonly person: StaffPerson
  readonly onBack: () => void
  /** The key has been used up; this one takes its place. */
  readonly onNewKey: (recoveryKey: string) => void
}

/** The recovery key from the paper, and a new PIN. */
export function Recover({ person, onBack, onNewKey }: RecoverProps) {
  const { t } = useWords()
  const [key, setKey] = useState('')
  const pin = useNewPin()
  const recover = useDo('staff.recover', { done: ({ recoveryKey }) => onNewKey(recoveryKey) })
  return (
    <form
      className="recover"
      onSubmit={(event) => {
        event.preventDefault()
        if (pin.ready) recover.go({ id: person.id, recoveryKey: key.trim(), pin: pin.value })
      }}
    >
      <h2>{t('sign-in.recover', { name: person.name })}</h2>
      <p>{t('sign-in.recover-hint')}</p>
      <TextField label={t('sign-in.key')} value={key} onChange={setKey} maxLength={64} large autoFocus />
      <NewPin pin={pin} />
      {recover.refusal && <Notice tone="care" title={refusalWords(t, recover.refusal)} />}
      <p className="recover-actions">
        <Button label={t('sign-in.recover-back')} large onPress={onBack} />
        <Button
          label={t('sign-in.recover-go')}
          look="main"
          large
          type="submit"
          busy={recover.busy}
          disabled={!pin.ready || key.trim().length < 8}
        />
      </p>
    </form>
  )
}
