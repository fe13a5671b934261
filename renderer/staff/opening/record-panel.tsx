import { useState } from 'react'
import type { OpeningChain, OpeningEntry } from '#contract/openings.ts'
import { Button, Chip, EmptyState, Notice, Panel } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useKnownTime } from '../known-time.ts'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { ReportDialog } from './report-dialog.tsx'
import { Reports } from './reports.tsx'
import { useDayWords } from './use-day-words.ts'

/** Every opening there was, for good, and whether somebody changed what is written. */
export function RecordPanel() {
  const { t } = useWords()
  const record = useAnswer('openings.record', undefined, { fresh: true })
  const chain = record.value?.chain
  return (
    <Panel
      title={t('opening.record.title')}
      right={chain?.whole && <Chip tone="good">{t('opening.record.whole', { entries: chain.entries })}</Chip>}
    >
      {record.refusal && <Notice tone="bad" title={refusalWords(t, record.refusal)} />}
      {chain && !chain.whole && <Broken chain={chain} />}
      {chain?.whole && chain.seal !== null && (
        <p className="opening-seal">{t('opening.record.seal', { seal: chain.seal })}</p>
      )}
      {record.value?.entries.length === 0 && <EmptyState title={t('opening.record.none')} />}
      <ul className="opening-record">
        {record.value?.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </Panel>
  )
}

function Broken({ chain: { number, fault } }: { readonly chain: OpeningChain & { readonly whole: false } }) {
  const { t } = useWords()
  return (
    <Notice
      tone="bad"
      title={t('opening.record.broken', { number, fault: t(`opening.record.fault.${fault}`) })}
    />
  )
}

function Entry({ entry }: { readonly entry: OpeningEntry }) {
  const { t } = useWords()
  const when = useKnownTime({ dateStyle: 'medium', timeStyle: 'short' })
  const day = useDayWords()
  const [reporting, setReporting] = useState(false)
  const days = entry.from === entry.to ? day(entry.from) : `${day(entry.from)} – ${day(entry.to)}`
  return (
    <li>
      <p>
        <b>{entry.number}</b>
        <span>{when(entry.clockWrong ? null : entry.at)}</span>
        <span>{entry.childName ?? t('opening.record.gone-child')}</span>
        <span>{entry.adults.join('、')}</span>
        <Chip tone={entry.told ? 'good' : 'care'}>
          {t(entry.told ? 'opening.record.told' : 'opening.record.untold')}
        </Chip>
      </p>
      <p>
        <b>{t(`opening.reason.${entry.reason}`)}</b>
        <span>{entry.words ?? t('opening.record.gone-words')}</span>
      </p>
      <p className="soft">
        {[
          t('opening.day', { day: days, count: entry.pages }),
          t('opening.minutes', { minutes: entry.minutes }),
          entry.end === null ? t('opening.record.end-open') : t(`opening.record.ended.${entry.end}`),
        ].join(' · ')}
        <Button label={t('opening.report.mark')} onPress={() => setReporting(true)} />
      </p>
      <Reports reports={entry.reports} />
      {reporting && <ReportDialog id={entry.id} onClose={() => setReporting(false)} />}
    </li>
  )
}
