import { useState } from 'react'
import { Button, Notice, Panel, TextField } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** Nothing while all is well: else that diaries are shut at this seat, or would be at another one, and what to do. */
export function DiaryKeys() {
  const { t } = useWords()
  const look = useAnswer('keys.look', undefined, { fresh: true })
  const [recoveryKey, setRecoveryKey] = useState('')
  const open = useDo('keys.open', { stale: ['keys.look'], done: () => setRecoveryKey('') })
  const { shut = 0, unrescued = 0, renewPaper = false } = look.value ?? {}
  if (shut === 0 && unrescued === 0 && !renewPaper && !open.value) return null
  const isLong = recoveryKey.length >= 8
  return (
    <Panel title={t('settings.diaries')} inset>
      {shut > 0 && (
        <form
          className="settings-pin"
          onSubmit={(event) => {
            event.preventDefault()
            if (isLong) open.go({ recoveryKey })
          }}
        >
          <p>{t('settings.diaries-shut', { count: shut })}</p>
          <TextField
            label={t('settings.key')}
            maxLength={64}
            autoComplete="off"
            value={recoveryKey}
            onChange={setRecoveryKey}
          />
          {open.refusal && <Notice tone="care" title={refusalWords(t, open.refusal)} />}
          <Button label={t('settings.diaries-open')} type="submit" busy={open.busy} disabled={!isLong} />
        </form>
      )}
      {open.value && (
        <Notice tone="good" title={t('settings.diaries-opened', { count: open.value.opened })} />
      )}
      {renewPaper && <p>{t('settings.diaries-renew-paper')}</p>}
      {unrescued > 0 && <p>{t('settings.diaries-unrescued', { count: unrescued })}</p>}
    </Panel>
  )
}
