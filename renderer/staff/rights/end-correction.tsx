import { useState } from 'react'
import type { RightsRequest } from '#contract/rights.ts'
import { Button, Dialog, Notice, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

interface EndCorrectionProps {
  readonly childId: string
  readonly request: RightsRequest
  readonly outcome: 'done' | 'refused'
  readonly onClose: () => void
}

/** Ends a correction: what changed since it was asked is kept with it, or why nothing was changed. */
export function EndCorrection({ childId, request, outcome, onClose }: EndCorrectionProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const end = useDo('rights.endCorrection', { stale: ['rights.look', 'rights.open'], done: onClose })
  const isRefused = outcome === 'refused'
  return (
    <Dialog
      open
      asking
      title={t(isRefused ? 'rights.correct-refuse-title' : 'rights.correct-done')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('children.cancel')} onPress={onClose} />
          <Button
            label={t(isRefused ? 'rights.correct-refuse' : 'rights.correct-done')}
            look="main"
            disabled={isRefused && reason.trim() === ''}
            busy={end.busy}
            onPress={() => end.go({ childId, id: request.id, outcome, reason: reason.trim() })}
          />
        </>
      }
    >
      <p>
        <q>{request.wish}</q>
      </p>
      {isRefused ? (
        <TextField
          label={t('rights.correct-reason')}
          hint={t('rights.correct-reason-hint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          autoFocus
        />
      ) : (
        <p>{t('rights.correct-how')}</p>
      )}
      {end.refusal && <Notice tone="care" title={refusalWords(t, end.refusal)} />}
    </Dialog>
  )
}
