import { useState } from 'react'
import { Button, CheckBox, Dialog } from '#ui/staff.ts'
import { useWords } from '../words.ts'

/** A recovery key, shown once: it closes only when somebody says that it is on paper, for nothing brings it back. */
export function RecoveryKeyDialog({
  recoveryKey,
  onKept,
}: {
  readonly recoveryKey: string
  readonly onKept: () => void
}) {
  const { t } = useWords()
  const [kept, keep] = useState(false)
  return (
    <Dialog
      open
      asking
      title={t('setup.key')}
      closeLabel={t('children.close')}
      actions={<Button label={t('papers.done')} look="main" disabled={!kept} onPress={onKept} />}
    >
      <output className="recovery-key" aria-label={t('setup.key')}>
        {recoveryKey}
      </output>
      <p>{t('setup.key-why')}</p>
      <CheckBox checked={kept} onChange={keep}>
        {t('setup.key-kept')}
      </CheckBox>
    </Dialog>
  )
}
