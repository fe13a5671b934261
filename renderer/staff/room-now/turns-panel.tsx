import { useState } from 'react'
import { Chip, EmptyState, Notice, Panel } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useWords } from '../../i18n/use-words.tsx'
import { localDay } from '../report/local-day.ts'

/** As many as stand beside the seat without scrolling. */
const most = 8

/** Who has been here today, the latest first. */
export function TurnsPanel() {
  const { t, language } = useWords()
  const [day] = useState(() => localDay(new Date()))
  const turns = useAnswer('usage.sessions', { page: 0 }, { fresh: true })
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false })
  const today = turns.value?.rows.filter(({ startedAt }) => localDay(new Date(startedAt)) === day)
  return (
    <Panel title={t('room-now.turns')}>
      {turns.refusal && <Notice tone="bad" title={refusalWords(t, turns.refusal)} />}
      {today?.length === 0 && <EmptyState title={t('room-now.no-turns')} />}
      <ul className="turns">
        {today?.slice(0, most).map((turn) => (
          <li key={turn.id}>
            <p>
              <b>{turn.childName}</b>
              <small>
                {turn.classLabel} · {clock.format(turn.startedAt)}
              </small>
            </p>
            {turn.end === null ? (
              <Chip tone="good">{t('report.running')}</Chip>
            ) : (
              <>
                <span>{t('room-now.left', { minutes: Math.round(turn.lengthMs / 60_000) })}</span>
                <Chip {...(turn.cut ? { tone: 'care' as const } : {})}>
                  {t(`report.end-reason.${turn.end}`)}
                </Chip>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
