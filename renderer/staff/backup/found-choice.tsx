import '../papers/papers.css'
import { useState } from 'react'
import type { FoundBackup } from '#contract/backups.ts'
import { Button, EmptyState, Icon, Waiting } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWhen } from '../health/lamp-words.ts'
import { useWords } from '../words.ts'

interface FoundChoiceProps {
  readonly from: 'backups.found' | 'backups.foundAtSetup'
  readonly chosen: FoundBackup | undefined
  readonly onChoose: (found: FoundBackup) => void
}

/** How large, in words. */
export function useSize(): (bytes: number) => string {
  const { language } = useWords()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return (bytes) => (bytes >= 1e9 ? `${number.format(bytes / 1e9)} GB` : `${number.format(bytes / 1e6)} MB`)
}

const MOST = 8

/** The backups on the sticks that are in, and in the seat's documents. */
export function FoundChoice({ from, chosen, onChoose }: FoundChoiceProps) {
  const { t } = useWords()
  const when = useWhen()
  const size = useSize()
  const found = useAnswer(from, undefined, { fresh: true })
  const [all, showAll] = useState(false)
  const list = found.value ?? []
  if (found.waiting) return <Waiting label={t('backups.looking')} />
  return (
    <>
      {list.length === 0 && <EmptyState title={t('backups.found-none')} />}
      <ul className="place-list backup-found">
        {list.slice(0, all ? undefined : MOST).map((one) => (
          <li key={`${one.place}/${one.folder}/${one.number}`}>
            <button type="button" aria-pressed={one === chosen} onClick={() => onChoose(one)}>
              <Icon name="hard-drives" weight="regular" />
              <b>{t('backups.number', { number: one.number })}</b>
              <small>
                {t('backups.one', {
                  place: one.placeName,
                  at: when(one.at, one.trusted),
                  size: size(one.bytes),
                })}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <div className="backup-again">
        {list.length > MOST && !all && (
          <Button label={`+ ${list.length - MOST}`} look="ghost" onPress={() => showAll(true)} />
        )}
        <Button label={t('backups.look-again')} look="ghost" icon="arrow-clockwise" onPress={found.again} />
      </div>
    </>
  )
}
