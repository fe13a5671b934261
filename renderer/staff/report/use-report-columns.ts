import type { Report } from '#contract/usage.ts'
import type { Column } from '#ui/staff.ts'
import { useWords } from '../words.ts'

export type ReportRow = Report['rows'][number]

/** The columns of the report's table, on the screen and on paper. */
export function useReportColumns(byClass: boolean): readonly Column<ReportRow>[] {
  const { t, language } = useWords()
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
  const minutes = (id: keyof ReportRow['minutes']): Column<ReportRow> => ({
    id,
    title: t('report.minutes-of', { what: t(`activity.${id}`) }),
    number: true,
    cell: (row) => number.format(row.minutes[id]),
  })
  const people: readonly Column<ReportRow>[] = [
    { id: 'children', title: t('report.children'), number: true, cell: (row) => row.children },
    { id: 'came', title: t('report.came-short'), number: true, cell: (row) => row.came },
  ]
  return [
    {
      id: 'label',
      title: byClass ? t('children.class') : t('children.name'),
      cell: (row) => (row.label === '' ? t('report.nobody') : row.label),
    },
    ...(byClass ? people : []),
    { id: 'sessions', title: t('report.sessions'), number: true, cell: (row) => row.sessions },
    { id: 'calls', title: t('report.calls'), number: true, cell: (row) => row.calls },
    minutes('call'),
    minutes('learn'),
    minutes('diary'),
    minutes('me'),
    { id: 'sums', title: t('report.sums'), number: true, cell: (row) => row.sums },
    { id: 'pages', title: t('report.pages'), number: true, cell: (row) => row.diaryPages },
  ]
}
