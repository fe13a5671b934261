import { useState } from 'react'
import { Panel } from '#ui/staff.ts'
import { useAnswer } from '../../api/query.tsx'
import { useWords } from '../words.ts'
import { localDay } from '../report/local-day.ts'

/** The day in three numbers. */
export function TodayPanel() {
  const { t } = useWords()
  const [day] = useState(() => localDay(new Date()))
  const report = useAnswer('usage.report', { unit: 'day', day }, { fresh: true })
  const figures = [
    { id: 'came', value: report.value?.came },
    { id: 'sessions', value: report.value?.sessions },
    { id: 'minutes', value: report.value && Math.round(report.value.minutes) },
  ] as const
  return (
    <Panel tone="calm" title={t('room-now.today')} inset>
      <dl className="today">
        {figures.map(({ id, value }) => (
          <div key={id}>
            <dt>{t(`room-now.figure.${id}`)}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
