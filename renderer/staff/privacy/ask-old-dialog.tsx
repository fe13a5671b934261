import type { LeftChild } from '#contract/retention.ts'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** The word without which nothing goes: seven days are left to take it back. */
export function AskOldDialog({
  child,
  onClose,
}: {
  readonly child: LeftChild
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const day = useKnownTime({ dateStyle: 'long' })
  const ask = useDo('rights.askOld', {
    stale: ['rights.lookRetention', 'rights.look', 'rights.open'],
    done: onClose,
  })
  return (
    <Dialog
      open
      asking
      title={t('privacy.erase-title', { name: child.name })}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.cancel')} onPress={onClose} />
          <Button
            label={t('rights.erase-go')}
            look="danger"
            icon="timer"
            busy={ask.busy}
            onPress={() => ask.go({ childId: child.childId })}
          />
        </>
      }
    >
      <p>{t('privacy.erase-hint', { name: child.name, day: day(child.leftAt) })}</p>
      {ask.refusal && <Notice tone="care" title={refusalWords(t, ask.refusal)} />}
    </Dialog>
  )
}
