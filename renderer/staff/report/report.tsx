import './report.css'
import { useState } from 'react'
import type { ReportQuestion, Unit } from '#contract/usage.ts'
import { Button, DeskHead, Notice, Select, Tabs, Waiting } from '#ui/staff.ts'
import { useAnswer, useDo } from '../../api/query.tsx'
import { refusalWords } from '../refusal-words.ts'
import { useWords } from '../words.ts'
import { PlaceChoice } from '../papers/place-choice.tsx'
import { dayBeside } from './day-beside-rules.ts'
import { localDay } from './local-day.ts'
import { ReportBody } from './report-body.tsx'
import { ReportSheet } from './report-sheet.tsx'
import { ReportWay } from './report-way.tsx'

const units = ['day', 'week', 'month', 'term'] as const satisfies readonly Unit[]
type Saving = 'csv' | 'pdf'

/** What happened in the room (S9): minutes by child, class, activity; day, week, month, term. */
export default function Report() {
  const { t, language } = useWords()
  const [today] = useState(() => localDay(new Date()))
  const [question, ask] = useState<ReportQuestion>({ unit: 'week', day: today })
  const [saving, save] = useState<Saving>()
  const classes = useAnswer('children.classes', undefined)
  const report = useAnswer('usage.report', question, { fresh: true })
  const csv = useDo('usage.exportCsv')
  const pdf = useDo('files.savePdf')
  const print = useDo('files.print')
  const writing = saving === 'csv' ? csv : pdf
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const range =
    report.value && day.formatRange(new Date(report.value.from), new Date(`${report.value.to}T00:00:00Z`))

  return (
    <>
      <DeskHead
        title={t('console.page.report')}
        right={
          <>
            <Button label={t('papers.print')} icon="printer" busy={print.busy} onPress={() => print.go()} />
            <Button label="CSV" icon="file-csv" onPress={() => save('csv')} />
            <Button label="PDF" icon="file-pdf" look="main" onPress={() => save('pdf')} />
          </>
        }
      >
        <Tabs
          big
          label={t('report.unit-label')}
          items={units.map((id) => ({ id, label: t(`report.unit.${id}`) }))}
          chosen={question.unit}
          onChoose={(id) => ask({ ...question, unit: units.find((unit) => unit === id) ?? 'week' })}
        />
        <Select
          label={t('children.class')}
          hideLabel
          items={[
            { id: 'all', label: t('children.all-classes') },
            ...(classes.value ?? []).map(({ id, label }) => ({ id, label })),
          ]}
          chosen={question.classId ?? 'all'}
          onChoose={(id) => {
            const { unit, day: within } = question
            ask(id === 'all' ? { unit, day: within } : { unit, day: within, classId: id })
          }}
        />
        <div className="report-range">
          <Button
            square
            icon="caret-left"
            label={t('report.before')}
            onPress={() => ask({ ...question, day: dayBeside(question.unit, question.day, -1) })}
          />
          <b>{range}</b>
          <Button
            square
            icon="caret-right"
            label={t('report.after')}
            disabled={report.value !== undefined && report.value.to >= today}
            onPress={() => ask({ ...question, day: dayBeside(question.unit, question.day, 1) })}
          />
        </div>
      </DeskHead>
      <ReportWay report={report.value} question={question} classes={classes.value ?? []} onAsk={ask} />
      {report.waiting && <Waiting label={t('console.waiting')} />}
      {(report.refusal ?? print.refusal) && (
        <Notice
          tone="bad"
          title={refusalWords(t, report.refusal ?? print.refusal ?? { code: 'unexpected' })}
        />
      )}
      {report.value && (
        <>
          <ReportBody report={report.value} question={question} today={today} onAsk={ask} />
          <ReportSheet report={report.value} range={range ?? ''} />
        </>
      )}
      {saving && (
        <PlaceChoice
          title={t(`report.save-${saving}`)}
          busy={writing.busy}
          refusal={writing.refusal}
          saved={writing.value?.file}
          onPlace={(place) =>
            saving === 'csv' ? csv.go({ question, place }) : pdf.go({ place, about: 'report' })
          }
          onClose={() => {
            save(undefined)
            csv.reset()
            pdf.reset()
          }}
        />
      )}
    </>
  )
}
