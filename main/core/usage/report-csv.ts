import { activities, type Activity, type ReportQuestion } from '#contract/usage.ts'
import { openReadable } from '../db/open.ts'
import { csvOf } from './csv-rules.ts'
import { reportOf } from './report.ts'

/** The words of the table, in the language of staff; core has none of its own. */
export interface ReportTitles {
  /** First column: class or child. */
  readonly who: string
  readonly children: string
  readonly came: string
  readonly sessions: string
  readonly calls: string
  readonly talked: string
  readonly minutes: Readonly<Record<Activity, string>>
  readonly sums: string
  readonly diaryPages: string
  /** Name of the last line. */
  readonly all: string
}

export interface ReportCsvInput {
  readonly path: string
  readonly question: ReportQuestion
  readonly titles: ReportTitles
  /** Minutes east of UTC. */
  readonly offset: number
}

/**
 * The report's table as CSV text for Excel and WPS, read through a connection of its own: made to run in a worker.
 * Throws where the database cannot be read.
 */
export function reportCsv({ path, question, titles, offset }: ReportCsvInput): string {
  const db = openReadable(path)
  try {
    const report = reportOf(db, question, () => offset)
    const sum = (of: (row: (typeof report.rows)[number]) => number) =>
      Math.round(report.rows.reduce((whole, row) => whole + of(row), 0) * 10) / 10
    return csvOf([
      [
        titles.who,
        titles.children,
        titles.came,
        titles.sessions,
        titles.calls,
        titles.talked,
        ...activities.map((activity) => titles.minutes[activity]),
        titles.sums,
        titles.diaryPages,
      ],
      ...report.rows.map((row) => [
        row.label,
        row.children,
        row.came,
        row.sessions,
        row.calls,
        row.talkedMinutes,
        ...activities.map((activity) => row.minutes[activity]),
        row.sums,
        row.diaryPages,
      ]),
      [
        titles.all,
        report.children,
        report.came,
        report.sessions,
        report.calls,
        report.talkedMinutes,
        ...activities.map((activity) => sum(({ minutes }) => minutes[activity])),
        report.sums,
        report.diaryPages,
      ],
    ])
  } finally {
    db.close()
  }
}
