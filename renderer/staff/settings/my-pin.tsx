import { useState } from 'react'
import { Button, Notice, Panel, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { NewPin, useNewPin } from '../sign-in/new-pin.tsx'

/** The PIN of whoever is signed in. */
export function MyPin() {
  const { t } = useWords()
  const [old, setOld] = useState('')
  const pin = useNewPin()
  const change = useDo('staff.changeMyPin', {
    done: () => {
      setOld('')
      pin.setFirst('')
      pin.setSecond('')
    },
  })
  return (
    <Panel title={t('settings.my-pin')} inset>
      <form
        className="settings-pin"
        onSubmit={(event) => {
          event.preventDefault()
          if (pin.ready && old !== '') change.go({ old, pin: pin.value })
        }}
      >
        <TextField
          label={t('settings.old-pin')}
          type="password"
          inputMode="numeric"
          maxLength={12}
          value={old}
          onChange={setOld}
          large
        />
        <NewPin pin={pin} />
        {change.refusal && <Notice tone="care" title={refusalWords(t, change.refusal)} />}
        {change.value !== undefined && !change.busy && !change.refusal && pin.first === '' && (
          <Notice tone="good" title={t('settings.pin-changed')} />
        )}
        <Button
          label={t('settings.change-pin')}
          type="submit"
          busy={change.busy}
          disabled={!pin.ready || old.length < 6}
        />
      </form>
    </Panel>
  )
}
