import '../backup/backup.css'
import { useState } from 'react'
import type { FoundBackup } from '#contract/backups.ts'
import { Button, Notice, Progress, SetupPage } from '#ui/staff.ts'
import { useDo } from '../../api/query.tsx'
import { FoundChoice } from '../backup/found-choice.tsx'
import { emptyPapers, isTyped, PaperFields, type Typed } from '../backup/paper-fields.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import type { SetupStepProps } from './setup-answers.ts'

/** The room of a PC that broke, from its stick and the paper of the safe. The staff window closes when it stands. */
export function RestoreStep({ frame, back }: Pick<SetupStepProps, 'frame' | 'back'>) {
  const { t } = useWords()
  const [chosen, choose] = useState<FoundBackup>()
  const [isSplit, split] = useState(false)
  const [papers, setPapers] = useState<Typed>(emptyPapers(1))
  const restore = useDo('backups.restore')
  const go = () => {
    if (!chosen) return
    const { place, folder, number } = chosen
    restore.go({ place, folder, number, typed: papers.map((lines) => [...lines]) })
  }
  return (
    <SetupPage
      {...frame}
      title={t('backups.restore-title')}
      sub={t('backups.restore-sub')}
      footer={
        <>
          <Button label={t('setup.back')} large icon="arrow-left" disabled={restore.busy} onPress={back} />
          <Button
            label={t('backups.restore-go')}
            look="main"
            large
            className="end"
            busy={restore.busy}
            disabled={!chosen || !isTyped(papers)}
            onPress={go}
          />
        </>
      }
    >
      <FoundChoice from="backups.foundAtSetup" chosen={chosen} onChoose={choose} />
      {chosen && (
        <>
          <div className="backup-kinds" role="radiogroup" aria-label={t('backups.key')}>
            {([false, true] as const).map((one) => (
              <label key={`${one}`}>
                <input
                  type="radio"
                  name="kind"
                  checked={isSplit === one}
                  onChange={() => {
                    split(one)
                    setPapers(emptyPapers(one ? 2 : 1))
                  }}
                />
                <b>{t(one ? 'backups.make-two' : 'backups.make-one')}</b>
              </label>
            ))}
          </div>
          <PaperFields papers={papers} onChange={setPapers} />
        </>
      )}
      {restore.busy && <Progress label={t('backups.restore-busy')} />}
      {restore.refusal && <Notice tone="bad" title={refusalWords(t, restore.refusal)} />}
      <p>{t('backups.restore-diary')}</p>
    </SetupPage>
  )
}
