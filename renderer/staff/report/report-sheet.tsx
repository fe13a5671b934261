import type { Report } from '#contract/usage.ts'
import { useWords } from '../words.ts'
import { PrintSheet } from '../papers/print-sheet.tsx'
import { useReportColumns } from './use-report-columns.ts'

/** The report as it goes on paper. */
export function ReportSheet({ report, range }: { readonly report: Report; readonly range: string }) {
  const { t } = useWords()
  const columns = useReportColumns(true)
  return (
    <PrintSheet title={`${t('console.page.report')} ${range}`}>
      <p>{t('report.summary', { came: report.came, of: report.children, sessions: report.sessions })}</p>
      <table>
        <thead>
          <tr>
            {columns.map(({ id, title }) => (
              <th key={id}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ id, cell }) => (
                <td key={id}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  )
}
