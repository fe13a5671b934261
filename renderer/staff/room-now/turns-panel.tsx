import { useState } from 'react'
import { Chip, EmptyState, Notice, Panel } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { localDay } from '../report/local-day.ts'

/** As many as stand beside the seat without scrolling. */
const most = 8

/** Who has been here today, the latest first. */
export function TurnsPanel() {
  const { t, language } = useWords()
  const [day] = useState(() => localDay(new Date()))
  const turns = useAnswer('usage.sessions', { page: 0 }, { fresh: true })
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false })
  const rows = turns.value?.rows
  const before = rows?.findIndex((turn) => !turn.clockWrong && localDay(new Date(turn.startedAt)) !== day)
  // Those whose time is not known stand where they were written: before the last that is known to be of another day.
  const today = before === -1 ? rows : rows?.slice(0, before)
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
                {turn.classLabel} · {turn.clockWrong ? t('report.clock-wrong') : clock.format(turn.startedAt)}
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
