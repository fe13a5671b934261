import { useState } from 'react'
import { Button, Notice, Panel, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { RecoveryKeyDialog } from '../sign-in/recovery-key-dialog.tsx'

/** The paper with the recovery key is lost: a coordinator makes another, and the old one opens nothing any more. */
export function NewKey() {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const make = useDo('staff.newRecoveryKey', { done: () => setPin('') })
  return (
    <Panel title={t('settings.key')} inset>
      <form
        className="settings-pin"
        onSubmit={(event) => {
          event.preventDefault()
          if (pin.length >= 6) make.go({ pin })
        }}
      >
        <p>{t('settings.key-hint')}</p>
        <TextField
          label={t('settings.old-pin')}
          type="password"
          inputMode="numeric"
          maxLength={12}
          value={pin}
          onChange={setPin}
        />
        {make.refusal && <Notice tone="care" title={refusalWords(t, make.refusal)} />}
        <Button label={t('settings.key-new')} type="submit" busy={make.busy} disabled={pin.length < 6} />
      </form>
      {make.value && <RecoveryKeyDialog recoveryKey={make.value.recoveryKey} onKept={make.reset} />}
    </Panel>
  )
}
