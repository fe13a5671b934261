import { useState } from 'react'
import type { RightsLook } from '#contract/rights.ts'
import { Button, Dialog, Notice, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { firstAsker, WhoAsked } from './who-asked.tsx'

/** Writes down what a guardian wants corrected, in the guardian's words. */
export function CorrectionDialog({
  look,
  onClose,
}: {
  readonly look: RightsLook
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [asker, setAsker] = useState(() => firstAsker(look))
  const [wish, setWish] = useState('')
  const ask = useDo('rights.askCorrection', { stale: ['rights.look', 'rights.open'], done: onClose })
  return (
    <Dialog
      open
      asking
      title={t('rights.correct-title')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.cancel')} onPress={onClose} />
          <Button
            label={t('rights.correct-save')}
            look="main"
            disabled={wish.trim() === ''}
            busy={ask.busy}
            onPress={() => ask.go({ childId: look.child.id, ...asker, wish: wish.trim() })}
          />
        </>
      }
    >
      <TextField
        label={t('rights.correct-wish')}
        hint={t('rights.correct-wish-hint')}
        value={wish}
        onChange={setWish}
        maxLength={500}
        autoFocus
      />
      <WhoAsked look={look} asker={asker} onChange={setAsker} />
      <p>{t('rights.correct-how')}</p>
      {ask.refusal && <Notice tone="care" title={refusalWords(t, ask.refusal)} />}
    </Dialog>
  )
}
