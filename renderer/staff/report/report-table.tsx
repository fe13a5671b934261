import type { Report, ReportQuestion } from '#contract/usage.ts'
import { Panel, Table } from '#ui/staff.ts'
import { useTableWords } from '../table-words.ts'
import { useWords } from '../words.ts'
import { useReportColumns } from './use-report-columns.ts'

interface ReportTableProps {
  readonly report: Report
  readonly question: ReportQuestion
  readonly onAsk: (question: ReportQuestion) => void
}

/** By class; a class opens into its children, a child into their turns. */
export function ReportTable({ report, question, onAsk }: ReportTableProps) {
  const { t } = useWords()
  const words = useTableWords()
  const columns = useReportColumns(question.classId === undefined)
  return (
    <Panel>
      <Table
        key={question.classId ?? 'all'}
        label={t('console.page.report')}
        rows={report.rows}
        rowKey={({ id }) => id}
        words={words}
        columns={columns}
        onOpen={({ id }) => {
          const { unit, day, classId } = question
          onAsk(classId === undefined ? { unit, day, classId: id } : { unit, day, classId, childId: id })
        }}
      />
    </Panel>
  )
}
