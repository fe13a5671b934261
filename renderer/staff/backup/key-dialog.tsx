import { useState } from 'react'
import { Button, Dialog, Notice } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { PaperActions } from '../papers/paper-actions.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { KeySheets } from './key-sheets.tsx'
import { emptyPapers, isTyped, PaperFields, type Typed } from './paper-fields.tsx'

interface KeyDialogProps {
  /** There is a key already. */
  readonly isAnother: boolean
  readonly onClose: () => void
}

/** A key for the backups: what losing it means, then the key, once, then typed back from paper. Until then nothing has changed. */
export function KeyDialog({ isAnother, onClose }: KeyDialogProps) {
  const { t } = useWords()
  const [isSplit, split] = useState(false)
  const [typing, type] = useState(false)
  const [papers, setPapers] = useState<Typed>(emptyPapers(1))
  const room = useAnswer('room.look', undefined)
  const make = useDo('backups.makeKey', { done: (sheets) => setPapers(emptyPapers(sheets.length)) })
  const confirm = useDo('backups.confirmKey', { stale: ['backups.look', 'health.look'], done: onClose })
  const sheets = make.value
  const place = `${room.value?.school ?? ''} · ${room.value?.room ?? ''}`
  const refusal = make.refusal ?? confirm.refusal
  return (
    <Dialog
      open
      title={t('backups.make-title')}
      closeLabel={t('children.close')}
      onClose={onClose}
      actions={
        sheets ? (
          typing ? (
            <Button
              key="confirm"
              label={t('backups.confirm')}
              look="main"
              busy={confirm.busy}
              disabled={!isTyped(papers)}
              onPress={() => confirm.go({ typed: papers.map((lines) => [...lines]) })}
            />
          ) : (
            <Button key="next" label={t('backups.next')} look="main" onPress={() => type(true)} />
          )
        ) : (
          <Button
            key="make"
            label={t('backups.make-go')}
            look="main"
            icon="key"
            busy={make.busy}
            onPress={() => make.go({ isSplit })}
          />
        )
      }
    >
      {!sheets && (
        <>
          <Notice tone="care" title={t('backups.key-lost')}>
            <br />
            {t('backups.key-lost-hint')}
          </Notice>
          <div className="backup-kinds" role="radiogroup" aria-label={t('backups.make-title')}>
            {([false, true] as const).map((one) => (
              <label key={`${one}`}>
                <input type="radio" name="kind" checked={isSplit === one} onChange={() => split(one)} />
                <b>{t(one ? 'backups.make-two' : 'backups.make-one')}</b>
                <small>{t(one ? 'backups.make-two-hint' : 'backups.make-one-hint')}</small>
              </label>
            ))}
          </div>
          {isAnother && <p>{t('backups.make-old')}</p>}
        </>
      )}
      {sheets && !typing && (
        <>
          <p>{t('backups.print-first')}</p>
          <KeySheets sheets={sheets} place={place} />
          <PaperActions about="backup-key" />
        </>
      )}
      {sheets && typing && (
        <>
          <p>
            <b>{t('backups.type-back')}</b> {t('backups.type-hint')}
          </p>
          <PaperFields papers={papers} onChange={setPapers} />
        </>
      )}
      {refusal && <Notice tone="bad" title={refusalWords(t, refusal)} />}
    </Dialog>
  )
}
