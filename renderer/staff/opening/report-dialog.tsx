import { useState } from 'react'
import { reportTargets, type ReportTarget } from '#contract/opening-reasons.ts'
import { Button, Dialog, Notice, Select, TextField } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'

/** Writes into the record of openings that it was reported: to whom, at what time. */
export function ReportDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useWords()
  const [to, setTo] = useState<ReportTarget>('police')
  const [said, setSaid] = useState(() => clockNow())
  const report = useDo('openings.report', { stale: ['openings.now', 'openings.record'], done: onClose })
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(said)
  return (
    <Dialog
      open
      asking
      title={t('opening.report.title')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        <>
          <Button label={t('opening.cancel')} onPress={onClose} />
          <Button
            label={t('opening.report.save')}
            look="main"
            disabled={!isTime}
            busy={report.busy}
            onPress={() => report.go({ id, to, said })}
          />
        </>
      }
    >
      <Select
        label={t('opening.report.to')}
        items={reportTargets.map((each) => ({ id: each, label: t(`opening.report.target.${each}`) }))}
        chosen={to}
        onChoose={(chosen) => setTo(reportTargets.find((each) => each === chosen) ?? 'police')}
      />
      <TextField
        label={t('opening.report.when')}
        hint={t('opening.report.when-hint')}
        value={said}
        onChange={setSaid}
        maxLength={5}
      />
      <p>{t('opening.report.for-good')}</p>
      {report.refusal && <Notice tone="bad" title={refusalWords(t, report.refusal)} />}
    </Dialog>
  )
}

/** As the wall says, `HH:MM`. */
const clockNow = (): string => new Date().toTimeString().slice(0, 5)
