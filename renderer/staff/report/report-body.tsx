import { lazy, Suspense } from 'react'
import type { Report, ReportQuestion } from '#contract/usage.ts'
import { Chip, EmptyState, Figure, Panel } from '#ui/staff.ts'
import { useWords } from '../words.ts'
import { ActivityShare } from './activity-share.tsx'
import { ReportTable } from './report-table.tsx'
import { SessionList } from './session-list.tsx'

// The chart library is the largest part of the console; it comes when a report is looked at.
const ReportChart = lazy(() => import('./report-chart.tsx'))

interface ReportBodyProps {
  readonly report: Report
  readonly question: ReportQuestion
  /** YYYY-MM-DD */
  readonly today: string
  readonly onAsk: (question: ReportQuestion) => void
}

/** Four figures, the chart, the table; for one child the list of turns. */
export function ReportBody({ report, question, today, onAsk }: ReportBodyProps) {
  const { t, language } = useWords()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const empty = report.sessions === 0 && report.minutes === 0
  return (
    <>
      <div className="figures">
        <Figure
          label={t('report.came')}
          value={number.format(report.came)}
          unit={t('report.of-children', { of: report.children })}
        />
        <Figure label={t('report.sessions')} value={number.format(report.sessions)} unit={t('report.times')}>
          {report.cutSessions > 0 && (
            <Chip tone="care">{t('report.cut', { count: report.cutSessions })}</Chip>
          )}
        </Figure>
        <Figure
          label={t('report.minutes')}
          value={number.format(report.minutes / 60)}
          unit={t('report.hours')}
        >
          {report.calls > 0 && (
            <Chip tone="call">
              {t('report.calls-talked', { calls: report.calls, minutes: Math.round(report.talkedMinutes) })}
            </Chip>
          )}
        </Figure>
        <Figure label={t('report.done')} value={number.format(report.sums)} unit={t('report.sums-unit')}>
          {report.diaryPages > 0 && (
            <Chip tone="diary">{t('report.diary-pages', { pages: report.diaryPages })}</Chip>
          )}
        </Figure>
      </div>
      {empty ? (
        <Panel>
          <EmptyState title={t('report.nothing')} hint={t('report.nothing-hint')} />
        </Panel>
      ) : (
        <>
          <div className="report-charts">
            <Suspense fallback={<Panel className="chart-place">{null}</Panel>}>
              <ReportChart report={report} unit={question.unit} today={today} />
            </Suspense>
            <ActivityShare report={report} unit={question.unit} />
          </div>
          {question.childId === undefined && (
            <ReportTable report={report} question={question} onAsk={onAsk} />
          )}
        </>
      )}
      {question.childId !== undefined && <SessionList childId={question.childId} />}
    </>
  )
}
