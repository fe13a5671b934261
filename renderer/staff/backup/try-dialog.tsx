import { useState } from 'react'
import type { FoundBackup } from '#contract/backups.ts'
import { Button, Dialog, Notice, Progress } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { FoundChoice } from './found-choice.tsx'
import { emptyPapers, isTyped, PaperFields, type Typed } from './paper-fields.tsx'

interface TryDialogProps {
  readonly isSplit: boolean
  /** 0 to 1 while it is tried. */
  readonly running: number | null
  readonly onClose: () => void
}

/** Takes a backup out with the paper, beside the room, and counts it. */
export function TryDialog({ isSplit, running, onClose }: TryDialogProps) {
  const { t } = useWords()
  const [chosen, choose] = useState<FoundBackup>()
  const [papers, setPapers] = useState<Typed>(emptyPapers(isSplit ? 2 : 1))
  const trial = useDo('backups.tryOut', { stale: ['backups.look', 'health.look'], done: onClose })
  const go = () => {
    if (!chosen) return
    const { place, folder, number } = chosen
    trial.go({ place, folder, number, typed: papers.map((lines) => [...lines]) })
  }
  return (
    <Dialog
      open
      title={t('backups.try-title')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <Button
          label={t('backups.try-go')}
          look="main"
          busy={trial.busy}
          disabled={!chosen || !isTyped(papers)}
          onPress={go}
        />
      }
    >
      <p>{t('backups.try-hint')}</p>
      <FoundChoice from="backups.found" chosen={chosen} onChoose={choose} />
      {chosen && <PaperFields papers={papers} onChange={setPapers} />}
      {trial.busy && <Progress label={t('backups.running')} value={running ?? 0} />}
      {trial.refusal && <Notice tone="bad" title={refusalWords(t, trial.refusal)} />}
    </Dialog>
  )
}
